package org.lstm4j.tune;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lstm4j.tune.sampler.TpeSampler;

/// How often a trial that was pruned would have won, were all trials evaluated on all rungs: by the noise of the lowest rung, which halves
/// with each rung.
///
/// Arguments: trials, seeds.
public final class PruningCampaign {

    /// What a rung costs, as a share of the top one.
    private static final double[] COSTS = {1 / 9.0, 1 / 3.0, 1};

    private PruningCampaign() {}

    /// @param kept share of the searches that found the trial which is best under full budget
    /// @param losses by how much the winner's error is above that of the best trial under full budget, sorted
    /// @param cost of evaluations, as a share of evaluating all trials on the top rung
    record Outcome(double kept, List<Double> losses, double cost) {}

    public static void main(String[] arguments) throws InterruptedException {
        int trials = Integer.parseInt(arguments[0]);
        int seeds = Integer.parseInt(arguments[1]);
        System.out.printf("%d trials, %d seeds; errors from 1, deviation of all trials about 1%n", trials, seeds);
        for (double noise : new double[]{0, 0.1, 0.3, 1}) {
            Outcome outcome = run(noise, trials, seeds);
            System.out.printf(Locale.ROOT,
                    "noise %.1f: winner kept in %3.0f %%, loss median %.3f, nine tenths below %.3f, cost %2.0f %%%n",
                    noise,
                    100 * outcome.kept(), outcome.losses().get(seeds / 2), outcome.losses().get(seeds * 9 / 10),
                    100 * outcome.cost());
        }
    }

    static Outcome run(double noise, int trials, int seeds) throws InterruptedException {
        Hills hills = new Hills(noise);
        double[] losses = new double[seeds];
        double kept = 0;
        double cost = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Study study = new Tuner(Hills.SPACE, TpeSampler.of(Hills.SPACE, seed), hills).run(
                    TuningSettings.ofTrials(trials),
                    new MemoryJournal(), Deadline.NEVER, TuningListener.SILENT);
            double best = study.trials().stream().mapToDouble(outcome -> onTop(hills, outcome)).min().orElseThrow();
            losses[seed] = study.best().orElseThrow().error() - best;
            kept += losses[seed] == 0 ? 1 : 0;
            cost += study.trials().stream()
                    .mapToDouble(outcome -> Arrays.stream(COSTS, 0, outcome.results().size()).sum()).sum();
        }
        return new Outcome(kept / seeds, Arrays.stream(losses).sorted().boxed().toList(), cost / seeds / trials);
    }

    private static double onTop(Hills hills, TrialOutcome outcome) {
        return hills.evaluate(outcome.trial(), hills.rungs() - 1, Deadline.NEVER).orElseThrow().error();
    }
}
