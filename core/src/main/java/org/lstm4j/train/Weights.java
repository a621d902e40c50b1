package org.lstm4j.train;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// A copy of all weights of a network, to go back to. Mutable, not thread-safe.
public final class Weights {

    private final List<Parameter> parameters;
    private final float[][] values;

    /// Takes the weights as they are now.
    ///
    /// @param parameters those of a network
    public Weights(List<Parameter> parameters) {
        this.parameters = parameters;
        values = new float[parameters.size()][];
        for (int index = 0; index < values.length; index++) {
            values[index] = parameters.get(index).value().clone();
        }
    }

    /// Takes the weights as they are now.
    public void save() {
        for (int index = 0; index < values.length; index++) {
            System.arraycopy(parameters.get(index).value(), 0, values[index], 0, values[index].length);
        }
    }

    /// Puts the saved weights back.
    public void restore() {
        for (int index = 0; index < values.length; index++) {
            System.arraycopy(values[index], 0, parameters.get(index).value(), 0, values[index].length);
        }
    }
}
