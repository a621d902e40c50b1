package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [Sgd] with Nesterov's momentum: a velocity for every weight.
final class NesterovOptimizer extends ParameterOptimizer {

    private final float momentum;
    private final float[][] velocities;
    private float stepSize;

    NesterovOptimizer(Sgd spec, List<Parameter> parameters) {
        super(spec.learningRate(), spec.weightDecay(), parameters);
        momentum = (float) spec.momentum();
        velocities = memory.zeros("velocity");
    }

    @Override
    void begin(double rate) {
        stepSize = (float) rate;
    }

    @Override
    void update(int index, float[] value, float[] gradient) {
        update(value, gradient, velocities[index], momentum, stepSize);
    }

    private static void update(float[] value, float[] gradient, float[] velocity, float momentum, float stepSize) {
        for (int index = 0; index < value.length; index++) {
            float slope = gradient[index];
            float moved = Math.fma(momentum, velocity[index], slope);
            velocity[index] = moved;
            value[index] = Math.fma(-stepSize, Math.fma(momentum, moved, slope), value[index]);
        }
    }
}
