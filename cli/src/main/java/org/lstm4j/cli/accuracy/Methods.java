package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.baseline.DriftBaseline;
import org.lstm4j.forecast.baseline.ExponentialSmoothingBaseline;
import org.lstm4j.forecast.baseline.Naive2Baseline;
import org.lstm4j.forecast.baseline.NaiveBaseline;
import org.lstm4j.forecast.baseline.SeasonalNaiveBaseline;
import org.lstm4j.forecast.baseline.ThetaBaseline;

/// The methods that every protocol runs.
public final class Methods {

    private static final List<AccuracyMethod> BASELINES = List.of(
            new BaselineMethod("naive", _ -> new NaiveBaseline(), Integer.MAX_VALUE),
            new BaselineMethod("seasonal_naive", SeasonalNaiveBaseline::new, Integer.MAX_VALUE),
            new BaselineMethod("drift", _ -> new DriftBaseline(), Integer.MAX_VALUE),
            naive2(),
            new BaselineMethod("theta", ThetaBaseline::new, ManyWindows.FEW),
            new BaselineMethod("ets", ExponentialSmoothingBaseline::new, ManyWindows.FEW),
            new LinearMethod());

    private Methods() {}

    /// The method that OWA divides by.
    static AccuracyMethod naive2() {
        return new BaselineMethod("naive2", Naive2Baseline::new, ManyWindows.FEW);
    }

    /// The LSTM, the other recurrent methods, then all baselines.
    ///
    /// @param seed of everything random
    /// @param seeds how many trainings are averaged of each method that has a seed; from `seed` on
    public static List<AccuracyMethod> all(long seed, int seeds, Compute compute) {
        AccuracyMethod lstm = new FittedOnce(
                SeedEnsemble.of(seed, seeds, one -> new LstmMethod(new LstmRule(one)::settings, compute)));
        AccuracyMethod esrnn = new FittedOnce(
                SeedEnsemble.of(seed, seeds, one -> new EsRnnMethod(new EsRnnRule(one)::settings, compute)));
        AccuracyMethod blend = new Blend(List.of(lstm, esrnn));
        List<AccuracyMethod> all = new ArrayList<>(List.of(lstm, esrnn,
                SeedEnsemble.of(seed, seeds, one -> new DeepArMethod(new DeepArRule(one)::settings, compute)),
                blend, new Selected(List.of(lstm, esrnn, blend))));
        all.addAll(BASELINES);
        return List.copyOf(all);
    }

    /// Those of that name, in the order of [#all].
    ///
    /// @throws ConfigurationException when there is none of a name, with those there are
    public static List<AccuracyMethod> named(List<String> names, List<AccuracyMethod> all) {
        List<String> known = all.stream().map(AccuracyMethod::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ConfigurationException(new Problem("there is no method '" + name + "'",
                        "one of " + String.join(", ", known), "'" + name + "'",
                        Suggestion.text(name, known) + "correct --methods, or leave it out to run all"));
            }
        }
        return all.stream().filter(method -> names.contains(method.name())).toList();
    }
}
