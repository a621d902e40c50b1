package org.lstm4j.tune.space;

import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;

/// What every range and every name must be.
final class RangeCheck {

    private RangeCheck() {}

    static void name(String name) {
        if (name.isBlank() || name.contains("=") || !name.equals(name.strip())) {
            throw new ConfigurationException(new Problem("the name of a hyperparameter is not possible",
                    "letters, digits and dashes, as in learning-rate", "'" + name + "'", "rename it"));
        }
    }

    static void order(String name, double low, double high, String lowText, String highText) {
        if (low > high) {
            throw new ConfigurationException(new Problem("the range of '" + name + "' is contradictory",
                    "the smaller end first",
                    lowText + ".." + highText, "turn its ends round: " + name + "=" + highText + ".." + lowText));
        }
    }

    static void scale(String name, double low, Scale scale, String text) {
        if (scale == Scale.LOGARITHMIC && low <= 0) {
            throw new ConfigurationException(
                    new Problem("'" + name + "' cannot be searched on a logarithmic scale", "a range above 0", text,
                            "let it begin above 0, or leave out :log"));
        }
    }

    static ConfigurationException outside(String name, String expected, String received) {
        return new ConfigurationException(
                new Problem("'" + name + "' has a value outside its search space", expected, received,
                        "choose a value inside, or widen the search space"));
    }
}
