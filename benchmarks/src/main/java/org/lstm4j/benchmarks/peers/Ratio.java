package org.lstm4j.benchmarks.peers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lstm4j.benchmarks.protocol.Spread;

/// How many times as fast as the fastest peer ours is in one task. Each round gives a ratio of its own, peer's seconds by ours;
/// what is told is their median.
///
/// @param ours the name of ours
/// @param fastest the peer with the least median, of those that took part in all rounds
/// @param task what was measured
/// @param times over the rounds
/// @param bound what the median exceeds with 90 % confidence
/// @param goal what it should be
record Ratio(String ours, String fastest, Task task, Spread times, double bound, OptionalDouble goal) {

    /// @param figures of one task, ours and the peers'
    /// @return nothing when ours or all peers failed
    static Optional<Ratio> of(Figures ours, List<Figures> figures) {
        int rounds = ours.seconds().length;
        Optional<Figures> fastest = figures.stream()
                .filter(figure -> !figure.contestant().ours() && figure.failure().isEmpty())
                .filter(figure -> figure.seconds().length >= rounds)
                .min(Comparator.comparingDouble(figure -> Spread.of(figure.seconds()).median()));
        if (ours.failure().isPresent() || fastest.isEmpty()) {
            return Optional.empty();
        }
        double[] theirs = fastest.get().seconds();
        double[] own = ours.seconds();
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            ratios[round] = theirs[round] / own[round];
        }
        return Optional.of(new Ratio(ours.contestant().name(), fastest.get().contestant().name(), ours.task(),
                Spread.of(ratios), Bootstrap.lowerBound(ratios), Goal.times(ours.contestant().name(), ours.task())));
    }

    /// Whether the median reaches the goal, and surely no peer is faster; nothing where there is no goal.
    Optional<Boolean> reached() {
        return goal.isPresent()
                ? Optional.of(times.median() >= goal.getAsDouble() && bound >= 1)
                : Optional.empty();
    }
}
