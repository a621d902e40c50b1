package org.lstm4j.nn;

import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A time-distributed layer at work: the inner pass sees steps as samples.
final class TimeDistributedPass implements LayerPass {

    private final TimeDistributed layer;
    private final Shape inputShape;
    private final Shape outputShape;
    private final LayerPass inner;
    private final View innerInput;
    private final View output;
    private final View innerOutputGradient;
    private final View inputGradient;

    /// @param outputShape [batch, steps, …]
    /// @param inner made for batches of `innerShape`
    /// @param innerShape [batch·steps, …]
    TimeDistributedPass(
            TimeDistributed layer, Shape inputShape, Shape outputShape, LayerPass inner, Shape innerShape) {
        this.layer = layer;
        this.inputShape = inputShape;
        this.outputShape = outputShape;
        this.inner = inner;
        Shape innerOutput = layer.inner().outputShape(innerShape.withoutBatch()).withBatch(innerShape.size(0));
        innerInput = new View(innerShape);
        output = new View(outputShape);
        innerOutputGradient = new View(innerOutput);
        inputGradient = new View(inputShape);
    }

    @Override
    public Tensor forward(Tensor input) {
        ShapeCheck.require(layer, "input", inputShape, input);
        return output.of(inner.forward(innerInput.of(input)));
    }

    @Override
    public void resetState() {
        inner.resetState();
    }

    @Override
    public double penalty() {
        return inner.penalty();
    }

    @Override
    public void backward(Tensor outputGradient) {
        backward(outputGradient, 1f);
    }

    @Override
    public void backward(Tensor outputGradient, float share) {
        ShapeCheck.require(layer, "output gradient", outputShape, outputGradient);
        inner.backward(innerOutputGradient.of(outputGradient), share);
    }

    @Override
    public Tensor inputGradient() {
        return inputGradient.of(inner.inputGradient());
    }
}
