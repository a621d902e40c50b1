package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.deepar.LagRule;

/// What `--lags` says.
final class LagChoice {

    static final String NONE = "none";
    static final String AUTO = "auto";

    private LagChoice() {}

    /// @param words `none`, `auto`, or numbers of steps
    /// @throws ConfigurationException when it is none of these
    static List<Integer> of(List<String> words, Frequency frequency) {
        if (words.equals(List.of(NONE))) {
            return List.of();
        }
        if (words.equals(List.of(AUTO))) {
            return LagRule.of(frequency);
        }
        List<Integer> lags = new ArrayList<>();
        for (String word : words) {
            lags.add(steps(word, words));
        }
        return List.copyOf(lags);
    }

    private static int steps(String word, List<String> words) {
        if (word.matches("[1-9][0-9]{0,5}")) {
            return Integer.parseInt(word);
        }
        throw new ConfigurationException(new Problem("--lags " + String.join(",", words) + " is not possible",
                "none, auto, or numbers of steps from 1 to 999999", "'" + word + "'", "write them as --lags 1,24,168"));
    }
}
