package org.lstm4j.nn;

import org.lstm4j.tensor.Shape;

/// An activation at work on every element.
final class ActivationPass extends CheckedPass {

    private final Activation activation;

    ActivationPass(Layer layer, Activation activation, Shape shape, PassMode mode) {
        super(layer, shape, shape, mode);
        this.activation = activation;
    }

    @Override
    void run(float[] x, float[] y) {
        for (int index = 0; index < y.length; index++) {
            y[index] = activation.apply(x[index]);
        }
    }

    @Override
    void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
        for (int index = 0; index < dx.length; index++) {
            dx[index] = dy[index] * activation.slope(x[index], y[index]);
        }
    }
}
