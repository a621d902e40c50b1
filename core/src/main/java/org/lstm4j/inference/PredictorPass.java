package org.lstm4j.inference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A [Predictor] at work on batches of one shape, for one caller at a time. Allocates nothing after its creation.
public final class PredictorPass {

    private final Shape inputShape;
    private final List<FrozenPass> passes;
    private final HeldStates states;
    private @Nullable StepMask outputMask;

    /// @param inputShape `[batch, …]` of what goes into the first layer
    PredictorPass(Shape inputShape, List<FrozenPass> passes) {
        this.inputShape = inputShape;
        this.passes = List.copyOf(passes);
        states = new HeldStates(this.passes);
    }

    /// `[batch, steps, features]` of what goes in.
    public Shape inputShape() {
        return inputShape;
    }

    /// Runs the network from zero state.
    ///
    /// @return the output `[batch, …]`, which belongs to the pass and is overwritten by its next forward
    /// @throws IllegalArgumentException when the input has other sizes than the pass was made for
    public Tensor forward(Tensor input) {
        return run(input, null);
    }

    /// Runs the network from zero state where not every step counts.
    ///
    /// @param mask [batch, steps]
    /// @return the output `[batch, …]`, which belongs to the pass and is overwritten by its next forward
    /// @throws IllegalArgumentException when the input or the mask has other sizes than the pass was made for
    public Tensor forward(Tensor input, StepMask mask) {
        mask.requireFits(inputShape);
        return run(input, mask);
    }

    /// The states of recurrent layers, where the pass was made to keep them.
    HeldStates states() {
        return states;
    }

    private Tensor run(Tensor input, @Nullable StepMask mask) {
        if (!input.shape().sameSizes(inputShape)) {
            throw new IllegalArgumentException("the input has shape " + input.shape() + ", but this pass was made for "
                    + inputShape + "; make one for each shape");
        }
        Tensor flowing = input;
        StepMask counting = mask;
        for (int place = 0; place < passes.size(); place++) {
            FrozenPass pass = passes.get(place);
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

    /// What the layers themselves add to the loss of the last batch, such as penalties on activations; 0 for most networks.
    public double penalty() {
        double sum = 0;
        for (int place = 0; place < passes.size(); place++) {
            sum += passes.get(place).penalty();
        }
        return sum;
    }
}
