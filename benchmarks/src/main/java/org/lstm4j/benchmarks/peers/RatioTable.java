package org.lstm4j.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.lstm4j.benchmarks.protocol.Spread;

/// The comparison for people: how many times as fast as the fastest peer, and the peaks of memory.
final class RatioTable {

    private static final String ROW = "%-12s %-8s %-12s %7s  %-26s %8s %16s %8s %6s  %s%n";

    private RatioTable() {}

    /// @param tasks the figures of each task
    static String of(List<List<Figures>> tasks, boolean times, boolean memory) {
        StringBuilder table = new StringBuilder();
        if (times) {
            table.append(times(tasks));
        }
        if (memory) {
            table.append(times ? "\n" : "").append(memory(tasks));
        }
        return table.append(failures(tasks)).toString();
    }

    /// One task's ratios in a line each of ours: `W3 inf64 on 2 threads: lstm4j is 0.97 (0.91 to 1.04) times as fast as onnxruntime, goal 1.10`.
    static List<String> lines(List<Figures> figures) {
        List<String> lines = new ArrayList<>();
        for (Figures ours : own(figures)) {
            Ratio.of(ours, figures).ifPresent(ratio -> lines.add(line(ratio)));
        }
        return lines;
    }

    private static String line(Ratio ratio) {
        Spread times = ratio.times();
        return String.format(Locale.ROOT, "%s: %s is %.2f (%.2f to %.2f) times as fast as %s, goal %s",
                ratio.task().text(), ratio.ours(), times.median(), times.min(), times.max(), ratio.fastest(),
                goal(ratio.goal()));
    }

    private static String times(List<List<Figures>> tasks) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, ROW, "ours", "workload", "mode", "threads",
                "fastest peer", "ratio", "least to most", "bound", "goal", "reached"));
        for (List<Figures> figures : tasks) {
            for (Figures ours : own(figures)) {
                Ratio.of(ours, figures).ifPresent(ratio -> table.append(row(ratio)));
            }
        }
        return table
                .append("ratio: the fastest peer's time / ours, median over rounds; bound: the ratio is above it with"
                        + " 90 % confidence;\nreached: ratio at least the goal and bound at least 1\n")
                .toString();
    }

    private static String row(Ratio ratio) {
        Spread times = ratio.times();
        return String.format(Locale.ROOT, ROW, ratio.ours(), ratio.task().workload().name(),
                ratio.task().mode().label(), ratio.task().threads(), ratio.fastest(), number(times.median()),
                number(times.min()) + " to " + number(times.max()), number(ratio.bound()), goal(ratio.goal()),
                ratio.reached().map(RatioTable::yes).orElse("-"));
    }

    private static String memory(List<List<Figures>> tasks) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, ROW, "ours", "workload", "peak of",
                "threads", "smallest peer", "MB", "least to most", "peer MB", "goal", "reached"));
        for (List<Figures> figures : tasks) {
            for (Figures ours : own(figures)) {
                if (ours.failure().isEmpty()) {
                    table.append(memoryRow(ours, figures));
                }
            }
        }
        return table.toString();
    }

    private static String memoryRow(Figures ours, List<Figures> figures) {
        Spread peak = Spread.of(ours.megabytes());
        OptionalDouble goal = Goal.megabytes(ours.task());
        String smallest = "none";
        double least = Double.POSITIVE_INFINITY;
        for (Figures peer : figures) {
            if (!peer.contestant().ours() && peer.failure().isEmpty()
                    && Spread.of(peer.megabytes()).median() < least) {
                least = Spread.of(peer.megabytes()).median();
                smallest = peer.contestant().name();
            }
        }
        return String.format(Locale.ROOT, ROW, ours.contestant().name(), ours.task().workload().name(),
                ours.task().mode().label(), ours.task().threads(), smallest, whole(peak.median()),
                whole(peak.min()) + " to " + whole(peak.max()), Double.isInfinite(least) ? "-" : whole(least),
                goal.isPresent() ? whole(goal.getAsDouble()) : "-",
                goal.isPresent() ? yes(peak.median() <= goal.getAsDouble()) : "-");
    }

    private static String failures(List<List<Figures>> tasks) {
        StringBuilder lines = new StringBuilder();
        for (List<Figures> figures : tasks) {
            for (Figures figure : figures) {
                figure.failure().ifPresent(reason -> lines.append(
                        figure.contestant().name() + ", " + figure.task().text() + ": failed: " + reason + "\n"));
            }
        }
        return lines.isEmpty() ? "" : "\n" + lines;
    }

    private static List<Figures> own(List<Figures> figures) {
        List<Figures> own = new ArrayList<>(figures);
        own.removeIf(figure -> !figure.contestant().ours());
        return own;
    }

    private static String yes(boolean reached) {
        return reached ? "yes" : "no";
    }

    private static String goal(OptionalDouble goal) {
        return goal.isPresent() ? number(goal.getAsDouble()) : "-";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
