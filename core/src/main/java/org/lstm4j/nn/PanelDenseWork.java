package org.lstm4j.nn;

import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;

/// The products of the LSTM's kernels, on all threads. Measured on a segment LSTM of 128 units (AVX2, one thread): the dense layers took
/// a quarter of a training step with [PlainDenseWork].
final class PanelDenseWork implements DenseWork {

    private final Dense layer;
    private final int inputs;
    private final PanelProduct forward;
    private final @Nullable PanelProduct backward;
    private final @Nullable PanelWeightGradient weightGradient;
    private final float[] noBias;

    PanelDenseWork(Dense layer, int rows, PassMode mode, Compute compute) {
        this.layer = layer;
        inputs = layer.weights().shape().last();
        int outputs = layer.spec().units();
        forward = new PanelProduct(rows, inputs, outputs, compute);
        backward = mode.givesInputGradient() ? new PanelProduct(rows, outputs, inputs, compute) : null;
        weightGradient = mode.runsBackward() ? new PanelWeightGradient(rows, inputs, outputs, compute) : null;
        noBias = new float[mode.givesInputGradient() ? inputs : 0];
    }

    @Override
    public void forward(float[] x, float[] y) {
        forward.pack(layer.bias().value(), layer.weights().value(), 1, inputs);
        forward.run(x, y);
    }

    @Override
    public void addWeightGradients(float[] x, float[] dy) {
        if (weightGradient == null) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" was not made to run backward");
        }
        weightGradient.run(x, dy, layer.weights().gradient(), layer.bias().gradient());
    }

    @Override
    public void inputGradient(float[] dy, float[] dx) {
        if (backward == null) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" was made without an input gradient");
        }
        backward.pack(noBias, layer.weights().value(), inputs, 1);
        backward.run(dy, dx);
    }
}
