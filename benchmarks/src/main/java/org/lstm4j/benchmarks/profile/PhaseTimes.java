package org.lstm4j.benchmarks.profile;

import java.util.EnumMap;
import java.util.Map;

/// Nanoseconds and calls of each phase; for one thread.
final class PhaseTimes {

    private final Map<Phase, Tally> tallies = new EnumMap<>(Phase.class);

    PhaseTimes() {
        clear();
    }

    /// Counts a call that began at that moment and ends now.
    void end(Phase phase, long start) {
        add(phase, System.nanoTime() - start);
    }

    void add(Phase phase, long duration) {
        Tally tally = of(phase);
        tally.nanoseconds += duration;
        tally.calls++;
    }

    long nanoseconds(Phase phase) {
        return of(phase).nanoseconds;
    }

    long calls(Phase phase) {
        return of(phase).calls;
    }

    long total() {
        return tallies.values().stream().mapToLong(tally -> tally.nanoseconds).sum();
    }

    void clear() {
        for (Phase phase : Phase.values()) {
            tallies.put(phase, new Tally());
        }
    }

    private Tally of(Phase phase) {
        Tally tally = tallies.get(phase);
        if (tally == null) {
            throw new IllegalStateException("every phase has a tally");
        }
        return tally;
    }

    private static final class Tally {
        long nanoseconds;
        long calls;
    }
}
