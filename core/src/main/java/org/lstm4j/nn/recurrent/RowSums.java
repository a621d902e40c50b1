package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.ArrayLength;

/// The gradient of a parameter that every row of every step adds to: sums of each row over its steps, last step first, then over
/// rows in order. A row belongs to one thread, so that threads split no sum. All in double, for sums may be long.
final class RowSums {

    private final RowPieces pieces;
    private final int batch;
    /// [pieces, batch, 16]
    private final double[] sums;

    RowSums(RowPieces pieces, int batch) {
        this.pieces = pieces;
        this.batch = batch;
        sums = new double[ArrayLength.of(pieces.count(), batch, UNITS)];
    }

    /// Before the loop backward.
    void clear(int first, int places) {
        for (int piece = 0; piece < pieces.count(); piece++) {
            int from = at(piece, first);
            Arrays.fill(sums, from, from + places * UNITS, 0);
        }
    }

    /// Adds a step's gradients of a piece.
    ///
    /// @param gradients [batch, 16]
    void add(int piece, int first, int rows, float[] gradients) {
        int offset = at(piece, 0);
        for (int index = first * UNITS; index < (first + rows) * UNITS; index++) {
            sums[offset + index] += gradients[index];
        }
    }

    /// Adds a step's gradients, each times a factor.
    void addProducts(int piece, int first, int rows, float[] gradients, float[] factors) {
        int offset = at(piece, 0);
        for (int index = first * UNITS; index < (first + rows) * UNITS; index++) {
            sums[offset + index] += gradients[index] * factors[index];
        }
    }

    /// After the loop backward.
    void addTo(Parameter parameter) {
        for (int piece = 0; piece < pieces.count(); piece++) {
            int to = pieces.parameterAt(piece);
            for (int unit = 0; unit < pieces.present(piece); unit++) {
                parameter.gradient()[to + unit] += (float) overRows(at(piece, 0) + unit);
            }
        }
    }

    private double overRows(int from) {
        double sum = 0;
        for (int place = 0; place < batch; place++) {
            sum += sums[from + place * UNITS];
        }
        return sum;
    }

    private int at(int piece, int place) {
        return (piece * batch + place) * UNITS;
    }
}
