package org.lstm4j.nn;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A whole network at work on batches of one shape.
public final class SequentialPass implements LayerPass {

    private final List<LayerPass> passes;
    private final Shape outputShape;

    SequentialPass(List<Layer> layers, Shape batchShape, PassMode mode, Compute compute) {
        List<LayerPass> made = new ArrayList<>();
        Shape shape = batchShape;
        PassMode layerMode = mode;
        for (Layer layer : layers) {
            made.add(layer.newPass(shape, layerMode, compute));
            if (layerMode == PassMode.TRAINING_ON_DATA) {
                layerMode = PassMode.TRAINING; // only the first layer reads data
            }
            shape = layer.outputShape(shape.withoutBatch()).withBatch(shape.size(0));
        }
        passes = List.copyOf(made);
        outputShape = shape;
    }

    /// `[batch, …]` of what [#forward] returns.
    public Shape outputShape() {
        return outputShape;
    }

    /// The passes of the layers, in order: to hand states to an [org.lstm4j.nn.recurrent.RecurrentPass], say.
    public List<LayerPass> layers() {
        return passes;
    }

    @Override
    public Tensor forward(Tensor input) {
        Tensor flowing = input;
        for (int place = 0; place < passes.size(); place++) {
            flowing = passes.get(place).forward(flowing);
        }
        return flowing;
    }

    @Override
    public void backward(Tensor outputGradient) {
        Tensor flowing = outputGradient;
        for (int place = passes.size() - 1; place >= 0; place--) {
            passes.get(place).backward(flowing);
            if (place > 0) {
                flowing = passes.get(place).inputGradient();
            }
        }
    }

    @Override
    public Tensor inputGradient() {
        return passes.getFirst().inputGradient();
    }
}
