package org.lstm4j.benchmarks;

/// How long to measure.
///
/// @param warmUpSeconds least warm-up of each implementation
/// @param warmUpSteps least steps of warm-up; both must be reached
/// @param rounds samples; implementations take turns in each
/// @param roundSeconds least length of a sample: a short step is repeated that long
/// @param allocationSteps most steps whose allocation is read
/// @param children fresh JVMs for a figure of a whole process
record Pace(
        double warmUpSeconds,
        int warmUpSteps,
        int rounds,
        double roundSeconds,
        int allocationSteps,
        int children) {

    /// All workloads, one thread and all cores, in about ten minutes on two cores.
    static final Pace DEFAULT = new Pace(1.5, 3, 7, 0.2, 1000, 5);

    /// All workloads on one thread in about a minute.
    static final Pace QUICK = new Pace(0.25, 1, 3, 0.05, 1000, 3);
}
