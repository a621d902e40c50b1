package org.lstm4j.benchmarks.determinism;

import org.lstm4j.compute.Compute;

/// The program that a child JVM runs: trains each subject and says what came out, a line each.
final class TrainingProcess {

    private TrainingProcess() {}

    /// @param arguments when the parent started this process (not used here), number of threads, names of subjects
    public static void main(String[] arguments) {
        try (Compute compute = Compute.withThreads(Integer.parseInt(arguments[1]))) {
            for (int index = 2; index < arguments.length; index++) {
                System.out.println(Observation.make(Subject.valueOf(arguments[index]), compute).line());
            }
        }
    }
}
