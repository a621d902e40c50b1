package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.ArrayLength;

/// The layer normalisation of rows of n numbers that stand in pieces of sixteen:
///
/// ```
/// x̂ = (x − mean(x)) / √(variance(x) + ε)        y = γ·x̂        ε = 10⁻⁵
/// dx = (v − mean(v) − x̂·mean(v·x̂)) / √(variance(x) + ε)        with v = γ·dy
/// ```
///
/// Source: Ba, Kiros and Hinton, Layer Normalization, 2016, equation 4; ε as PyTorch's.
///
/// A row's sums run in sixteen lanes, which are added in order at the end; in double, like those of
/// [org.lstm4j.nn.LayerNormalization]. Rows know nothing of each other.
///
/// Work goes piece by piece over all rows, in scratch arrays [batch, 16] that loops read at one and the same index: so the compiler
/// knows that they do not overlap otherwise, and makes vectors of the loops (two to five times as fast, copies included).
final class RowNormalization {

    static final float EPSILON = 1e-5f;

    private final RecurrentBuffers buffers;
    private final RowPieces pieces;
    private final Parameter gain;
    /// x, then x̂, after backward dx; of all kept steps, in the layout of the pieces.
    private final float[] values;
    /// 1/√(variance + ε) of each row of all kept steps.
    private final float[] inverseDeviations;
    private final RowSums gainGradient;

    /// Of the piece at hand: x or x̂; dy, then v; γ, the same for each row.
    private final float[] x;
    private final float[] v;
    private final float[] gains;
    /// Of each row, sixteen times: means of x or v, mean(v·x̂), 1/√(variance + ε).
    private final float[] means;
    private final float[] slopes;
    private final float[] inverses;
    /// Sums in lanes.
    private final double[] sums;
    private final double[] products;

    /// @param count how many numbers all kept steps have in the layout of the pieces
    RowNormalization(RecurrentBuffers buffers, RowPieces pieces, Parameter gain, int count, boolean training) {
        this.buffers = buffers;
        this.pieces = pieces;
        this.gain = gain;
        values = new float[count];
        inverseDeviations = new float[buffers.gateQuarter / UNITS];
        gainGradient = new RowSums(pieces, training ? buffers.batch : 0);
        int lanes = ArrayLength.of(buffers.batch, UNITS);
        x = new float[lanes];
        v = new float[lanes];
        gains = new float[lanes];
        means = new float[lanes];
        slopes = new float[lanes];
        inverses = new float[lanes];
        sums = new double[lanes];
        products = new double[lanes];
    }

    float[] values() {
        return values;
    }

    /// Finds mean and variance of each row.
    ///
    /// @param at where the step's piece 0 of the first row stands
    void measure(int t, int first, int rows, int at) {
        clear(first, rows, sums);
        for (int piece = 0; piece < pieces.count(); piece++) {
            load(piece, first, rows, values, at, x);
            for (int run = 0; run < pieces.runs(piece, rows); run++) {
                int from = (first + run) * UNITS;
                addNumbers(from, from + pieces.runLength(piece, rows));
            }
        }
        spreadMeans(first, rows, sums, means);
        clear(first, rows, sums);
        for (int piece = 0; piece < pieces.count(); piece++) {
            load(piece, first, rows, values, at, x);
            for (int run = 0; run < pieces.runs(piece, rows); run++) {
                int from = (first + run) * UNITS;
                addSquares(from, from + pieces.runLength(piece, rows));
            }
        }
        keepDeviations(t, first, rows);
        spreadDeviations(t, first, rows);
    }

    /// From x to x̂ in a piece of rows just measured.
    ///
    /// @param y in and out, [batch, 16]: γ·x̂ is added
    void addNormalized(int piece, int first, int rows, int at, float[] y) {
        load(piece, first, rows, values, at, x);
        pieces.spread(gain.value(), piece, first, rows, gains);
        for (int run = 0; run < pieces.runs(piece, rows); run++) {
            int from = (first + run) * UNITS;
            normalize(from, from + pieces.runLength(piece, rows), y);
        }
        store(piece, first, rows, values, at);
    }

    /// Before the loop backward.
    void startGradients(int first, int places) {
        gainGradient.clear(first, places);
    }

