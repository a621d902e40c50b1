package org.lstm4j.benchmarks.determinism;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.lstm4j.compute.Compute;

/// What a JVM computed, and with what in truth: a flag may be clipped to what the processor has.
///
/// @param kernels as they describe themselves, the vector's lanes included
/// @param avx `UseAVX`, `-` where the processor is not of that kind
/// @param maxVectorBytes `MaxVectorSize`
/// @param fma whether `Math.fma` is `hardware` or `software`
/// @param code `compiled` or `interpreted`
/// @param threads that shared the work
/// @param subject what was trained
/// @param digest what came out
record Observation(
        String kernels, String avx, String maxVectorBytes, String fma, String code, int threads, Subject subject,
        Digest digest) {

    private static final String MARK = "determinism";
    private static final String BETWEEN = "\t";

    /// Trains in this JVM.
    static Observation make(Subject subject, Compute compute) {
        boolean interpreted = ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-Xint");
        return new Observation(
                compute.kernels().description(),
                JvmFlags.value("UseAVX"),
                JvmFlags.value("MaxVectorSize"),
                JvmFlags.value("UseFMA").equals("true") ? "hardware" : "software",
                interpreted ? "interpreted" : "compiled",
                compute.workers().threads(),
                subject,
                subject.run(compute));
    }

    /// All but subject and outcome: two configurations that are the same here were the same.
    String configuration() {
        return String.join(", ", kernels, "UseAVX " + avx, "MaxVectorSize " + maxVectorBytes, "fma in " + fma, code,
                threads + (threads == 1 ? " thread" : " threads"));
    }

    /// One line, to be read by [#parse].
    String line() {
        return String.join(BETWEEN, MARK, kernels, avx, maxVectorBytes, fma, code, Integer.toString(threads),
                subject.name(), digest.weights(), digest.forecasts(), digest.file());
    }

    /// What a line says, unless the JVM said it for other reasons.
    static Optional<Observation> parse(String line) {
        List<String> fields = List.of(line.split(BETWEEN, -1));
        if (!fields.getFirst().equals(MARK)) {
            return Optional.empty();
        }
        return Optional.of(new Observation(
                fields.get(1), fields.get(2), fields.get(3), fields.get(4), fields.get(5),
                Integer.parseInt(fields.get(6)), Subject.valueOf(fields.get(7)),
                new Digest(fields.get(8), fields.get(9), fields.get(10))));
    }
}
