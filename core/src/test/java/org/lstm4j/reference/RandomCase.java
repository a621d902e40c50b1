package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// A random model with a random problem: everything that a loss, a number, is computed from.
///
/// The loss has a part from the output and a part from the final states, so that gradients enter backward from everywhere
/// they can:
///
/// ```
/// L = mean l(output − target) + Σ over layers (u·h_T + v·c_T)
/// ```
final class RandomCase {

    /// Where Huber's loss turns from square to line.
    private static final double DELTA = 0.5;

    final CaseSizes sizes;
    final ReferenceModel model;
    final double[][][] input;
    final List<ReferenceState> initial;
    final ReferenceLoss loss;
    final double[][][] target;

    /// u and v, one pair a layer: the gradient of the loss with respect to the final states.
    final List<ReferenceState> finalGradients;

    RandomCase(CaseSizes sizes, SplittableRandom random) {
        this.sizes = sizes;
        this.model = model(sizes, random);
        this.input = new double[sizes.batch()][sizes.steps()][sizes.features()];
        Rows.fill(Rows.of(input), 1.5, random);
        this.initial = states(sizes, sizes.initialState() ? 1 : 0, random);
        this.finalGradients = states(sizes, random.nextBoolean() ? 0.5 : 0, random);
        this.loss = loss(random);
        this.target = target(model.forward(input, initial).output, random);
    }

    private static ReferenceModel model(CaseSizes sizes, SplittableRandom random) {
        List<ReferenceLstm> layers = new ArrayList<>();
        for (int layer = 0; layer < sizes.layers(); layer++) {
            layers.add(lstm(layer == 0 ? sizes.features() : sizes.units(), sizes.units(), random));
        }
        ReferenceDense dense = new ReferenceDense(
                new double[sizes.outputs()][sizes.units()],
                new double[sizes.outputs()]);
        Rows.fill(Rows.of(dense.weights), 1, random);
        Rows.fill(Rows.of(dense.bias), 1, random);
        return new ReferenceModel(new ReferenceStack(layers), dense, sizes.everyStep());
    }

    private static ReferenceLstm lstm(int features, int units, SplittableRandom random) {
        ReferenceLstm lstm = new ReferenceLstm(
                new double[4 * units][features],
                new double[4 * units][units],
                new double[4 * units]);
        Rows.fill(Rows.of(lstm.inputWeights), 1.5 / Math.sqrt(features), random);
        Rows.fill(Rows.of(lstm.recurrentWeights), 1.5 / Math.sqrt(units), random);
        Rows.fill(Rows.of(lstm.bias), 1, random);
        return lstm;
    }

    private static List<ReferenceState> states(CaseSizes sizes, double width, SplittableRandom random) {
        List<ReferenceState> states = new ArrayList<>();
        for (int layer = 0; layer < sizes.layers(); layer++) {
            ReferenceState state = new ReferenceState(sizes.batch(), sizes.units());
            Rows.fill(Rows.of(state.hidden), width, random);
            Rows.fill(Rows.of(state.cell), width, random);
            states.add(state);
        }
        return states;
    }

    private static ReferenceLoss loss(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> ReferenceLoss.meanSquaredError();
            case 1 -> ReferenceLoss.meanAbsoluteError();
            default -> ReferenceLoss.huber(DELTA);
        };
    }

    /// Targets at a distance from the output that keeps clear of 0 and δ: there MAE and Huber have a corner, and a difference
    /// taken across a corner is not a derivative.
    private static double[][][] target(double[][][] output, SplittableRandom random) {
        double[][][] target = new double[output.length][output[0].length][output[0][0].length];
        for (int sample = 0; sample < output.length; sample++) {
            for (int step = 0; step < output[0].length; step++) {
                for (int index = 0; index < output[0][0].length; index++) {
                    double within = random.nextDouble(0.2 * DELTA, 0.8 * DELTA);
                    double distance = random.nextBoolean() ? within : within + DELTA;
                    target[sample][step][index] = (float) (output[sample][step][index]
                            + (random.nextBoolean() ? distance : -distance));
                }
            }
        }
        return target;
    }

    /// L, by a forward pass.
    double lossValue() {
        ReferenceModel.Trace trace = model.forward(input, initial);
        double value = loss.of(trace.output, target);
        for (int layer = 0; layer < sizes.layers(); layer++) {
            ReferenceState state = trace.layers.get(layer).finalState();
            ReferenceState weight = finalGradients.get(layer);
            value += dot(weight.hidden, state.hidden) + dot(weight.cell, state.cell);
        }
        return value;
    }

    /// Everything L depends on, each beside its gradient by a backward pass.
    ///
    /// @param layers what to put in place of each LSTM layer for the backward pass: itself, or one with a planted fault
    List<CheckedTensor> gradients(UnaryOperator<ReferenceLstm> layers) {
        ReferenceModel run = new ReferenceModel(
                new ReferenceStack(model.lstms().layers().stream().map(layers).toList()),
                model.dense(),
                model.everyStep());
        ReferenceModel.Trace trace = run.forward(input, initial);
        double[][][] outputGradient = loss.gradient(trace.output, target);
        ReferenceModel.Gradients gradients = run.backward(trace, outputGradient, finalGradients);

        List<CheckedTensor> tensors = new ArrayList<>();
        tensors.add(new CheckedTensor("input", Rows.of(input), Rows.of(gradients.layers().getFirst().input)));
        for (int layer = 0; layer < sizes.layers(); layer++) {
            addLayer(tensors, layer, gradients.layers().get(layer));
        }
        ReferenceDense.Gradients top = gradients.dense();
        tensors.add(new CheckedTensor("dense weights", model.dense().weights, top.weights));
        tensors.add(new CheckedTensor("dense bias", Rows.of(model.dense().bias), Rows.of(top.bias)));
        return tensors;
    }

    private void addLayer(List<CheckedTensor> tensors, int layer, ReferenceGradients gradients) {
        ReferenceLstm lstm = model.lstms().layers().get(layer);
        ReferenceState state = initial.get(layer);
        String name = "layer " + layer;
        tensors.add(new CheckedTensor(name + " input weights", lstm.inputWeights, gradients.inputWeights));
        tensors.add(new CheckedTensor(name + " recurrent weights", lstm.recurrentWeights, gradients.recurrentWeights));
        tensors.add(new CheckedTensor(name + " bias", Rows.of(lstm.bias), Rows.of(gradients.bias)));
        tensors.add(new CheckedTensor(name + " initial hidden", state.hidden, gradients.initial.hidden));
        tensors.add(new CheckedTensor(name + " initial cell", state.cell, gradients.initial.cell));
    }

    @Override
    public String toString() {
        return loss.name() + " " + sizes;
    }

    private static double dot(double[][] left, double[][] right) {
        double sum = 0;
        for (int row = 0; row < left.length; row++) {
            for (int column = 0; column < left[0].length; column++) {
                sum += left[row][column] * right[row][column];
            }
        }
        return sum;
    }
}
