package org.lstm4j.forecast;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.forecast.prepare.SplitShares;

/// Which windows say by how much the quantiles of a network must move to hold what they say.
public enum CalibrationSource {
    /// None: quantiles are what the network says.
    NONE("nothing"),
    /// Those of the validation part, as the networks foretold them that were fitted to the training part alone. They chose the epoch, so
    /// intervals may be a little too narrow.
    VALIDATION("validation windows"),
    /// Those of the calibration part, which nothing else has seen; after an update, those held out of it.
    PART("the calibration part");

    private final String words;

    CalibrationSource(String words) {
        this.words = words;
    }

    /// Its name in settings and files: `none`, `validation`, `part`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What it is called in a sentence: `validation windows`.
    public String words() {
        return words;
    }

    /// The source of that label.
    ///
    /// @throws ConfigurationException when there is none, with those there are
    public static CalibrationSource of(String label) {
        for (CalibrationSource source : values()) {
            if (source.label().equals(label)) {
                return source;
            }
        }
        List<String> known = Stream.of(values()).map(CalibrationSource::label).toList();
        throw new ConfigurationException(new Problem("intervals cannot be calibrated on '" + label + "'",
                "one of " + String.join(", ", known), "", Suggestion.text(label, known) + "choose one of these"));
    }

    /// This source where a split has no calibration part and it is none; else that part.
    public CalibrationSource withSplit(SplitShares split) {
        if (split.calibration() > 0) {
            return PART;
        }
        return this == PART ? NONE : this;
    }
}
