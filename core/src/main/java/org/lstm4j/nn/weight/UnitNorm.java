package org.lstm4j.nn.weight;

import org.lstm4j.tensor.Shape;

/// The weights of each unit have an L2 norm of 1. Weights that are all 0 have no direction and stay so. As Keras' UnitNorm over the
/// inputs.
public record UnitNorm() implements WeightConstraint {

    @Override
    public String name() {
        return "unit_norm";
    }

    @Override
    public void apply(float[] weights, Shape shape) {
        int length = UnitRows.length(shape);
        for (int begin = 0; begin < weights.length; begin += length) {
            float factor = (float) (1 / UnitRows.norm(weights, begin, length));
            if (factor != 1 && factor < Float.POSITIVE_INFINITY) {
                UnitRows.scale(weights, begin, length, factor);
            }
        }
    }
}
