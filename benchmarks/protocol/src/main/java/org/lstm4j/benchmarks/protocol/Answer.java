package org.lstm4j.benchmarks.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a measuring process says on standard output, among whatever a library prints there: lines that begin with [#MARK], then a
/// key and its value.
///
/// @param version the library and what computes in it
/// @param check what the comparison with the reference found
/// @param bare seconds of the call alone; absent for [Mode#PROCESS], which its parent times
/// @param withCopies seconds of the call with its copies in and out, where that was asked for and is something else
/// @param peakKilobytes most memory the process held, -1 where the system does not say
public record Answer(
        String version, String check, Optional<Spread> bare, Optional<Spread> withCopies, long peakKilobytes) {

    /// How a line of ours begins.
    public static final String MARK = "lstm4j-peer ";

    private static final String FAILED = "failed";

    /// The lines that [#parse] reads.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("version", version));
        lines.add(line("check", check));
        bare.ifPresent(spread -> lines.add(line("bare", text(spread))));
        withCopies.ifPresent(spread -> lines.add(line("copies", text(spread))));
        lines.add(line("memory_kb", Long.toString(peakKilobytes)));
        return lines;
    }

    /// The line of a process that could not do what it was told.
    public static String failure(String reason) {
        return line(FAILED, reason);
    }

    /// The reason that a process gave for its failure.
    public static Optional<String> reason(List<String> lines) {
        return Optional.ofNullable(values(lines).get(FAILED));
    }

    /// Finds the answer among the lines of a process.
    ///
    /// @return nothing when it is not whole
    public static Optional<Answer> parse(List<String> lines) {
        Map<String, String> values = values(lines);
        String version = values.get("version");
        String check = values.get("check");
        String memory = values.get("memory_kb");
        if (version == null || check == null || memory == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Answer(version, check, spread(values, "bare"), spread(values, "copies"),
                    Long.parseLong(memory)));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a line that was cut off
        }
    }

    private static Map<String, String> values(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ', MARK.length());
            if (line.startsWith(MARK) && space > 0) {
                values.put(line.substring(MARK.length(), space), line.substring(space + 1));
            }
        }
        return values;
    }

    private static Optional<Spread> spread(Map<String, String> values, String key) {
        String text = values.get(key);
        if (text == null) {
            return Optional.empty();
        }
        String[] numbers = text.split(" ", -1);
        if (numbers.length != 3) {
            throw new IllegalArgumentException(key + " should have three numbers, but is " + text);
        }
        return Optional.of(new Spread(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2])));
    }

    private static String text(Spread spread) {
        return spread.median() + " " + spread.min() + " " + spread.max();
    }

    private static String line(String key, String value) {
        return MARK + key + " " + value.replaceAll("\\s+", " ").replace(',', ';');
    }
}
