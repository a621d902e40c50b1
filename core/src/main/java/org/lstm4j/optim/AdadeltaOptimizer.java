package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [Adadelta]: averages of squared gradients and of squared steps for every weight.
final class AdadeltaOptimizer extends ParameterOptimizer {

    private final Adadelta spec;
    private final float[][] squares;
    private final float[][] squaredSteps;
    private float stepSize;

    AdadeltaOptimizer(Adadelta spec, List<Parameter> parameters) {
        super(spec.learningRate(), spec.weightDecay(), parameters);
        this.spec = spec;
        squares = memory.zeros("square");
        squaredSteps = memory.zeros("squared_step");
    }

    @Override
    void begin(double rate) {
        stepSize = (float) rate;
    }

    @Override
    void update(int index, float[] value, float[] gradient) {
        update(value, gradient, squares[index], squaredSteps[index]);
    }

    private void update(float[] value, float[] gradient, float[] square, float[] squaredStep) {
        float decay = (float) spec.decay();
        float oneMinusDecay = (float) (1 - spec.decay());
        float epsilon = (float) spec.epsilon();
        float size = stepSize;
        for (int index = 0; index < value.length; index++) {
            float slope = gradient[index];
            float s = Math.fma(decay, square[index], oneMinusDecay * slope * slope);
            float d = squaredStep[index];
            float step = (float) Math.sqrt(d + epsilon) / (float) Math.sqrt(s + epsilon) * slope;
            square[index] = s;
            squaredStep[index] = Math.fma(decay, d, oneMinusDecay * step * step);
            value[index] = Math.fma(-size, step, value[index]);
        }
    }
}
