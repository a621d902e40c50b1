package org.lstm4j.tune;

import java.util.NavigableMap;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;

/// Who climbs from a rung to the next, dearer one: the best of every `eta` trials.
///
/// Each trial is compared with those of smaller numbers alone, and so does not wait for later ones, nor does anything change for it when a
/// study goes on with more of them. The price: among the first few trials more climb than would, were all known.
///
/// Sources: Jamieson and Talwalkar, Non-stochastic best arm identification and hyperparameter optimization, 2016; a decision per trial as in
/// Li et al., A system for massively parallel hyperparameter tuning, 2020.
///
/// @param eta of how many trials one climbs, at least 2
public record SuccessiveHalving(int eta) {

    /// The trial of the defaults: it climbs to the top as the measure of the others.
    static final int MEASURE = 1;

    public SuccessiveHalving {
        if (eta < 2) {
            throw new ConfigurationException(
                    new Problem("successive halving cannot go on with one of so few trials", "eta of 2 or more",
                            Integer.toString(eta), "choose 3, the default"));
        }
    }

    /// One of three, which does nearly as well as any other number.
    public static SuccessiveHalving defaults() {
        return new SuccessiveHalving(3);
    }

    /// Whether a trial's error is among the best `count / eta`, rounded up, of the `count` trials up to its own number that have been on
    /// the rung. Of equal errors that of the earlier trial is the better. A trial that failed never climbs; trial 1 always does otherwise.
    ///
    /// @param errors on the rung, by trial number
    public boolean climbs(int trial, NavigableMap<Integer, Double> errors) {
        Double error = errors.get(trial);
        if (error == null) {
            throw new IllegalArgumentException(
                    "trial " + trial + " has not been on the rung, only " + errors.keySet() + " have");
        }
        if (Double.isInfinite(error)) {
            return false;
        }
        int count = errors.headMap(trial, true).size();
        long better = errors.headMap(trial, false).values().stream().filter(other -> other <= error).count();
        return trial == MEASURE || better < (count + eta - 1) / eta;
    }
}
