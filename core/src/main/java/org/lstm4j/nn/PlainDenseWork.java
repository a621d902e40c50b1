package org.lstm4j.nn;

import org.lstm4j.kernels.DenseProducts;

/// Loops over whole rows, on the caller's thread.
final class PlainDenseWork implements DenseWork {

    private final Dense layer;
    private final int rows;
    private final int inputs;
    private final int outputs;
    private final float[] scratch;

    PlainDenseWork(Dense layer, int rows, PassMode mode) {
        this.layer = layer;
        this.rows = rows;
        inputs = layer.weights().shape().last();
        outputs = layer.spec().units();
        scratch = new float[mode.runsBackward() ? inputs : 0];
    }

    @Override
    public void forward(float[] x, float[] y) {
        DenseProducts.forward(0, rows, inputs, outputs, x, 0, inputs, layer.weights().value(), layer.bias().value(),
                y);
    }

    @Override
    public void addWeightGradients(float[] x, float[] dy) {
        DenseProducts.weightGradient(rows, inputs, outputs, x, 0, inputs, dy, layer.weights().gradient(),
                layer.bias().gradient(), scratch);
    }

    @Override
    public void inputGradient(float[] dy, float[] dx) {
        DenseProducts.inputGradient(0, rows, inputs, outputs, dy, layer.weights().value(), dx);
    }
}
