package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [Adam] and [AdamW] with AMSGrad: what [AdamOptimizer] has, and the largest average square so far.
final class AmsgradOptimizer extends ParameterOptimizer {

    private final AdamStep step;
    private final float[][] means;
    private final float[][] squares;
    private final float[][] largestSquares;

    /// @param decoupledDecay λ of AdamW, 0 for none
    AmsgradOptimizer(Adam spec, double decoupledDecay, List<Parameter> parameters) {
        super(spec.learningRate(), spec.weightDecay(), parameters);
        step = new AdamStep(spec, decoupledDecay, memory);
        means = memory.zeros("mean");
        squares = memory.zeros("square");
        largestSquares = memory.zeros("largest_square");
    }

    @Override
    void begin(double rate) {
        step.begin(rate);
    }

    @Override
    void update(int index, float[] value, float[] gradient) {
        update(value, gradient, means[index], squares[index], largestSquares[index], step);
    }

    private static void update(
            float[] value, float[] gradient, float[] mean, float[] square, float[] largestSquare, AdamStep step) {
        float beta1 = step.beta1;
        float beta2 = step.beta2;
        float oneMinusBeta1 = step.oneMinusBeta1;
        float oneMinusBeta2 = step.oneMinusBeta2;
        float size = step.size;
        float squareScale = step.squareScale;
        float epsilon = step.epsilon;
        float kept = step.kept;
        for (int index = 0; index < value.length; index++) {
            float slope = gradient[index];
            float m = Math.fma(beta1, mean[index], oneMinusBeta1 * slope);
            float v = Math.fma(beta2, square[index], oneMinusBeta2 * slope * slope);
            float largest = Math.max(largestSquare[index], v);
            mean[index] = m;
            square[index] = v;
            largestSquare[index] = largest;
            float root = (float) Math.sqrt(largest);
            value[index] = kept * value[index] - size * m / Math.fma(root, squareScale, epsilon);
        }
    }
}
