package org.lstm4j.tune.forecaster;

import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.forecast.ForecastLosses;
import org.lstm4j.json.JsonValue.JsonNumber;

/// Which values a setting takes, as they are typed.
sealed interface Domain {

    /// Text that follows "expected" in an error.
    String expected();

    boolean has(String text);

    /// The names among the values, for suggestions.
    List<String> names();

    /// Whether a range may be given.
    default boolean isOrdered() {
        return names().isEmpty();
    }

    /// Whole numbers from 1, so far that sums of two of them do not overflow.
    record Counts() implements Domain {

        @Override
        public String expected() {
            return "a whole number from 1 to 999999999";
        }

        @Override
        public boolean has(String text) {
            return text.matches("[1-9][0-9]{0,8}");
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    }

    /// Numbers from `low`, itself taken or not, to below `high`.
    record Numbers(double low, boolean lowTaken, double high, String expected) implements Domain {

        @Override
        public boolean has(String text) {
            try {
                double value = new JsonNumber(text).doubleValue();
                return (lowTaken ? value >= low : value > low) && value < high;
            } catch (IllegalArgumentException _) {
                return false;
            }
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    }

    record Names(List<String> names) implements Domain {

        public Names {
            names = List.copyOf(names);
        }

        @Override
        public String expected() {
            return "one of " + String.join(", ", names);
        }

        @Override
        public boolean has(String text) {
            return names.contains(text);
        }
    }

    /// Losses by name, some with a number after a colon.
    record Losses() implements Domain {

        @Override
        public String expected() {
            return "one of " + String.join(", ", names());
        }

        @Override
        public boolean has(String text) {
            try {
                ForecastLosses.named(text);
                return true;
            } catch (ConfigurationException _) {
                return false;
            }
        }

        @Override
        public List<String> names() {
            return ForecastLosses.names();
        }
    }
}
