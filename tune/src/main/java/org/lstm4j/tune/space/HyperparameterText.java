package org.lstm4j.tune.space;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;

/// Hyperparameters as they are typed.
///
/// | text | meaning |
/// |---|---|
/// | `layers=1..3` | whole numbers, as both ends are |
/// | `hidden=16..128:log` | whole numbers on a logarithmic scale |
/// | `dropout=0..0.4` | numbers, as one end has a decimal point |
/// | `optimizer=adam,rmsprop` | one of several texts |
/// | `batch-size=16,32,64` | one of several numbers |
/// | `epochs=20` | no choice |
public final class HyperparameterText {

    private static final String DOTS = "..";
    private static final String LINEAR = "linear";
    private static final String LOGARITHMIC = "log";
    private static final String WHOLE = "[+-]?[0-9]+";
    private static final String REAL = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";

    private HyperparameterText() {}

    /// @throws ConfigurationException when the text is none of these
    public static Hyperparameter parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || text.substring(equals + 1).isBlank()) {
            throw new ConfigurationException(new Problem("no hyperparameter is meant by '" + text.strip() + "'",
                    "a name, an equals sign and values", "",
                    "write it like hidden=16..128:log, dropout=0..0.4 or optimizer=adam,rmsprop"));
        }
        String name = text.substring(0, equals).strip();
        String values = text.substring(equals + 1).strip();
        return values.contains(DOTS) ? range(name, values) : choice(name, values);
    }

    private static Choice choice(String name, String values) {
        return new Choice(name, Arrays.stream(values.split(",", -1)).map(String::strip).toList());
    }

    private static Hyperparameter range(String name, String values) {
        int dots = values.indexOf(DOTS);
        int colon = values.indexOf(':', dots);
        String low = values.substring(0, dots).strip();
        String high = values.substring(dots + DOTS.length(), colon < 0 ? values.length() : colon).strip();
        Scale scale = colon < 0 ? Scale.LINEAR : typedScale(name, values.substring(colon + 1).strip());
        if (low.matches(WHOLE) && high.matches(WHOLE)) {
            return new IntegerRange(name, whole(name, low), whole(name, high), scale);
        }
        return new RealRange(name, real(name, low), real(name, high), scale);
    }

    private static int whole(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ConfigurationException(new Problem("an end of '" + name + "' is too large for a whole number",
                    "at most " + Integer.MAX_VALUE, text,
                    "choose a smaller range, or write a decimal point if fractions are meant"), e);
        }
    }

    private static double real(String name, String text) {
        if (!text.matches(REAL)) {
            throw new ConfigurationException(
                    new Problem("an end of '" + name + "' is not a number", "a number such as 16 or 0.001",
                            "'" + text + "'", "write the range as " + name + "=0.001..0.1, with points for decimals"));
        }
        return Double.parseDouble(text);
    }

    private static Scale typedScale(String name, String text) {
        List<String> known = List.of(LOGARITHMIC, LINEAR);
        if (!known.contains(text)) {
            throw new ConfigurationException(
                    new Problem("'" + name + "' has no such scale", "log or linear", "'" + text + "'",
                            Suggestion.text(text, known) + "end the range with :log, or with nothing"));
        }
        return scale(text);
    }

    static Scale scale(String text) {
        return switch (text) {
            case LINEAR -> Scale.LINEAR;
            case LOGARITHMIC -> Scale.LOGARITHMIC;
            default -> throw new IllegalArgumentException("scales are log and linear, but this one is '" + text + "'");
        };
    }

    /// Written out, so that renaming a constant cannot change the format.
    static String scaleName(Scale scale) {
        return switch (scale) {
            case LINEAR -> LINEAR;
            case LOGARITHMIC -> LOGARITHMIC;
        };
    }

    /// The text that [#parse] turns into this hyperparameter.
    public static String write(Hyperparameter hyperparameter) {
        return hyperparameter.name() + "=" + switch (hyperparameter) {
            case IntegerRange range -> range.low() + DOTS + range.high() + suffix(range.scale());
            case RealRange range -> decimal(range.low()) + DOTS + decimal(range.high()) + suffix(range.scale());
            case Choice choice -> String.join(",", choice.values());
        };
    }

    private static String suffix(Scale scale) {
        return scale == Scale.LINEAR ? "" : ":" + scaleName(scale);
    }

    private static String decimal(double value) {
        String digits = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return digits.contains(".") ? digits : digits + ".0";
    }
}