    /// Puts dx where x̂ stood, and notes the gradient of γ.
    ///
    /// @param dy gradients, in the layout of the pieces
    /// @param dyAt where piece 0 of the first row stands
    void backward(int t, int first, int rows, int at, float[] dy, int dyAt) {
        clear(first, rows, sums);
        clear(first, rows, products);
        for (int piece = 0; piece < pieces.count(); piece++) {
            load(piece, first, rows, values, at, x);
            load(piece, first, rows, dy, dyAt, v);
            gainGradient.addProducts(piece, first, rows, v, x);
            pieces.spread(gain.value(), piece, first, rows, gains);
            for (int run = 0; run < pieces.runs(piece, rows); run++) {
                int from = (first + run) * UNITS;
                addWeighted(from, from + pieces.runLength(piece, rows));
            }
        }
        spreadMeans(first, rows, sums, means);
        spreadMeans(first, rows, products, slopes);
        spreadDeviations(t, first, rows);
        for (int piece = 0; piece < pieces.count(); piece++) {
            load(piece, first, rows, values, at, x);
            load(piece, first, rows, dy, dyAt, v);
            pieces.spread(gain.value(), piece, first, rows, gains);
            for (int run = 0; run < pieces.runs(piece, rows); run++) {
                int from = (first + run) * UNITS;
                carryBack(from, from + pieces.runLength(piece, rows));
            }
            store(piece, first, rows, values, at);
        }
    }

    /// After the loop backward.
    void addGradients() {
        gainGradient.addTo(gain);
    }

    private void load(int piece, int first, int rows, float[] source, int at, float[] target) {
        System.arraycopy(source, at + piece * pieces.stride(), target, first * UNITS, rows * UNITS);
    }

    private void store(int piece, int first, int rows, float[] target, int at) {
        System.arraycopy(x, first * UNITS, target, at + piece * pieces.stride(), rows * UNITS);
    }

    private static void clear(int first, int rows, double[] lanes) {
        Arrays.fill(lanes, first * UNITS, (first + rows) * UNITS, 0);
    }

    private void addNumbers(int from, int to) {
        for (int index = from; index < to; index++) {
            sums[index] += x[index];
        }
    }

    private void addSquares(int from, int to) {
        for (int index = from; index < to; index++) {
            double distance = x[index] - means[index];
            sums[index] += distance * distance;
        }
    }

    private void normalize(int from, int to, float[] y) {
        for (int index = from; index < to; index++) {
            x[index] = (x[index] - means[index]) * inverses[index];
            y[index] = Math.fma(gains[index], x[index], y[index]);
        }
    }

    private void addWeighted(int from, int to) {
        for (int index = from; index < to; index++) {
            float weighted = gains[index] * v[index];
            sums[index] += weighted;
            products[index] += weighted * x[index];
        }
    }

    private void carryBack(int from, int to) {
        for (int index = from; index < to; index++) {
            float centred = gains[index] * v[index] - means[index];
            x[index] = Math.fma(-x[index], slopes[index], centred) * inverses[index];
        }
    }

    /// The sum of each row's lanes by n, sixteen times.
    private void spreadMeans(int first, int rows, double[] lanes, float[] target) {
        for (int place = first; place < first + rows; place++) {
            float mean = (float) (sumOfLanes(lanes, place) / pieces.width());
            Arrays.fill(target, place * UNITS, (place + 1) * UNITS, mean);
        }
    }

    private void keepDeviations(int t, int first, int rows) {
        int kept = buffers.keptAt(t, 0);
        for (int place = first; place < first + rows; place++) {
            double variance = sumOfLanes(sums, place) / pieces.width();
            inverseDeviations[kept + place] = (float) (1 / Math.sqrt(variance + EPSILON));
        }
    }

    private void spreadDeviations(int t, int first, int rows) {
        int kept = buffers.keptAt(t, 0);
        for (int place = first; place < first + rows; place++) {
            Arrays.fill(inverses, place * UNITS, (place + 1) * UNITS, inverseDeviations[kept + place]);
        }
    }

    private static double sumOfLanes(double[] lanes, int place) {
        double sum = 0;
        for (int lane = place * UNITS; lane < (place + 1) * UNITS; lane++) {
            sum += lanes[lane];
        }
        return sum;
    }
}
