package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.List;

/// How far float32 rounding can move the results of a whole [RandomCase]: [LstmRounding] for each layer, and the same rules
/// for the dense layer on top.
final class CaseRounding {

    private final ReferenceModel model;
    private final ReferenceModel.Trace trace;
    private final List<LstmRounding> layers = new ArrayList<>();

    /// V of what the dense layer hears, [B, T or 1, H].
    private final double[][][] heardVariance;

    CaseRounding(ReferenceModel model, ReferenceModel.Trace trace) {
        this.model = model;
        this.trace = trace;
        double[][][] flowing = like(trace.layers.getFirst().input);
        for (int layer = 0; layer < trace.layers.size(); layer++) {
            LstmRounding rounding = new LstmRounding(model.lstms().layers().get(layer), trace.layers.get(layer),
                    flowing);
            layers.add(rounding);
            flowing = rounding.variance().hidden;
        }
        this.heardVariance = model.heard(flowing);
    }

    /// The variance of every result, in units of ε².
    ///
    /// @param outputGradient dL/doutput, exact
    /// @param gradients what [ReferenceModel#backward] made of it
    CaseResults variances(
            double[][][] outputGradient,
            ReferenceModel.Gradients gradients,
            List<ReferenceState> finalGradients) {
        ReferenceDense.Gradients dense = denseGradients(outputGradient);
        int steps = trace.layers.getFirst().steps;
        double[][][] dh = model.spread(gradients.dense().input, steps);
        double[][][] dhVariance = model.spread(dense.input, steps);
        List<ReferenceGradients> below = new ArrayList<>();
        for (int layer = layers.size() - 1; layer >= 0; layer--) {
            ReferenceGradients variance = new LstmBackwardRounding(
                    model.lstms().layers().get(layer),
                    trace.layers.get(layer),
                    layers.get(layer)).run(dh, dhVariance, finalGradients.get(layer));
            below.addFirst(variance);
            dh = gradients.layers().get(layer).input;
            dhVariance = variance.input;
        }
        List<ReferenceState> states = layers.stream().map(layer -> layer.variance().finalState()).toList();
        return new CaseResults(output(), states, new ReferenceModel.Gradients(below, dense));
    }

    /// y = b + W·x.
    private double[][][] output() {
        double[][][] output = like(trace.output);
        for (int sample = 0; sample < output.length; sample++) {
            for (int step = 0; step < output[0].length; step++) {
                for (int row = 0; row < output[0][0].length; row++) {
                    RoundedSum sum = new RoundedSum(model.dense().bias[row], 0);
                    sum.addProducts(
                            model.dense().weights[row],
                            trace.denseInput[sample][step],
                            heardVariance[sample][step]);
                    output[sample][step][row] = sum.variance();
                }
            }
        }
        return output;
    }

    private ReferenceDense.Gradients denseGradients(double[][][] dy) {
        ReferenceDense dense = model.dense();
        ReferenceDense.Gradients variance = new ReferenceDense.Gradients(dy.length, dy[0].length, dense);
        for (int row = 0; row < dense.bias.length; row++) {
            RoundedSum bias = new RoundedSum(0, 0);
            for (double[] gradient : Rows.of(dy)) {
                bias.add(gradient[row], 0);
            }
            variance.bias[row] = bias.variance();
            for (int column = 0; column < dense.weights[0].length; column++) {
                variance.weights[row][column] = weightVariance(dy, row, column);
            }
        }
        for (int sample = 0; sample < dy.length; sample++) {
            for (int step = 0; step < dy[0].length; step++) {
                for (int column = 0; column < dense.weights[0].length; column++) {
                    RoundedSum dx = new RoundedSum(0, 0);
                    for (int row = 0; row < dense.bias.length; row++) {
                        dx.addProduct(dense.weights[row][column], 0, dy[sample][step][row], 0);
                    }
                    variance.input[sample][step][column] = dx.variance();
                }
            }
        }
        return variance;
    }

    /// dW = Σ dy·x over samples and steps.
    private double weightVariance(double[][][] dy, int row, int column) {
        RoundedSum sum = new RoundedSum(0, 0);
        for (int sample = 0; sample < dy.length; sample++) {
            for (int step = 0; step < dy[0].length; step++) {
                sum.addProduct(
                        dy[sample][step][row],
                        0,
                        trace.denseInput[sample][step][column],
                        heardVariance[sample][step][column]);
            }
        }
        return sum.variance();
    }

    private static double[][][] like(double[][][] values) {
        return new double[values.length][values[0].length][values[0][0].length];
    }
}
