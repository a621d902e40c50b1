package org.lstm4j.tune.sampler;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.tune.space.Configuration;

/// A search of a landscape as a study goes, without rungs: the first trial is that of the defaults and teaches nothing, and four at a time are
/// chosen from what those before came to.
final class SearchRun {

    private static final int GENERATION = 4;

    private SearchRun() {}

    /// All trials but that of the defaults.
    static List<EarlierTrial> trials(Landscape landscape, Sampler sampler, int trials) {
        List<EarlierTrial> all = new ArrayList<>();
        all.add(new EarlierTrial(1, Configuration.empty(), List.of(Double.MAX_VALUE)));
        int first = 1;
        while (all.size() < trials) {
            int last = Math.min(first + GENERATION - 1, trials);
            List<EarlierTrial> seen = new ArrayList<>(all);
            while (seen.size() < last) {
                Configuration chosen = sampler.propose(seen.size() + 1, List.copyOf(seen));
                seen.add(new EarlierTrial(seen.size() + 1, chosen, List.of()));
                all.add(new EarlierTrial(seen.size(), chosen, List.of(landscape.error().applyAsDouble(chosen))));
            }
            first = last + 1;
        }
        return all.subList(1, trials);
    }

    static double best(List<EarlierTrial> trials) {
        return trials.stream().mapToDouble(trial -> trial.errors().getLast()).min().orElseThrow();
    }
}
