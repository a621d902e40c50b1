package org.lstm4j.tune.sampler;

import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;

/// How a [TpeSampler] weighs what is known against what is not.
///
/// @param startup finished trials that there must be to learn from, at least 2; until then trials are random
/// @param goodShare share of the trials that count as good, above 0 and below 1
/// @param candidates points that are drawn to choose the best of, at least 1
public record TpeSettings(int startup, double goodShare, int candidates) {

    public TpeSettings {
        require(startup >= 2, "the number of trials to learn from", "2 or more", Integer.toString(startup));
        require(goodShare > 0 && goodShare < 1, "the share of good trials", "above 0 and below 1",
                Double.toString(goodShare));
        require(candidates >= 1, "the number of candidates", "1 or more", Integer.toString(candidates));
    }

    private static void require(boolean met, String what, String expected, String received) {
        if (!met) {
            throw new ConfigurationException(
                    new Problem(what + " is not possible", expected, received, "change that setting"));
        }
    }

    /// Three trials to learn from, so that the second generation of a study learns already; with 4 or 8 searches of 12 and 20 trials find
    /// less, and longer ones no more (`SamplerCampaign`).
    public static TpeSettings defaults() {
        return new TpeSettings(3, 0.2, 24);
    }

    public TpeSettings withStartup(int trials) {
        return new TpeSettings(trials, goodShare, candidates);
    }

    public TpeSettings withGoodShare(double share) {
        return new TpeSettings(startup, share, candidates);
    }

    public TpeSettings withCandidates(int count) {
        return new TpeSettings(startup, goodShare, count);
    }
}
