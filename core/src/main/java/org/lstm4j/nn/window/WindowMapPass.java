package org.lstm4j.nn.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.ShapeCheck;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A [WindowMap] at work.
final class WindowMapPass implements LayerPass {

    private final WindowMap layer;
    private final WindowMapSpec spec;
    private final Shape inputShape;
    private final PassMode mode;
    private final Tensor output;
    private final Tensor inputGradient;
    private @Nullable Tensor lastInput;

    WindowMapPass(WindowMap layer, Shape inputShape, PassMode mode) {
        this.layer = layer;
        spec = layer.spec();
        this.inputShape = inputShape;
        this.mode = mode;
        output = Tensor.zeros(layer.outputShape(inputShape.withoutBatch()).withBatch(inputShape.size(0)));
        inputGradient = Tensor.zeros(mode.givesInputGradient() ? inputShape : Shape.vector(0));
    }

    @Override
    public Tensor forward(Tensor input) {
        ShapeCheck.require(layer, "input", inputShape, input);
        lastInput = input;
        for (int sample = 0; sample < inputShape.size(0); sample++) {
            for (int target = 0; target < spec.targets(); target++) {
                for (int step = 0; step < spec.horizon(); step++) {
                    output.data()[outputAt(sample, step, target)] = foretold(input.data(), sample, target, step);
                }
            }
        }
        return output;
    }

    private float foretold(float[] x, int sample, int target, int step) {
        float[] weights = layer.weights().value();
        int row = step * spec.lookback();
        int channels = inputShape.last();
        int at = inputAt(sample, target);
        float sum = 0f;
        for (int back = 0; back < spec.lookback(); back++) {
            sum = Math.fma(weights[row + back], x[at + back * channels], sum);
        }
        return sum;
    }

    @Override
    public void backward(Tensor outputGradient) {
        Tensor input = lastInput;
        if (!mode.runsBackward() || input == null) {
            throw new IllegalStateException("layer \"" + layer.name()
                    + "\" can run backward only in a training mode and after a forward; its mode is " + mode);
        }
        ShapeCheck.require(layer, "output gradient", output.shape(), outputGradient);
        Arrays.fill(inputGradient.data(), 0f);
        for (int sample = 0; sample < inputShape.size(0); sample++) {
            for (int target = 0; target < spec.targets(); target++) {
                for (int step = 0; step < spec.horizon(); step++) {
                    addGradients(input.data(), sample, target, step,
                            outputGradient.data()[outputAt(sample, step, target)]);
                }
            }
        }
    }

    private void addGradients(float[] x, int sample, int target, int step, float dy) {
        float[] weights = layer.weights().value();
        float[] weightGradient = layer.weights().gradient();
        int row = step * spec.lookback();
        int channels = inputShape.last();
        int at = inputAt(sample, target);
        for (int back = 0; back < spec.lookback(); back++) {
            weightGradient[row + back] = Math.fma(dy, x[at + back * channels], weightGradient[row + back]);
        }
        if (mode.givesInputGradient()) {
            float[] dx = inputGradient.data();
            for (int back = 0; back < spec.lookback(); back++) {
                dx[at + back * channels] = Math.fma(dy, weights[row + back], dx[at + back * channels]);
            }
        }
    }

    private int inputAt(int sample, int target) {
        return sample * inputShape.size(1) * inputShape.last() + target;
    }

    private int outputAt(int sample, int step, int target) {
        return ((sample * spec.horizon() + step) * spec.targets() + target) * spec.outputs() + spec.place();
    }

    @Override
    public Tensor inputGradient() {
        if (!mode.givesInputGradient()) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" runs in mode " + mode
                    + ", which computes no input gradient; make the pass with PassMode.TRAINING");
        }
        return inputGradient;
    }
}
