package org.lstm4j.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.FloorRule;
import org.lstm4j.forecast.ForecastLosses;
import org.lstm4j.interop.ExportFormat;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.optim.Optimizers;
import org.lstm4j.tune.study.RunLabel;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Readers of option values. The message of the exception they throw is what was
/// expected, which [UsageProblem] turns into a sentence.
///
/// Those that are called Auto read the word `auto` as null.
final class Values {

    private static final String AUTO = "auto";
    private static final String NONE = "none";

    private Values() {}

    /// A whole number of up to 64 bits: a seed.
    static final class WholeNumber implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return number(text, Long::valueOf, _ -> true, "a whole number");
        }
    }

    /// A count that cannot be nothing: steps, epochs, threads.
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, Integer::valueOf, count -> count >= 1, "a whole number of at least 1");
        }
    }

    static final class AutoCount implements ITypeConverter<Integer> {
        @Override
        public @Nullable Integer convert(String text) {
            return text.equals(AUTO)
                    ? null
                    : number(text, Integer::valueOf, count -> count >= 1, "a whole number of at least 1, or auto");
        }
    }

    /// A count of threads: no machine has more cores, and many more threads than cores bring it to a halt.
    static final class AutoThreads implements ITypeConverter<Integer> {
        private static final int MOST = 1024;

        @Override
        public @Nullable Integer convert(String text) {
            return text.equals(AUTO)
                    ? null
                    : number(text, Integer::valueOf, count -> count >= 1 && count <= MOST,
                            "a whole number from 1 to " + MOST + ", or auto");
        }
    }

    /// A count where 0 switches something off.
    static final class AutoCountOrZero implements ITypeConverter<Integer> {
        @Override
        public @Nullable Integer convert(String text) {
            return text.equals(AUTO)
                    ? null
                    : number(text, Integer::valueOf, count -> count >= 0, "a whole number of at least 0, or auto");
        }
    }

    static final class AutoPositive implements ITypeConverter<Double> {
        @Override
        public @Nullable Double convert(String text) {
            return text.equals(AUTO)
                    ? null
                    : number(text, Double::valueOf, value -> value > 0 && Double.isFinite(value),
                            "a number above 0, or auto");
        }
    }

    /// A bound where 0 means none.
    static final class AutoPositiveOrZero implements ITypeConverter<Double> {
        @Override
        public @Nullable Double convert(String text) {
            return text.equals(AUTO)
                    ? null
                    : number(text, Double::valueOf, value -> value >= 0 && Double.isFinite(value),
                            "a number of at least 0, or auto");
        }
    }

    /// What a network can be written as.
    static final class Export implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String text) {
            return ExportFormat.labels().contains(text) ? ExportFormat.of(text) : refuse(ExportFormat.labels());
        }

        private static ExportFormat refuse(List<String> labels) {
            throw new TypeConversionException("one of " + String.join(", ", labels));
        }
    }

    /// How large a difference may be.
    static final class PositiveOrZero implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return number(text, Double::valueOf, value -> value >= 0 && Double.isFinite(value),
                    "a number of at least 0");
        }
    }

    /// A part of the data: a share that leaves a rest, 0 ≤ share < 1, or a whole number of steps. `1.0` is neither: who writes
    /// a point means a share.
    static final class Part implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            String expected = "a share of at least 0 and below 1, such as 0.1, or a whole number of steps, such as 48";
            return text.matches("[0-9]+")
                    ? number(text, Integer::valueOf, steps -> steps >= 0, expected).doubleValue()
                    : number(text, Double::valueOf, share -> share >= 0 && share < 1, expected);
        }
    }

    /// A [Part], where `none` is 0, or auto.
    static final class AutoPart implements ITypeConverter<Double> {
        @Override
        public @Nullable Double convert(String text) {
            return switch (text) {
                case AUTO -> null;
                case NONE -> 0.0;
                default -> new Part().convert(text);
            };
        }
    }

    /// A number below which no forecast goes, none, or auto.
    static final class Floor implements ITypeConverter<FloorRule> {
        @Override
        public FloorRule convert(String text) {
            return switch (text) {
                case AUTO -> FloorRule.AUTO;
                case NONE -> FloorRule.NONE;
                default -> FloorRule.at(number(text, Double::valueOf, Double::isFinite,
                        "a finite number, such as 0 or -40, or none, or auto"));
            };
        }
    }

    static final class AutoShare implements ITypeConverter<Double> {
        @Override
        public @Nullable Double convert(String text) {
            return text.equals(AUTO)
                    ? null
                    : number(text, Double::valueOf, share -> share >= 0 && share < 1,
                            "a share of at least 0 and below 1, or auto");
        }
    }

    /// The name of an optimizer, or auto.
    static final class OptimizerName implements ITypeConverter<String> {
        @Override
        public @Nullable String convert(String text) {
            if (text.equals(AUTO)) {
                return null;
            }
            if (!Optimizers.names().contains(text)) {
                throw new TypeConversionException("one of " + String.join(", ", Optimizers.names()) + ", or auto");
            }
            return text;
        }
    }

    /// A loss for a forecast, with a number after a colon where it takes one; or auto.
    static final class ForecastLoss implements ITypeConverter<Loss> {
        @Override
        public @Nullable Loss convert(String text) {
            if (text.equals(AUTO)) {
                return null;
            }
            try {
                return ForecastLosses.named(text);
            } catch (ConfigurationException e) {
                throw new TypeConversionException(expected(e.problem()));
            }
        }

        private static String expected(Problem problem) {
            return problem.expected().startsWith("one of ")
                    ? problem.expected() + ", or auto"
                    : "a loss, but " + problem.what();
        }
    }

    /// A time to spend: `90s`, `10m`, `1h30m`.
    static final class TimeSpan implements ITypeConverter<Duration> {
        private static final Pattern GRAMMAR = Pattern
                .compile("(?=[0-9])(?:([0-9]{1,5})h)?(?:([0-9]{1,7})m)?(?:([0-9]{1,9})s)?");

        @Override
        public Duration convert(String text) {
            Matcher parts = GRAMMAR.matcher(text);
            Duration span = parts.matches()
                    ? Duration.ofHours(part(parts, 1)).plusMinutes(part(parts, 2)).plusSeconds(part(parts, 3))
                    : Duration.ZERO;
            if (!span.isPositive()) {
                throw new TypeConversionException("a time with its unit, such as 90s, 10m or 1h30m");
            }
            return span;
        }

        private static long part(Matcher parts, int group) {
            return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
        }
    }

    /// One character; `\t` and `tab` stand for the one that is hard to type.
    static final class OneCharacter implements ITypeConverter<Character> {
        @Override
        public Character convert(String text) {
            if (text.equals("\\t") || text.equals("tab")) {
                return '\t';
            }
            if (text.length() != 1) {
                throw new TypeConversionException("one character, or tab");
            }
            return text.charAt(0);
        }
    }

    /// What a run is called.
    static final class RunName implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!RunLabel.isName(text)) {
                throw new TypeConversionException("at most 100 characters without control characters");
            }
            return text;
        }
    }

    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException _) {
                throw new TypeConversionException("a time zone such as Europe/Vienna, UTC or +08:00");
            }
        }
    }

    static final class Encoding implements ITypeConverter<Charset> {
        @Override
        public Charset convert(String text) {
            try {
                return Charset.forName(text);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
                throw new TypeConversionException("an encoding such as UTF-8, ISO-8859-1 or GB18030");
            }
        }
    }

    /// The name of a choice as it is typed: `MEAN_ABS` is `mean-abs`.
    static String label(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <N> N number(String text, Function<String, N> parser, Predicate<N> valid, String expected) {
        try {
            N number = parser.apply(text);
            if (valid.test(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below, like a number out of range
        }
        throw new TypeConversionException(expected);
    }
}
