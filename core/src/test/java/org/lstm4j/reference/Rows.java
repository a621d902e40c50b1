package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Arrays of any number of axes seen as the list of their innermost rows. The rows are shared, not copied: writing to a row
/// changes the array.
final class Rows {

    private Rows() {}

    static List<double[]> of(double[]... rows) {
        return Arrays.asList(rows);
    }

    static List<double[]> of(double[][][] values) {
        List<double[]> rows = new ArrayList<>();
        for (double[][] matrix : values) {
            rows.addAll(Arrays.asList(matrix));
        }
        return rows;
    }

    /// All elements in order, copied.
    static double[] flat(List<double[]> rows) {
        return rows.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    static int count(List<double[]> rows) {
        return rows.stream().mapToInt(row -> row.length).sum();
    }

    /// Fills with values spread evenly over ±width, each of them a float, so that a float32 layer can be given the same.
    static void fill(List<double[]> rows, double width, SplittableRandom random) {
        for (double[] row : rows) {
            for (int index = 0; index < row.length; index++) {
                row[index] = (float) ((2 * random.nextDouble() - 1) * width);
            }
        }
    }
}
