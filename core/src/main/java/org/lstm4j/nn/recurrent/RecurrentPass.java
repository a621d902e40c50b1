package org.lstm4j.nn.recurrent;

import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.ShapeCheck;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// An LSTM at work on batches of one shape, with states in and out.
///
/// ```
/// pass.forward(input)                      from zero state, as in Keras
/// pass.forward(input, state)               from a given state, as in PyTorch
/// pass.finalState(state)                   the state after the last step
/// pass.backward(gradient, stateGradient)   when the final state went on into the loss
/// pass.initialStateGradient(gradient)      what the given state would have wanted
/// ```
///
/// Allocates nothing after its creation. Not thread-safe.
public final class RecurrentPass implements LayerPass {

    private final Lstm layer;
    private final Shape inputShape;
    private final PassMode mode;
    private final RecurrentBuffers buffers;
    private final RecurrentForward forward;
    private final @Nullable RecurrentBackward backward;
    private final Tensor output;
    private final Tensor inputGradient;

    /// Backward overwrites the gates, so it can run once a forward.
    private boolean awaitsBackward;
    private boolean fromZeroState = true;
    private boolean hasRun;

    RecurrentPass(Lstm layer, Shape inputShape, Shape outputShape, PassMode mode, Compute compute) {
        this(layer, inputShape, outputShape, mode, compute, RecurrentSharing.of(inputShape.size(0), inputShape.size(1),
                layer.weights().inputs(), layer.weights().units(), compute.workers().threads()));
    }

    RecurrentPass(Lstm layer, Shape inputShape, Shape outputShape, PassMode mode, Compute compute,
            RecurrentSharing sharing) {
        this.layer = layer;
        this.inputShape = inputShape;
        this.mode = mode;
        LstmWeights weights = layer.weights();
        boolean training = mode != PassMode.INFERENCE;
        buffers = new RecurrentBuffers(
                inputShape.size(0), inputShape.size(1), weights.inputs(), weights.units(), training);
        forward = new RecurrentForward(weights, buffers, compute, sharing);
        output = Tensor.zeros(outputShape);
        inputGradient = Tensor.zeros(mode == PassMode.TRAINING ? inputShape : Shape.vector(0));
        boolean everyStep = layer.spec().returnSequences();
        backward = training
                ? new RecurrentBackward(weights, buffers, compute, sharing, everyStep, inputGradient.data())
                : null;
    }

    /// Runs from the zero state.
    @Override
    public Tensor forward(Tensor input) {
        ShapeCheck.require(layer, "input", inputShape, input);
        if (!fromZeroState || mode == PassMode.INFERENCE) {
            buffers.clearInitial(); // inference keeps one cell state, which the last forward moved on
            fromZeroState = true;
        }
        return run(input);
    }

    /// Runs from a given state.
    ///
    /// @param initial hidden and cell state [batch, units] before the first step; copied
    /// @throws IllegalArgumentException when the sizes of input or state are not those the pass was made for
    public Tensor forward(Tensor input, RecurrentState initial) {
        ShapeCheck.require(layer, "input", inputShape, input);
        buffers.setInitial(initial);
        fromZeroState = false;
        return run(input);
    }

    /// Copies the state after the last step of the last forward into `state` [batch, units], which may be the one that forward
    /// began from: that carries the state on to the next batch. No gradient goes with it.
    ///
    /// @throws IllegalStateException before the first forward
    public void finalState(RecurrentState state) {
        if (!hasRun) {
            throw new IllegalStateException(
                    "layer \"" + layer.name() + "\" has no final state before its first forward");
        }
        buffers.copyFinal(state); // backward leaves the states as they are
    }

    @Override
    public void backward(Tensor outputGradient) {
        runBackward(outputGradient, null);
    }

    /// Runs backward when the final state went on into the loss as well.
    ///
    /// @param finalStateGradient ∂loss/∂(final state)
    public void backward(Tensor outputGradient, RecurrentState finalStateGradient) {
        finalStateGradient.requireShape(buffers.batch, buffers.units);
        runBackward(outputGradient, finalStateGradient);
    }

    @Override
    public Tensor inputGradient() {
        if (mode != PassMode.TRAINING) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" runs in mode " + mode
                    + ", which computes no input gradient; make the pass with PassMode.TRAINING");
        }
        return inputGradient;
    }

    /// Copies the gradient of the initial state given to the last forward into `gradient`.
    ///
    /// @throws IllegalStateException when that forward ran from the zero state, or no backward has followed it
    public void initialStateGradient(RecurrentState gradient) {
        if (backward == null || fromZeroState) {
            throw new IllegalStateException("the last forward of layer \"" + layer.name()
                    + "\" had no initial state to give a gradient of; run forward(input, state) in training mode");
        }
        if (awaitsBackward) {
            throw new IllegalStateException("no backward has followed the last forward of layer \"" + layer.name()
                    + "\", so its initial state has no gradient yet; run backward first");
        }
        backward.copyInitialGradient(gradient);
    }

    private Tensor run(Tensor input) {
        awaitsBackward = true;
        hasRun = true;
        forward.run(input.data(), fromZeroState);
        copyOutput();
        return output;
    }

    private void runBackward(Tensor outputGradient, @Nullable RecurrentState finalStateGradient) {
        if (backward == null) {
            throw new IllegalStateException("layer \"" + layer.name()
                    + "\" runs in mode INFERENCE, which keeps nothing for backward; make the pass with PassMode.TRAINING");
        }
        requireForward();
        ShapeCheck.require(layer, "output gradient", output.shape(), outputGradient);
        awaitsBackward = false;
        backward.run(fromZeroState, outputGradient.data(), finalStateGradient);
    }

    private void requireForward() {
        if (!awaitsBackward) {
            throw new IllegalStateException(
                    "layer \"" + layer.name() + "\" needs a forward first, and one for each backward");
        }
    }

    private void copyOutput() {
        int units = buffers.units;
        int steps = layer.spec().returnSequences() ? buffers.steps : 1;
        int firstStep = buffers.steps - steps;
        for (int row = 0; row < buffers.batch; row++) {
            for (int step = 0; step < steps; step++) {
                int from = buffers.hiddenAt(firstStep + step + 1, row);
                System.arraycopy(buffers.read, from, output.data(), (row * steps + step) * units, units);
            }
        }
    }
}
