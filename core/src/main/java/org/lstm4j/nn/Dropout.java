package org.lstm4j.nn;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Sets a random share of elements to 0 while training and scales the rest by 1 / (1 − rate); passes everything through in
/// inference. Source: Srivastava et al., Dropout, 2014, in its inverted form.
///
/// Masks come from the layer's own random stream, so training is repeatable; two passes must not train at the same time.
public final class Dropout implements Layer {

    private final String name;
    private final DropoutSpec spec;
    private final Shape inputShape;
    private final RandomStream random;

    Dropout(String name, DropoutSpec spec, Shape inputShape, RandomStream random) {
        this.name = name;
        this.spec = spec;
        this.inputShape = inputShape;
        this.random = random;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DropoutSpec spec() {
        return spec;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        return sample;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public List<RandomStream> streams() {
        return List.of(random);
    }

    @Override
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        return mode.disturbs() ? new Masking(batchShape) : new PassThrough(this, mode);
    }

    private final class Masking implements LayerPass {

        private final float[] mask;
        private final Tensor output;
        private final Tensor inputGradient;

        Masking(Shape batchShape) {
            mask = new float[batchShape.elements()];
            output = Tensor.zeros(batchShape);
            inputGradient = Tensor.zeros(batchShape);
        }

        @Override
        public Tensor forward(Tensor input) {
            ShapeCheck.require(Dropout.this, "input", output.shape(), input);
            float kept = 1f / (1f - spec.rate());
            for (int index = 0; index < mask.length; index++) {
                mask[index] = random.nextFloat() < spec.rate() ? 0f : kept;
                output.data()[index] = input.data()[index] * mask[index];
            }
            return output;
        }

        @Override
        public void backward(Tensor outputGradient) {
            ShapeCheck.require(Dropout.this, "output gradient", output.shape(), outputGradient);
            for (int index = 0; index < mask.length; index++) {
                inputGradient.data()[index] = outputGradient.data()[index] * mask[index];
            }
        }

        @Override
        public Tensor inputGradient() {
            return inputGradient;
        }
    }
}
