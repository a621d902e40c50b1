package org.lstm4j.benchmarks;

import java.time.Instant;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.compute.Compute;

/// One training step of W1 on data in memory, then the end: its last line is the microseconds from the moment before the
/// parent started this JVM to the end of that step.
final class FirstStepProcess {

    private FirstStepProcess() {}

    /// @param arguments microseconds since 1970 when the parent started this process, number of threads
    public static void main(String[] arguments) {
        long start = Long.parseLong(arguments[0]);
        try (Compute compute = Compute.withThreads(Integer.parseInt(arguments[1]))) {
            double loss = Subjects.trainingStep(Workload.ALL.getFirst(), compute).run();
            long microseconds = ChildJvm.microseconds(Instant.now()) - start;
            if (!Double.isFinite(loss)) {
                throw new IllegalStateException("the first step gave loss " + loss);
            }
            System.out.println(microseconds);
        }
    }
}
