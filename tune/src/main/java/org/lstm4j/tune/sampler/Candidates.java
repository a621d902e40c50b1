package org.lstm4j.tune.sampler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lstm4j.tune.space.Configuration;

/// The best of several candidates: one that was not tried before, of these the most promising, and of equal ones the first. Mutable.
final class Candidates {

    private record Candidate(Configuration configuration, boolean isTried, double promise) {}

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::isTried)
            .thenComparing(Comparator.comparingDouble(Candidate::promise).reversed());

    private final List<Configuration> tried;
    private final List<Candidate> candidates = new ArrayList<>();

    /// @param tried configurations that there is nothing new to learn from
    Candidates(List<Configuration> tried) {
        this.tried = tried;
    }

    void add(Configuration configuration, double promise) {
        candidates.add(new Candidate(configuration, tried.contains(configuration), promise));
    }

    Configuration best() {
        return candidates.stream().min(BEST_FIRST).orElseThrow().configuration();
    }
}
