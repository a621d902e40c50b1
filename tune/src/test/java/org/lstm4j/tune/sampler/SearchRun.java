package org.lstm4j.tune.sampler;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.tune.space.Configuration;

/// A search of a landscape in generations of four, as a study goes, all trials with their final error.
final class SearchRun {

    private static final int GENERATION = 4;

    private SearchRun() {}

    static List<EarlierTrial> trials(Landscape landscape, Sampler sampler, int trials) {
        List<EarlierTrial> all = new ArrayList<>();
        while (all.size() < trials) {
            int known = all.size();
            List<EarlierTrial> seen = new ArrayList<>(all);
            while (seen.size() < Math.min(known + GENERATION, trials)) {
                Configuration chosen = sampler.propose(seen.size() + 1, List.copyOf(seen));
                seen.add(new EarlierTrial(seen.size() + 1, chosen, List.of()));
                all.add(new EarlierTrial(seen.size(), chosen, List.of(landscape.error().applyAsDouble(chosen))));
            }
        }
        return all;
    }

    static double best(List<EarlierTrial> trials) {
        return trials.stream().mapToDouble(trial -> trial.errors().getLast()).min().orElseThrow();
    }
}
