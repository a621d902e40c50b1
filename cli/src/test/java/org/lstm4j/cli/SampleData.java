package org.lstm4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Small tables for tests: hours from 1 January 2024 on, a column `load` and a column `temp`.
final class SampleData {

    static final String HEADER = "time,load,temp\n";

    private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

    private SampleData() {}

    /// A daily wave with a slower one on top.
    static String wave(int hours) {
        return hours(hours, hour -> Double.toString(wave((double) hour)));
    }

    /// @param load the text of `load` in each hour
    static String hours(int hours, IntFunction<String> load) {
        return HEADER + IntStream.range(0, hours)
                .mapToObj(hour -> START.plusHours(hour) + "," + load.apply(hour) + "," + hour % 7 + "\n")
                .collect(Collectors.joining());
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double wave(double hour) {
        return 50 + 10 * StrictMath.sin(hour * Math.PI / 12) + 3 * StrictMath.sin(hour * 0.17);
    }
}
