package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [Sgd]: a velocity for every weight.
final class SgdOptimizer extends ParameterOptimizer {

    private final Sgd spec;
    private final float[][] velocities;
    private final RunningNumber steps;
    private float stepSize;
    private float share;

    SgdOptimizer(Sgd spec, List<Parameter> parameters) {
        super(spec.learningRate(), spec.weightDecay(), parameters);
        this.spec = spec;
        velocities = memory.zeros("velocity");
        steps = memory.number("steps", 0);
    }

    /// The first gradient counts in full: it is the velocity to begin with.
    @Override
    void begin(double rate) {
        stepSize = (float) rate;
        share = steps.increment() == 1 ? 1 : (float) (1 - spec.dampening());
    }

    @Override
    void update(int index, float[] value, float[] gradient) {
        update(value, gradient, velocities[index], (float) spec.momentum(), share, stepSize);
    }

    private static void update(
            float[] value, float[] gradient, float[] velocity, float momentum, float share, float stepSize) {
        for (int index = 0; index < value.length; index++) {
            float moved = Math.fma(momentum, velocity[index], share * gradient[index]);
            velocity[index] = moved;
            value[index] = Math.fma(-stepSize, moved, value[index]);
        }
    }
}
