package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Weight decay as a penalty of λ/2·‖w‖² on the loss: the gradient an optimizer sees is g + λ·w.
///
/// The sum has an array of its own, the size of the largest parameter: the gradient stays as the backward pass left it. It is a
/// pass over the weights more, for Adam a third of the time where they fit into a cache, and as much again where they do not.
final class L2Decay {

    private final float factor;
    private final float[] sum;

    /// @param factor λ, 0 for none
    L2Decay(double factor, List<Parameter> parameters) {
        this.factor = (float) factor;
        sum = new float[factor == 0 ? 0 : largest(parameters)];
    }

    /// The gradient with decay; overwritten by the next call. Without decay the parameter's own.
    float[] gradient(Parameter parameter) {
        if (sum.length == 0) {
            return parameter.gradient();
        }
        add(parameter.value(), parameter.gradient());
        return sum;
    }

    private void add(float[] value, float[] gradient) {
        float[] target = sum;
        float decay = factor;
        for (int index = 0; index < value.length; index++) {
            target[index] = Math.fma(decay, value[index], gradient[index]);
        }
    }

    private static int largest(List<Parameter> parameters) {
        int largest = 0;
        for (Parameter parameter : parameters) {
            largest = Math.max(largest, parameter.value().length);
        }
        return largest;
    }
}
