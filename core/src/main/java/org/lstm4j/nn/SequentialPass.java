package org.lstm4j.nn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A whole network at work on batches of one shape.
public final class SequentialPass implements LayerPass {

    private final List<LayerPass> passes;
    private final Shape inputShape;
    private final Shape outputShape;
    private @Nullable StepMask outputMask;

    SequentialPass(List<Layer> layers, Shape batchShape, PassMode mode, Compute compute) {
        inputShape = batchShape;
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
    public List<LayerPass> inner() {
        return passes;
    }

    @Override
    public Tensor forward(Tensor input) {
        return run(input, null);
    }

    /// Runs the network where not every step counts; layers hand the mask on as long as there are steps.
    ///
    /// @throws IllegalArgumentException when the mask has other sizes than the batches this pass was made for
    @Override
    public Tensor forward(Tensor input, StepMask mask) {
        mask.requireFits(inputShape);
        return run(input, mask);
    }

    private Tensor run(Tensor input, @Nullable StepMask mask) {
        Tensor flowing = input;
        StepMask counting = mask;
        for (int place = 0; place < passes.size(); place++) {
            LayerPass pass = passes.get(place);
            flowing = counting == null ? pass.forward(flowing) : pass.forward(flowing, counting);
            counting = StepMask.handedOn(pass.outputMask(counting), flowing.shape());
        }
        outputMask = counting;
        return flowing;
    }

    /// Which steps of the last output count; null when all do.
    public @Nullable StepMask outputMask() {
        return outputMask;
    }

    @Override
    public @Nullable StepMask outputMask(@Nullable StepMask inputMask) {
        return outputMask;
    }

    @Override
    public void resetState() {
        for (int place = 0; place < passes.size(); place++) {
            passes.get(place).resetState();
        }
    }

    /// The sum over all layers.
    @Override
    public double penalty() {
        double sum = 0;
        for (int place = 0; place < passes.size(); place++) {
            sum += passes.get(place).penalty();
        }
        return sum;
    }

    @Override
    public void backward(Tensor outputGradient) {
        backward(outputGradient, 1f);
    }

    @Override
    public void backward(Tensor outputGradient, float share) {
        Tensor flowing = outputGradient;
        for (int place = passes.size() - 1; place >= 0; place--) {
            passes.get(place).backward(flowing, share);
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
