package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [Nadam]: two averages for every weight, the step count, and running products.
final class NadamOptimizer extends ParameterOptimizer {

    private final NadamStep step;
    private final float[][] means;
    private final float[][] squares;

    NadamOptimizer(Nadam spec, List<Parameter> parameters) {
        super(spec.learningRate(), spec.weightDecay(), parameters);
        step = new NadamStep(spec, memory);
        means = memory.zeros("mean");
        squares = memory.zeros("square");
    }

    @Override
    void begin(double rate) {
        step.begin(rate);
    }

    @Override
    void update(int index, float[] value, float[] gradient) {
        update(value, gradient, means[index], squares[index], step);
    }

    private static void update(float[] value, float[] gradient, float[] mean, float[] square, NadamStep step) {
        float beta1 = step.beta1;
        float beta2 = step.beta2;
        float oneMinusBeta1 = step.oneMinusBeta1;
        float oneMinusBeta2 = step.oneMinusBeta2;
        float slopeSize = step.slopeSize;
        float meanSize = step.meanSize;
        float squareScale = step.squareScale;
        float epsilon = step.epsilon;
        for (int index = 0; index < value.length; index++) {
            float slope = gradient[index];
            float m = Math.fma(beta1, mean[index], oneMinusBeta1 * slope);
            float v = Math.fma(beta2, square[index], oneMinusBeta2 * slope * slope);
            mean[index] = m;
            square[index] = v;
            float root = (float) Math.sqrt(v);
            float ahead = Math.fma(meanSize, m, slopeSize * slope);
            value[index] -= ahead / Math.fma(root, squareScale, epsilon);
        }
    }
}
