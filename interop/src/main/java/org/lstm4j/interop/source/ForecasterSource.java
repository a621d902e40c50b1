package org.lstm4j.interop.source;

import java.util.List;
import java.util.Locale;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.head.LikelihoodHead;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.interop.onnx.ForecasterWriter.Recursion;
import org.lstm4j.tensor.Shape;

/// Writes whole forecasters as one file of plain Java with their weights, for Java 11 and later, which depends on nothing: raw values in,
/// forecasts in the targets' own unit out.
///
/// {@snippet :
/// ForecasterSource.of(forecaster, "", Recursion.NONE, "Demand").write(Path.of("src/main/java/Demand.java"));
/// // there: Demand.Forecast said = Demand.forecast(history); // said.point[step][target]
/// }
///
/// The class has a method `forecast`, whose parameters are those of these that the forecaster needs, in this order; its Javadoc says all of this of
/// the forecaster at hand, with the names of columns.
///
/// | parameter | shape | |
/// |---|---|---|
/// | `history` | [rows][targets] | up to now, as many rows as one likes from [the least][org.lstm4j.forecast.prepare.WindowForm#leastHistory] on; NaN where missing |
/// | `past` | [rows][columns] | past columns of the same rows |
/// | `known` | [rows + horizon][columns] | future columns of these rows and the steps ahead |
/// | `statics` | [columns] | static columns |
/// | `times` | [rows + horizon] | local times of these rows and the steps ahead, where the calendar is read |
/// | `firstAhead` | | the first step ahead, where a season is taken off |
/// | `steps` | | how many to foretell, with [Recursion#LOOP] |
///
/// It says bit for bit what [Forecaster#forecast] says of a series of the same rows, and with a loop what [org.lstm4j.forecast.ExtendedForecast]
/// says: gaps, windows shorter than the lookback, lags and categories included. Equal forecasters give equal files.
public final class ForecasterSource {

    /// What the file calls by these names.
    private static final List<String> USED = List.of("Activation", "Double", "Float", "Forecast",
            "IllegalArgumentException", "Math", "StrictMath", "String", "System");
    /// A class has room for about seven thousand.
    private static final int MOST_CATEGORIES = 5000;

    private ForecasterSource() {}

    /// @param series whose scale it is to have; of a forecaster of a single series any
    /// @param recursion how it goes on beyond its horizon; states are refused
    /// @param className what the class is to be called
    /// @throws ConfigurationException when Java cannot have such a class, or there is no plain function for something that the
    ///         forecaster does; names it
    public static JavaSource of(Forecaster forecaster, String series, Recursion recursion, String className) {
        JavaSource.requireName(className, USED);
        requireSayable(forecaster, series, recursion);
        SourceText text = new SourceText(className);
        ForecastColumns columns = ForecastColumns.of(forecaster, series);
        ForecastSignature signature = ForecastSignature.of(forecaster, columns, recursion == Recursion.LOOP);
        String constants = new ForecastConstants(text, forecaster, series).all();
        String window = new ForecastWindowMethod(text, forecaster, columns).method(signature);
        String answer = new ForecastAnswerMethod(text, forecaster, columns).methods();
        String network = network(text, forecaster);
        return new JavaSource(className, new ForecastComment(forecaster, columns, signature).of(className)
                + "public final class " + className + " {\n\n" + constants
                + "\n    private " + className + "() {\n    }\n\n"
                + signature.methods() + window + answer + signature.functions() + network
                + text.functions() + "\n    // The weights.\n\n" + text.constants() + "}\n", signature.call(className));
    }

    private static String network(SourceText text, Forecaster forecaster) {
        Shape input = forecaster.network().inputShape();
        SourceLayers layers = new SourceLayers(text, input, String.valueOf(input.size(0)));
        forecaster.network().layers().forEach(layers::write);
        return String.format(Locale.ROOT, """

                    /*
                     * What the network says to a sample, %s and row-major, of which it makes
                     * %s.
                     *
                %s     */
                    private static float[] network(float[] x) {
                %s        return x;
                    }
                """, input, forecaster.network().outputShape(),
                JavaSource.comment(forecaster.network().summary()).replaceAll("(?m)^ ?", "     "),
                text.lines());
    }

    private static void requireSayable(Forecaster forecaster, String series, Recursion recursion) {
        if (forecaster.head() instanceof LikelihoodHead head) {
            SourceDistribution.of(head);
        }
        require(recursion != Recursion.STATES, "states that the caller keeps",
                "use --recursion loop, which goes on from its own forecasts, or --format onnx");
        int categories = forecaster.schema().categories().stream().map(CategoryColumn::names).mapToInt(List::size)
                .sum();
        require(categories <= MOST_CATEGORIES, categories + " categories, of which a class has room for "
                + MOST_CATEGORIES, "leave out --whole for the network alone, or use the model in lstm4j");
        try {
            forecaster.scalers(series);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    Problem.of(String.valueOf(e.getMessage()), "name one of them with --series"), e);
        }
    }

    private static void require(boolean sayable, String what, String mend) {
        if (!sayable) {
            throw new ConfigurationException(new Problem("the forecaster cannot be written as plain Java",
                    "what there are plain functions for", what, mend));
        }
    }
}
