package org.lstm4j.nn.weight;

import org.lstm4j.tensor.Shape;

/// No weight is below 0; those that are become 0. NaN stays NaN. As Keras' NonNeg.
public record NonNegative() implements WeightConstraint {

    @Override
    public String name() {
        return "non_negative";
    }

    @Override
    public void apply(float[] weights, Shape shape) {
        for (int index = 0; index < weights.length; index++) {
            weights[index] = Math.max(weights[index], 0f);
        }
    }
}
