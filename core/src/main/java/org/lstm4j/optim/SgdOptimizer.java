package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [Sgd]: a velocity for every weight.
final class SgdOptimizer implements Optimizer {

    private final List<Parameter> parameters;
    private final float[][] velocities;
    private final float momentum;
    private double learningRate;

    SgdOptimizer(Sgd spec, List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        velocities = Settings.likeParameters(parameters);
        learningRate = spec.learningRate();
        momentum = (float) spec.momentum();
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public void setLearningRate(double other) {
        Settings.requirePositive("learning rate", other);
        learningRate = other;
    }

    @Override
    public void step() {
        for (int index = 0; index < velocities.length; index++) {
            Parameter parameter = parameters.get(index);
            update(parameter.value(), parameter.gradient(), velocities[index], (float) learningRate);
        }
    }

    private void update(float[] value, float[] gradient, float[] velocity, float stepSize) {
        for (int index = 0; index < value.length; index++) {
            float moved = Math.fma(momentum, velocity[index], gradient[index]);
            velocity[index] = moved;
            value[index] = Math.fma(-stepSize, moved, value[index]);
        }
    }
}
