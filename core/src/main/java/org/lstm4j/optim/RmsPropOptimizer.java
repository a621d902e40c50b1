package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [RmsProp]: an average square and a velocity for every weight.
final class RmsPropOptimizer extends ParameterOptimizer {

    private final RmsProp spec;
    private final float[][] squares;
    private final float[][] velocities;
    private float stepSize;

    RmsPropOptimizer(RmsProp spec, List<Parameter> parameters) {
        super(spec.learningRate(), spec.weightDecay(), parameters);
        this.spec = spec;
        squares = memory.zeros("square");
        velocities = memory.zeros("velocity");
    }

    @Override
    void begin(double rate) {
        stepSize = (float) rate;
    }

    @Override
    void update(int index, float[] value, float[] gradient) {
        update(value, gradient, squares[index], velocities[index]);
    }

    private void update(float[] value, float[] gradient, float[] square, float[] velocity) {
        float decay = (float) spec.decay();
        float oneMinusDecay = (float) (1 - spec.decay());
        float epsilon = (float) spec.epsilon();
        float momentum = (float) spec.momentum();
        float size = stepSize;
        for (int index = 0; index < value.length; index++) {
            float slope = gradient[index];
            float s = Math.fma(decay, square[index], oneMinusDecay * slope * slope);
            float root = (float) Math.sqrt(s);
            float moved = Math.fma(momentum, velocity[index], slope / (root + epsilon));
            square[index] = s;
            velocity[index] = moved;
            value[index] = Math.fma(-size, moved, value[index]);
        }
    }
}
