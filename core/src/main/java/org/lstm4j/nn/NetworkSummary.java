package org.lstm4j.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The table of [Sequential#summary]: nothing is cut off, every axis has its name.
final class NetworkSummary {

    private NetworkSummary() {}

    static String of(Sequential network) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("input", network.inputShape(), 0, ""));
        Shape shape = network.inputShape();
        for (Layer layer : network.layers()) {
            List<SummaryLine> lines = layer.summaryLines(shape);
            shape = layer.outputShape(shape);
            rows.add(row(layer.name(), shape, SummaryLine.parametersOf(layer), ""));
            lines.forEach(line -> rows.add(
                    row("  " + line.name(), line.outputShape(), line.parameters(), line.reads())));
        }
        boolean reads = rows.stream().anyMatch(row -> !row.getLast().isEmpty());
        rows.addFirst(List.of("layer", "output shape", "parameters", reads ? "reads" : ""));
        rows.add(List.of("total", "", grouped(network.parameterCount()), ""));
        return table(rows);
    }

    private static List<String> row(String name, Shape shape, long parameters, String reads) {
        return List.of(name, describe(shape), grouped(parameters), reads);
    }

    private static String describe(Shape shape) {
        StringBuilder text = new StringBuilder("[batch");
        for (Axis axis : shape.axes()) {
            text.append(", ").append(axis);
        }
        return text.append(']').toString();
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String table(List<List<String>> rows) {
        int[] widths = new int[4];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        String format = "%-" + widths[0] + "s  %-" + widths[1] + "s  %" + widths[2] + "s  %s";
        int width = widths[0] + widths[1] + widths[2] + 4 + (widths[3] == 0 ? 0 : widths[3] + 2);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            text.append(String.format(Locale.ROOT, format, rows.get(row).toArray()).stripTrailing()).append('\n');
            if (row == 0 || row == rows.size() - 2) {
                text.append("-".repeat(width)).append('\n');
            }
        }
        return text.toString();
    }
}
