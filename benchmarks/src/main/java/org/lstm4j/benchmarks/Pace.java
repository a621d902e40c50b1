package org.lstm4j.benchmarks;

import org.lstm4j.benchmarks.protocol.SamplePace;

/// How long to measure.
///
/// @param warmUpSeconds least warm-up of each implementation
/// @param warmUpSteps least steps of warm-up; both must be reached
/// @param rounds samples; implementations take turns in each
/// @param roundSeconds least length of a sample: a short step is repeated that long
/// @param allocationSteps most steps whose allocation is read
/// @param children fresh JVMs for a figure of a whole process
/// @param mostPlainWork operations of the longest call that the plain loops are measured on where the vector kernels are too
record Pace(
        double warmUpSeconds,
        int warmUpSteps,
        int rounds,
        double roundSeconds,
        int allocationSteps,
        int children,
        double mostPlainWork) {

    /// All workloads, one thread and all cores, in about ten minutes on two cores.
    static final Pace DEFAULT = new Pace(1.5, 2, 5, 0.2, 1000, 5, Double.POSITIVE_INFINITY);

    /// All workloads on one thread in about a minute: the plain loops, a second for 13 billion operations, are left out where a
    /// call is long.
    static final Pace QUICK = new Pace(0.2, 1, 3, 0.05, 1000, 2, 5e9);

    /// How long to look where the time of a workload goes.
    double profileSeconds() {
        return Math.max(1, 2 * warmUpSeconds);
    }

    /// The part of it that one call needs.
    SamplePace samples() {
        return new SamplePace(warmUpSeconds, warmUpSteps, rounds, roundSeconds);
    }
}
