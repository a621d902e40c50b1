package org.lstm4j.nn;

import java.util.Arrays;
import org.lstm4j.kernels.DenseProducts;
import org.lstm4j.tensor.Shape;

/// A layer normalisation at work: every axis but the innermost counts rows. Sums of a row are taken in double, in order.
final class LayerNormalizationPass extends CheckedPass {

    private final LayerNormalization layer;
    private final int features;
    private final int rows;
    /// x̂, in the shape of the input.
    private final float[] normalized;
    /// 1 / √(variance + ε) of each row.
    private final double[] inverseDeviation;
    private final float[] gammaSums;
    private final float[] betaSums;

    LayerNormalizationPass(LayerNormalization layer, Shape shape, PassMode mode) {
        super(layer, shape, shape, mode);
        this.layer = layer;
        features = shape.last();
        rows = shape.elements() / features;
        normalized = new float[rows * features];
        inverseDeviation = new double[rows];
        gammaSums = new float[features];
        betaSums = new float[features];
    }

    @Override
    void run(float[] x, float[] y) {
        float[] gamma = layer.gamma().value();
        float[] beta = layer.beta().value();
        for (int row = 0; row < rows; row++) {
            int from = row * features;
            double mean = mean(x, from);
            double inverse = 1 / Math.sqrt(variance(x, from, mean) + layer.spec().epsilon());
            inverseDeviation[row] = inverse;
            for (int k = 0; k < features; k++) {
                normalized[from + k] = (float) ((x[from + k] - mean) * inverse);
                y[from + k] = Math.fma(gamma[k], normalized[from + k], beta[k]);
            }
        }
    }

    private double mean(float[] x, int from) {
        double sum = 0;
        for (int k = 0; k < features; k++) {
            sum += x[from + k];
        }
        return sum / features;
    }

    private double variance(float[] x, int from, double mean) {
        double sum = 0;
        for (int k = 0; k < features; k++) {
            double distance = x[from + k] - mean;
            sum += distance * distance;
        }
        return sum / features;
    }

    /// `dγ[k] += Σ r: dy[r][k]·x̂[r][k]` and `dβ[k] += Σ r: dy[r][k]`, rows in order within chunks, as a dense layer's.
    @Override
    void addWeightGradients(float[] x, float[] y, float[] dy) {
        for (int first = 0; first < rows; first += DenseProducts.CHUNK_ROWS) {
            int end = Math.min(rows, first + DenseProducts.CHUNK_ROWS);
            Arrays.fill(gammaSums, 0f);
            Arrays.fill(betaSums, 0f);
            for (int index = first * features, k = 0; index < end * features; index++) {
                gammaSums[k] = Math.fma(dy[index], normalized[index], gammaSums[k]);
                betaSums[k] += dy[index];
                k = k + 1 == features ? 0 : k + 1;
            }
            add(gammaSums, layer.gamma().gradient());
            add(betaSums, layer.beta().gradient());
        }
    }

    private static void add(float[] values, float[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += values[k];
        }
    }

    /// With g = dy·γ it is dx = (g − mean(g) − x̂·mean(g·x̂)) / √(variance + ε).
    @Override
    void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
        float[] gamma = layer.gamma().value();
        for (int row = 0; row < rows; row++) {
            int from = row * features;
            double sum = 0;
            double sumWithNormalized = 0;
            for (int k = 0; k < features; k++) {
                double g = (double) dy[from + k] * gamma[k];
                sum += g;
                sumWithNormalized += g * normalized[from + k];
            }
            double mean = sum / features;
            double slope = sumWithNormalized / features;
            for (int k = 0; k < features; k++) {
                double g = (double) dy[from + k] * gamma[k];
                dx[from + k] = (float) (inverseDeviation[row] * (g - mean - normalized[from + k] * slope));
            }
        }
    }
}
