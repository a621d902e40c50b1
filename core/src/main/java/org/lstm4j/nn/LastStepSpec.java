package org.lstm4j.nn;

import java.util.Arrays;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a layer that lets the last step through alone: [steps, features] becomes [features].
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

        private final int batch;
        private final int steps;
        private final int numbers;

        Taking(Layer layer, Shape inputShape, Shape outputShape, PassMode mode) {
            super(layer, inputShape, outputShape, mode);
            batch = inputShape.size(0);
            steps = inputShape.size(1);
            numbers = outputShape.withoutBatch().elements();
        }

        @Override
        void run(float[] x, float[] y) {
            for (int sample = 0; sample < batch; sample++) {
                System.arraycopy(x, lastStep(sample), y, sample * numbers, numbers);
            }
        }

        @Override
        void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
            Arrays.fill(dx, 0f);
            for (int sample = 0; sample < batch; sample++) {
                System.arraycopy(dy, sample * numbers, dx, lastStep(sample), numbers);
            }
        }

        private int lastStep(int sample) {
            return (sample * steps + steps - 1) * numbers;
        }
    }
}
