package org.lstm4j.nn;

import java.util.Arrays;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a layer that lets the last step through alone: [steps, features] becomes [features].
///
/// With a [StepMask] that is each sequence's last step that counts; 0 for a sequence of which none does.
public record LastStepSpec() implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "last_step";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepUse stepUse() {
        return StepUse.LAST_ALONE;
    }

    @Override
    public Layer build(String place, Shape inputShape, RandomStreams streams) {
        return new WeightlessLayer(place, this, inputShape, LastStepSpec::outputShape, Taking::new);
    }

    @Override
    public Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }

    private static Shape outputShape(String layer, Shape sample) {
        StepShapes.requireSteps(layer, sample);
        return StepShapes.ofOneStep(sample);
    }

    private static final class Taking extends CheckedPass {

        private static final int NONE = -1;

        private final int batch;
        private final int steps;
        private final int numbers;
        /// Of each sequence, where in the input its last step begins.
        private final int[] places;

        Taking(Layer layer, Shape inputShape, Shape outputShape, PassMode mode) {
            super(layer, inputShape, outputShape, mode);
            batch = inputShape.size(0);
            steps = inputShape.size(1);
            numbers = outputShape.withoutBatch().elements();
            places = new int[batch];
        }

        @Override
        void run(float[] x, float[] y) {
            for (int sample = 0; sample < batch; sample++) {
                take(sample, steps - 1, x, y);
            }
        }

        @Override
        void run(float[] x, float[] y, StepMask mask) {
            mask.requireSize(batch, steps);
            Arrays.fill(y, 0f);
            for (int sample = 0; sample < batch; sample++) {
                take(sample, mask.lastStep(sample), x, y);
            }
        }

        private void take(int sample, int step, float[] x, float[] y) {
            places[sample] = step < 0 ? NONE : (sample * steps + step) * numbers;
            if (places[sample] != NONE) {
                System.arraycopy(x, places[sample], y, sample * numbers, numbers);
            }
        }

        @Override
        void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
            Arrays.fill(dx, 0f);
            for (int sample = 0; sample < batch; sample++) {
                if (places[sample] != NONE) {
                    System.arraycopy(dy, sample * numbers, dx, places[sample], numbers);
                }
            }
        }
    }
}
