package org.lstm4j.benchmarks.protocol;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one process is told to measure, on its command line.
///
/// @param workload the network and its batch
/// @param mode one that a [Peer] can be measured in
/// @param threads how many compute
/// @param reference the file to check against; not read for [Mode#PROCESS]
/// @param pace how long to measure
/// @param copies whether calls are also timed with their copies in and out
public record Assignment(
        Workload workload, Mode mode, int threads, Path reference, SamplePace pace, boolean copies) {

    /// The arguments that [#parse] reads.
    public List<String> arguments() {
        return List.of("--workload", workload.text(), "--mode", mode.label(), "--threads", Integer.toString(threads),
                "--reference", reference.toString(), "--pace", pace.text(), "--copies", Boolean.toString(copies));
    }

    /// @throws IllegalArgumentException when something is missing or not understood
    public static Assignment parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            values.put(arguments[index], arguments[index + 1]);
        }
        String mode = value(values, "--mode");
        return new Assignment(
                Workload.parse(value(values, "--workload")),
                Mode.of(mode).orElseThrow(() -> new IllegalArgumentException("no such mode: " + mode)),
                Integer.parseInt(value(values, "--threads")),
                Path.of(value(values, "--reference")),
                SamplePace.parse(value(values, "--pace")),
                Boolean.parseBoolean(value(values, "--copies")));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("argument " + name + " is missing");
        }
        return value;
    }
}
