package org.lstm4j.nn.weight;

import org.lstm4j.tensor.Shape;

/// The weights of each unit have an L2 norm of at most a maximum; longer ones are scaled down. As Keras' MaxNorm over the inputs.
///
/// Source: Srivastava and others, Dropout, 2014, section 5.1.
///
/// @param maximum above 0, finite
public record MaxNorm(double maximum) implements WeightConstraint {

    public MaxNorm {
        if (!(maximum > 0) || Double.isInfinite(maximum)) {
            throw new IllegalArgumentException("maximum norm must be a number above 0, but was " + maximum);
        }
    }

    @Override
    public String name() {
        return "max_norm";
    }

    @Override
    public void apply(float[] weights, Shape shape) {
        int length = UnitRows.length(shape);
        for (int begin = 0; begin < weights.length; begin += length) {
            double norm = UnitRows.norm(weights, begin, length);
            if (norm > maximum) {
                UnitRows.scale(weights, begin, length, (float) (maximum / norm));
            }
        }
    }
}
