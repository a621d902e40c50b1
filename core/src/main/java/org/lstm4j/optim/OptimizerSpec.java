package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The settings of an optimizer. Immutable; [#create] makes the optimizer that holds state for certain parameters.
public interface OptimizerSpec {

    /// Its name in model files and settings: `adam`.
    String name();

    /// Step size, above 0.
    double learningRate();

    /// The same with another step size.
    ///
    /// @throws IllegalArgumentException when it is not above 0 and finite
    OptimizerSpec withLearningRate(double learningRate);

    /// An optimizer with fresh state.
    Optimizer create(List<Parameter> parameters);
}
