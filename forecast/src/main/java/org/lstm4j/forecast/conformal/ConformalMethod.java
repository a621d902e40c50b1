package org.lstm4j.forecast.conformal;

import java.util.List;
import java.util.stream.Stream;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;

/// Which quantiles are moved together.
public enum ConformalMethod {

    /// Two levels that make an interval, τ and 1 − τ, move outwards by the same offset (or inwards, if it is negative), so that
    /// the interval covers 1 − 2τ. A level without partner, such as the median, stays as it is. Source: Romano, Patterson and
    /// Candès, Conformalized Quantile Regression, 2019.
    PAIRS("pairs"),

    /// Each level moves by itself, so that a share τ of what comes true lies below it: that also puts right a forecast that is
    /// always too low. The median moves by the median error.
    EACH_LEVEL("each-level");

    private final String label;

    ConformalMethod(String label) {
        this.label = label;
    }

    /// Its name in settings and files.
    public String label() {
        return label;
    }

    /// The method of that label.
    ///
    /// @throws ConfigurationException when there is none, with those there are
    public static ConformalMethod of(String label) {
        for (ConformalMethod method : values()) {
            if (method.label.equals(label)) {
                return method;
            }
        }
        List<String> known = Stream.of(values()).map(ConformalMethod::label).toList();
        throw new ConfigurationException(new Problem("there is no conformal method '" + label + "'",
                "one of " + String.join(", ", known), "", Suggestion.text(label, known) + "choose one of these"));
    }
}
