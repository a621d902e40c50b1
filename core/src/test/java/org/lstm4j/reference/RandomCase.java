package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

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
        this.finalGradients = states(sizes, sizes.finalState() ? 0.5 : 0, random);
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

    @Override
    public String toString() {
        return loss.name() + " " + sizes;
    }
}
