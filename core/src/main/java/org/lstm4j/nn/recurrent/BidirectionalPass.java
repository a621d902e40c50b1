package org.lstm4j.nn.recurrent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A bidirectional layer at work. The states of both directions are read from, and handed to, their own passes.
public final class BidirectionalPass implements LayerPass {

    private final MergeMode merge;
    private final RecurrentPass forward;
    private final RecurrentPass backward;
    private final Tensor output;
    private final Tensor inputGradient;
    private Tensor forwardOutput;
    private Tensor backwardOutput;
    private final Tensor forwardGradient;
    private final Tensor backwardGradient;

    BidirectionalPass(
            MergeMode merge, RecurrentPass forward, RecurrentPass backward, Shape outputShape, PassMode mode) {
        this.merge = merge;
        this.forward = forward;
        this.backward = backward;
        output = Tensor.zeros(outputShape);
        forwardOutput = output;
        backwardOutput = output;
        boolean training = mode.runsBackward();
        forwardGradient = Tensor.zeros(training ? forward.outputShape() : Shape.vector(0));
        backwardGradient = Tensor.zeros(training ? backward.outputShape() : Shape.vector(0));
        inputGradient = Tensor.zeros(mode.givesInputGradient() ? forward.inputShape() : Shape.vector(0));
    }

    /// The pass from the first step to the last: to hand states in and read them out.
    public RecurrentPass forwardPass() {
        return forward;
    }

    /// The pass from the last step to the first.
    public RecurrentPass backwardPass() {
        return backward;
    }

    @Override
    public Tensor forward(Tensor input) {
        return merge(forward.forward(input), backward.forward(input));
    }

    @Override
    public Tensor forward(Tensor input, StepMask mask) {
        return merge(forward.forward(input, mask), backward.forward(input, mask));
    }

    /// Runs each direction from a given state.
    ///
    /// @param mask which steps count; null for all
    public Tensor forward(
            Tensor input, @Nullable StepMask mask, RecurrentState forwardState, RecurrentState backwardState) {
        return mask == null
                ? merge(forward.forward(input, forwardState), backward.forward(input, backwardState))
                : merge(forward.forward(input, mask, forwardState), backward.forward(input, mask, backwardState));
    }

    @Override
    public @Nullable StepMask outputMask(@Nullable StepMask inputMask) {
        return forward.outputMask(inputMask);
    }

    /// Both directions, the forward one first.
    @Override
    public List<LayerPass> inner() {
        return List.of(forward, backward);
    }

    @Override
    public void resetState() {
        forward.resetState();
        backward.resetState();
    }

    @Override
    public void backward(Tensor outputGradient) {
        split(outputGradient);
        forward.backward(forwardGradient);
        backward.backward(backwardGradient);
    }

    @Override
    public Tensor inputGradient() {
        float[] sum = inputGradient.data();
        float[] first = forward.inputGradient().data();
        float[] second = backward.inputGradient().data();
        for (int index = 0; index < sum.length; index++) {
            sum[index] = first[index] + second[index];
        }
        return inputGradient;
    }

    private Tensor merge(Tensor first, Tensor second) {
        forwardOutput = first;
        backwardOutput = second;
        float[] a = first.data();
        float[] b = second.data();
        float[] merged = output.data();
        switch (merge) {
            case CONCATENATE -> {
                int width = first.shape().last();
                copyColumns(a, width, 0, merged, output.shape().last(), 0, width);
                copyColumns(b, second.shape().last(), 0, merged, output.shape().last(), width, second.shape().last());
            }
            case SUM -> {
                for (int index = 0; index < merged.length; index++) {
                    merged[index] = a[index] + b[index];
                }
            }
            case PRODUCT -> {
                for (int index = 0; index < merged.length; index++) {
                    merged[index] = a[index] * b[index];
                }
            }
            case AVERAGE -> {
                for (int index = 0; index < merged.length; index++) {
                    merged[index] = (a[index] + b[index]) * 0.5f;
                }
            }
        }
        return output;
    }

    /// From ∂L/∂output to that of each direction's output.
    private void split(Tensor outputGradient) {
        float[] whole = outputGradient.data();
        float[] a = forwardGradient.data();
        float[] b = backwardGradient.data();
        switch (merge) {
            case CONCATENATE -> {
                int width = forwardGradient.shape().last();
                int other = backwardGradient.shape().last();
                copyColumns(whole, width + other, 0, a, width, 0, width);
                copyColumns(whole, width + other, width, b, other, 0, other);
            }
            case SUM -> {
                System.arraycopy(whole, 0, a, 0, a.length);
                System.arraycopy(whole, 0, b, 0, b.length);
            }
            case PRODUCT -> {
                for (int index = 0; index < whole.length; index++) {
                    a[index] = whole[index] * backwardOutput.data()[index];
                    b[index] = whole[index] * forwardOutput.data()[index];
                }
            }
            case AVERAGE -> {
                for (int index = 0; index < whole.length; index++) {
                    a[index] = whole[index] * 0.5f;
                    b[index] = a[index];
                }
            }
        }
    }

    /// Copies some columns of every row.
    private static void copyColumns(
            float[] source, int sourceWidth, int from, float[] target, int targetWidth, int to, int count) {
        for (int row = 0; row * sourceWidth < source.length; row++) {
            System.arraycopy(source, row * sourceWidth + from, target, row * targetWidth + to, count);
        }
    }
}
