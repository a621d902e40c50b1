package org.lstm4j.reference;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A layer whose backward adds a hundredth to the largest element of one gradient: 0 is the input's, n that of parameter n − 1.
record FaultyLayer(Layer inner, int gradient) implements Layer {

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public LayerSpec spec() {
        return inner.spec();
    }

    @Override
    public Shape inputShape() {
        return inner.inputShape();
    }

    @Override
    public Shape outputShape(Shape inputShape) {
        return inner.outputShape(inputShape);
    }

    @Override
    public List<Parameter> parameters() {
        return inner.parameters();
    }

    @Override
    public List<RandomStream> streams() {
        return inner.streams();
    }

    @Override
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        return new FaultyPass(inner.newPass(batchShape, mode, compute));
    }

    private final class FaultyPass implements LayerPass {

        private final LayerPass pass;

        FaultyPass(LayerPass pass) {
            this.pass = pass;
        }

        @Override
        public Tensor forward(Tensor input) {
            return pass.forward(input);
        }

        @Override
        public Tensor forward(Tensor input, StepMask mask) {
            return pass.forward(input, mask);
        }

        @Override
        public void backward(Tensor outputGradient) {
            pass.backward(outputGradient);
            if (gradient > 0) {
                spoil(inner.parameters().get(gradient - 1).gradient());
            }
        }

        @Override
        public Tensor inputGradient() {
            Tensor spoiled = pass.inputGradient().copy();
            if (gradient == 0) {
                spoil(spoiled.data());
            }
            return spoiled;
        }
    }

    /// Makes the largest element a hundredth larger.
    static void spoil(float[] values) {
        int largest = 0;
        for (int index = 0; index < values.length; index++) {
            largest = Math.abs(values[index]) > Math.abs(values[largest]) ? index : largest;
        }
        values[largest] *= 1.01f;
    }
}
