package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// What the optimizers of this package share: a step goes through the parameters one by one, and everything carried to the
/// next step is in a [Memory].
///
/// An update is a plain loop over the weights of one parameter that the just-in-time compiler turns into SIMD.
abstract class ParameterOptimizer implements Optimizer {

    /// Arrays and numbers to be carried on; subclasses ask for theirs when they are made.
    final Memory memory;

    private final List<Parameter> parameters;
    private final L2Decay decay;
    private final RunningNumber learningRate;

    /// @param weightDecay λ of [L2Decay]
    ParameterOptimizer(double learningRate, double weightDecay, List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        decay = new L2Decay(weightDecay, parameters);
        memory = new Memory(this.parameters);
        this.learningRate = memory.number("learning_rate", learningRate);
    }

    /// Begins a step: counts it and computes what is the same for all weights.
    abstract void begin(double rate);

    /// Moves one parameter.
    ///
    /// @param index its place among the parameters
    /// @param gradient with L2 decay; at least as long as the value
    abstract void update(int index, float[] value, float[] gradient);

    @Override
    public final void step() {
        begin(learningRate.value());
        for (int index = 0; index < parameters.size(); index++) {
            Parameter parameter = parameters.get(index);
            update(index, parameter.value(), decay.gradient(parameter));
        }
    }

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public final double learningRate() {
        return learningRate.value();
    }

    @Override
    public final void setLearningRate(double other) {
        Settings.requirePositive("learning rate", other);
        learningRate.set(other);
    }

    @Override
    public final SavedState state() {
        return memory.save();
    }

    @Override
    public final void restore(SavedState state) {
        memory.restore(state);
    }
}
