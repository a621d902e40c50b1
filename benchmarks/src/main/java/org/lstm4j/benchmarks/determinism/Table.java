package org.lstm4j.benchmarks.determinism;

import java.util.List;
import java.util.Locale;

/// A row for each JVM: what it computed with, and the first digits of what came out.
final class Table {

    private static final String FORMAT = "%-28s %-6s %-13s %-8s %-11s %-7s  %-17s  %-17s  %-17s";
    private static final int DIGITS = 8;

    static final String HEADER = String.format(Locale.ROOT, FORMAT, "kernels", "UseAVX", "MaxVectorSize", "fma", "code",
            "threads", "stack", "forecaster", "shared").stripTrailing() + "  (weights/forecasts)";

    private Table() {}

    /// @param observations of one JVM, at least one
    static String row(List<Observation> observations) {
        Observation first = observations.getFirst();
        return String.format(Locale.ROOT, FORMAT, first.kernels(), first.avx(), first.maxVectorBytes(), first.fma(),
                first.code(), first.threads(), digits(observations, Subject.STACK),
                digits(observations, Subject.FORECASTER), digits(observations, Subject.SHARED)).stripTrailing();
    }

    private static String digits(List<Observation> observations, Subject subject) {
        return observations.stream()
                .filter(observation -> observation.subject() == subject)
                .map(observation -> observation.digest().weights().substring(0, DIGITS) + "/"
                        + observation.digest().forecasts().substring(0, DIGITS))
                .findFirst()
                .orElse("-");
    }
}
