package org.lstm4j.nn;

import org.lstm4j.tensor.Shape;

/// Where a layer gets its parameters from when it is built: `Parameter::new` gives zeros, a model file gives what it stores.
///
/// Whoever gives stored weights can compare the shape with what is stored before anything is allocated.
@FunctionalInterface
public interface ParameterSource {

    /// The parameter of that name and shape.
    ///
    /// @throws RuntimeException of the source's own kind when it has none of that name and shape
    Parameter parameter(String name, Shape shape);
}
