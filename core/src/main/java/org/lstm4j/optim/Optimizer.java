package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Changes parameters by their gradients, step by step. Mutable, not thread-safe; a step allocates nothing.
///
/// Its state is what it carries from step to step: running averages, step counts and the learning rate in force.
public interface Optimizer extends Resumable {

    /// The parameters it changes.
    List<Parameter> parameters();

    /// The step size in force: that of the spec until [#setLearningRate] changes it.
    double learningRate();

    /// Changes the step size from the next step on; running averages stay as they are.
    ///
    /// @param learningRate above 0, finite
    /// @throws IllegalArgumentException when it is not
    void setLearningRate(double learningRate);

    /// Moves every parameter once.
    void step();

    /// Sets every gradient to 0; call it before the backward pass.
    default void zeroGradients() {
        List<Parameter> parameters = parameters();
        for (int index = 0; index < parameters.size(); index++) {
            parameters.get(index).zeroGradient();
        }
    }
}
