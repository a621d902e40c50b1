package org.lstm4j.tune.sampler;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// TPE beside random search over many seeds: medians and quartiles of the best error, and how often TPE's is smaller.
///
/// Arguments: trials, seeds.
public final class SamplerCampaign {

    private SamplerCampaign() {}

    /// What the searches of one landscape came to, sorted.
    record Outcome(List<Double> tpe, List<Double> random, double winShare) {}

    public static void main(String[] arguments) {
        int trials = Integer.parseInt(arguments[0]);
        int seeds = Integer.parseInt(arguments[1]);
        System.out.printf("%d trials, %d seeds; best error: median (quartiles)%n", trials, seeds);
        for (Landscape landscape : Landscape.all()) {
            System.out.println(line(landscape, compare(landscape, TpeSettings.defaults(), trials, seeds)));
        }
    }

    static Outcome compare(Landscape landscape, TpeSettings settings, int trials, int seeds) {
        double[] tpe = new double[seeds];
        double[] random = new double[seeds];
        double wins = 0;
        for (int seed = 0; seed < seeds; seed++) {
            tpe[seed] = SearchRun
                    .best(SearchRun.trials(landscape, new TpeSampler(landscape.space(), seed, settings), trials));
            random[seed] = SearchRun
                    .best(SearchRun.trials(landscape, new RandomSampler(landscape.space(), seed + 1_000_000L), trials));
            wins += tpe[seed] < random[seed] ? 1 : 0;
        }
        return new Outcome(sorted(tpe), sorted(random), wins / seeds);
    }

    private static List<Double> sorted(double[] errors) {
        return Arrays.stream(errors).sorted().boxed().toList();
    }

    static String line(Landscape landscape, Outcome outcome) {
        return String.format(Locale.ROOT, "%-16s TPE %s random %s TPE wins %3.0f %%", landscape.name(),
                spread(outcome.tpe()),
                spread(outcome.random()), 100 * outcome.winShare());
    }

    private static String spread(List<Double> sorted) {
        return String.format(Locale.ROOT, "%.4f (%.4f to %.4f)", quantile(sorted, 0.5), quantile(sorted, 0.25),
                quantile(sorted, 0.75));
    }

    static double quantile(List<Double> sorted, double share) {
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
