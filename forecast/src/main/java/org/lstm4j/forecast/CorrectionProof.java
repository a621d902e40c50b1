package org.lstm4j.forecast;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.baseline.NaiveBaseline;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.nn.Sequential;

/// Whether networks beside the last value of what looks like a random walk are ahead of it by more than chance on validation windows.
///
/// On a random walk nothing can be learnt, yet of five [shares][CorrectionShare] some other than 0 does best more often than not. So there a
/// network has to prove what it adds, as a treatment has.
///
/// @param parts whose validation windows are not empty
record CorrectionProof(WindowPlan plan, WindowParts parts, Compute compute) {

    /// Neighbouring windows say nearly the same.
    private static final int MOST_JUDGED = 1_000;

    /// @param network all that was fitted, with its skip paths
    boolean isGiven(Sequential network) {
        WindowSamples windows = parts.validation().thinned(MOST_JUDGED);
        List<JudgedForecast> said = Forecaster.of(network, plan, parts.facts()).foretell(windows, compute);
        WindowTreatment treatment = new WindowTreatment(plan.settings().windowScaling(), Skip.LAST);
        TreatmentTrial fitted = TreatmentTrial.of(treatment, said, plan.season());
        return fitted.isProvenBetterThan(fitted.insteadOf(new NaiveBaseline(), plan.season()));
    }

    /// What is to be said where it is not.
    static Choice choiceOfNone() {
        return new Choice("correction", "none",
                "that the network is ahead of the last value alone on validation windows could be chance");
    }
}
