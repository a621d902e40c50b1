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
        rows.add(List.of("layer", "output shape", "parameters"));
        rows.add(List.of("input", describe(network.inputShape()), "0"));
        Shape shape = network.inputShape();
        for (Layer layer : network.layers()) {
            shape = layer.outputShape(shape);
            long count = layer.parameters().stream().mapToLong(parameter -> parameter.shape().elements()).sum();
            rows.add(List.of(layer.name(), describe(shape), grouped(count)));
        }
        rows.add(List.of("total", "", grouped(network.parameterCount())));
        return table(rows);
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
        int[] widths = new int[3];
        for (List<String> row : rows) {
            for (int column = 0; column < 3; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        String format = "%-" + widths[0] + "s  %-" + widths[1] + "s  %" + widths[2] + "s\n";
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            text.append(String.format(Locale.ROOT, format, cells.get(0), cells.get(1), cells.get(2)));
            if (row == 0 || row == rows.size() - 2) {
                text.append("-".repeat(widths[0] + widths[1] + widths[2] + 4)).append('\n');
            }
        }
        return text.toString();
    }
}
