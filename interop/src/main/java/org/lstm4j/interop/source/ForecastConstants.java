package org.lstm4j.interop.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.head.LikelihoodHead;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.FittedScaler;
import org.lstm4j.forecast.prepare.FittedScaler.Curve;
import org.lstm4j.forecast.prepare.SeasonalIndices;
import org.lstm4j.forecast.prepare.UnknownCategory;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowLayout;

/// What a forecaster knows, as the constants of a class, but for the weights of its network.
///
/// @param text gets what they need
/// @param series whose scale is meant
record ForecastConstants(SourceText text, Forecaster forecaster, String series) {

    /// More numbers than this are encoded: nobody reads them, and a class has room for few as they are.
    private static final int MOST_LITERALS = 60;

    String all() {
        StringBuilder lines = new StringBuilder();
        WindowForm form = forecaster.form();
        int rows = form.layout().rows(form.window());
        lines.append(whole("public", "LOOKBACK", forecaster.lookback(), "How many rows of history the network reads."))
                .append(whole("public", "HORIZON", forecaster.horizon(), "Steps ahead that it foretells at once."))
                .append(whole("private", "ROWS", rows, "Of a sample."))
                .append(whole("private", "CHANNELS", form.channels(), "Of a row of a sample."))
                .append(whole("private", "AHEAD", form.layout() == WindowLayout.SHIFTED ? forecaster.horizon() : 0,
                        "Steps by which what is known ahead stands before its time in a sample."));
        addScalers(lines);
        addSchema(lines);
        if (!forecaster.floors().isEmpty()) {
            double[] floors = new double[forecaster.schema().targets().size()];
            Arrays.setAll(floors, forecaster.floors()::of);
            lines.append(numbers("FLOORS", "Below which no forecast of a target goes.", floors));
        }
        lines.append(whole("private", "OUTPUTS", forecaster.head().outputs(), "Of a step ahead of a target."));
        addHead(lines);
        if (forecaster.givesQuantiles()) {
            lines.append(numbers("LEVELS", "Of the quantiles.", forecaster.levels()));
        }
        forecaster.calibration().ifPresent(calibration -> lines.append(offsets(calibration)));
        return lines.toString();
    }

    private void addHead(StringBuilder lines) {
        if (forecaster.head() instanceof LikelihoodHead head) {
            SourceDistribution distribution = SourceDistribution.of(head);
            lines.append(constant("double", "SMALLEST_SCALE", "Of the distribution of a value.",
                    literal(distribution.smallest())));
            lines.append(constant("double", "MEDIAN", "Of the standard distribution.",
                    literal(distribution.standard().quantile(0.5))));
            lines.append(numbers("QUANTILES", "Of the standard distribution, at all levels.",
                    distribution.quantiles(forecaster.levels())));
        } else {
            lines.append(
                    whole("private", "CENTRE", forecaster.head().location(), "Which of them is the point forecast."));
        }
    }

    private void addScalers(StringBuilder lines) {
        List<FittedScaler> scalers = forecaster.scalers(series);
        boolean bends = scalers.stream().anyMatch(scaler -> scaler.curve() == Curve.LOG);
        text.needs(bends ? RuntimePart.SCALED_LOGARITHM : RuntimePart.SCALED_STRAIGHT);
        lines.append(texts("COLUMNS", "Columns of numbers: targets, past ones, future ones, static ones.",
                forecaster.schema().columns()));
        if (bends) {
            lines.append(constant("boolean[]", "LOGARITHM", "Which of them are read as log(1 + x).",
                    scalers.stream().map(scaler -> String.valueOf(scaler.curve() == Curve.LOG))
                            .collect(Collectors.joining(", ", "{", "}"))));
        }
        lines.append(numbers("SHIFT", "What is taken off them.",
                scalers.stream().mapToDouble(FittedScaler::shift).toArray()));
        lines.append(numbers("SCALE", "What they are divided by then.",
                scalers.stream().mapToDouble(FittedScaler::scale).toArray()));
        List<SeasonalIndices> seasons = forecaster.seasons(series);
        if (seasons.stream().anyMatch(SeasonalIndices::isSeasonal)) {
            text.needs(RuntimePart.SEASON);
            lines.append(constant("double[][]", "SEASONS", "What each place of the season adds to a scaled target.",
                    seasons.stream().map(season -> season.isSeasonal()
                            ? text.decoded(array(season.indices()))
                            : "{}").collect(Collectors.joining(", ", "{", "}"))));
        }
    }

    private void addSchema(StringBuilder lines) {
        FeatureSchema schema = forecaster.schema();
        if (!schema.lags().isEmpty()) {
            lines.append(constant("int[]", "LAGS", "How many steps before, targets are read as well.",
                    schema.lags().stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"))));
        }
        if (!schema.categories().isEmpty()) {
            text.needs(RuntimePart.CATEGORIES);
            text.needs(RuntimePart.NUMBER_OF);
            lines.append(constant("boolean", "REFUSES_OTHERS", "Whether other categories than these are an error.",
                    String.valueOf(schema.unknown() == UnknownCategory.REFUSE)));
            lines.append(constant("String[][]", "CATEGORIES", "Columns of categories: the name, then the categories.",
                    schema.categories().stream().map(ForecastConstants::categories)
                            .collect(Collectors.joining(",\n            ", "{", "}"))));
        }
    }

    private String offsets(ConformalCalibration calibration) {
        double[] offsets = calibration.offsets().stream().limit(forecaster.horizon()).flatMap(List::stream)
                .mapToDouble(Double::doubleValue).toArray();
        return numbers("OFFSETS", "What the calibration adds to the quantiles: [HORIZON, levels].", offsets);
    }

    private static String categories(CategoryColumn column) {
        return "{" + SourceWords.literal(column.name()) + ",\n            " + column.names().stream()
                .map(SourceWords::literal).collect(Collectors.joining(", ")) + "}";
    }

    private static String whole(String visibility, String name, int value, String comment) {
        return String.format(Locale.ROOT, "    /** %s */\n    %s static final int %s = %d;\n", comment, visibility,
                name,
                value);
    }

    private String numbers(String name, String comment, double[] values) {
        if (values.length > MOST_LITERALS) {
            return constant("double[]", name, comment, text.decoded(values));
        }
        return "    /** " + comment + " */\n" + SourceWords.wrapped("    ", "            ",
                "private static final double[] " + name + " = " + Arrays.stream(values)
                        .mapToObj(ForecastConstants::literal).collect(Collectors.joining(", ", "{", "}")) + ";");
    }

    private static String literal(double value) {
        return Double.isFinite(value)
                ? Double.toString(value)
                : "Double." + (value < 0 ? "NEGATIVE" : "POSITIVE")
                        + "_INFINITY";
    }

    private static String texts(String name, String comment, List<String> values) {
        return constant("String[]", name, comment, values.stream().map(SourceWords::literal)
                .collect(Collectors.joining(", ", "{", "}")));
    }

    private static String constant(String type, String name, String comment, String value) {
        return "    /** " + comment + " */\n    private static final " + type + " " + name + " = " + value + ";\n";
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
