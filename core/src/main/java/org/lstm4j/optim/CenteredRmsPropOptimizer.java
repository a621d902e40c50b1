package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [RmsProp] centered: an average, an average square and a velocity for every weight.
final class CenteredRmsPropOptimizer extends ParameterOptimizer {

    private final RmsProp spec;
    private final float[][] means;
    private final float[][] squares;
    private final float[][] velocities;
    private float stepSize;

    CenteredRmsPropOptimizer(RmsProp spec, List<Parameter> parameters) {
        super(spec.learningRate(), spec.weightDecay(), parameters);
        this.spec = spec;
        means = memory.zeros("mean");
        squares = memory.zeros("square");
        velocities = memory.zeros("velocity");
    }

    @Override
    void begin(double rate) {
        stepSize = (float) rate;
    }

    @Override
    void update(int index, float[] value, float[] gradient) {
        update(value, gradient, means[index], squares[index], velocities[index]);
    }

    private void update(float[] value, float[] gradient, float[] mean, float[] square, float[] velocity) {
        float decay = (float) spec.decay();
        float oneMinusDecay = (float) (1 - spec.decay());
        float epsilon = (float) spec.epsilon();
        float momentum = (float) spec.momentum();
        float size = stepSize;
        for (int index = 0; index < value.length; index++) {
            float slope = gradient[index];
            float a = Math.fma(decay, mean[index], oneMinusDecay * slope);
            float s = Math.fma(decay, square[index], oneMinusDecay * slope * slope);
            float deviation = (float) Math.sqrt(Math.max(Math.fma(-a, a, s), 0f));
            float moved = Math.fma(momentum, velocity[index], slope / (deviation + epsilon));
            mean[index] = a;
            square[index] = s;
            velocity[index] = moved;
            value[index] = Math.fma(-size, moved, value[index]);
        }
    }
}
