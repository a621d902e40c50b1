package org.lstm4j.nn.recurrent;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.ShapeCheck;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A recurrent layer at work on batches of one shape, with states in and out.
///
/// ```
/// pass.forward(input)                      from zero state, as in Keras
/// pass.forward(input, state)               from a given state, as in PyTorch
/// pass.forward(input, mask)                where not every step of every sequence counts
/// pass.forward(input, mask, state)
/// pass.finalState(state)                   the state after the last step
/// pass.backward(gradient, stateGradient)   when the final state went on into the loss
/// pass.initialStateGradient(gradient)      what the given state would have wanted
/// ```
///
/// Allocates nothing after its creation. Not thread-safe.
public final class RecurrentPass implements SignalSource {

    private final RecurrentLayer layer;
    private final Shape inputShape;
    private final PassMode mode;
    private final WalkDirection direction;
    private final SequenceRows rows;
    private final RecurrentBuffers buffers;
    private final HiddenStages stages;
    private final RecurrentForward forward;
    private final @Nullable RecurrentBackward backward;
    private final Tensor output;
    private final Tensor inputGradient;
    /// Which steps of an output count that stands in reverse order; null where it does not.
    private final @Nullable StepMask reversedMask;
    private @Nullable RecurrentState carried;

    /// Backward overwrites the gates, so it can run once a forward.
    private boolean awaitsBackward;
    private boolean fromZeroState = true;
    private boolean hasRun;

    RecurrentPass(
            RecurrentLayer layer,
            Shape inputShape,
            Shape outputShape,
            PassMode mode,
            Compute compute,
            WalkDirection direction) {
        this(layer, inputShape, outputShape, mode, compute, direction,
                RecurrentSharing.of(layer.sizes(inputShape), layer.needsWholeRows(mode), compute.workers().threads()));
    }

    RecurrentPass(
            RecurrentLayer layer,
            Shape inputShape,
            Shape outputShape,
            PassMode mode,
            Compute compute,
            WalkDirection direction,
            RecurrentSharing sharing) {
        this.layer = layer;
        this.inputShape = inputShape;
        this.mode = mode;
        this.direction = direction;
        boolean training = mode.runsBackward();
        rows = new SequenceRows(inputShape.size(0), inputShape.size(1), direction, sharing.rows());
        RecurrentNoise noise = layer.spec().noise();
        buffers = new RecurrentBuffers(rows, layer.sizes(inputShape), training || noise.zonesOut(),
                layer.showsApart(mode), noise.cellZoneout() > 0f);
        stages = newStages(noise, compute, sharing, training);
        CellRun cell = layer.newCell(compute, buffers, training);
        forward = new RecurrentForward(cell, stages, buffers, compute, sharing);
        output = Tensor.zeros(outputShape);
        inputGradient = Tensor.zeros(mode.givesInputGradient() ? inputShape : Shape.vector(0));
        boolean everyStep = layer.spec().returnSequences();
        backward = training
                ? new RecurrentBackward(cell, stages, buffers, compute, sharing, everyStep, inputGradient.data())
                : null;
        reversedMask = everyStep && direction == WalkDirection.BACKWARDS
                ? StepMask.all(buffers.batch, buffers.steps)
                : null;
        if (layer.spec().sequence().stateful()) {
            keepState(true);
        }
    }

    private HiddenStages newStages(
            RecurrentNoise noise, Compute compute, RecurrentSharing sharing, boolean training) {
        Parameter projection = layer.projection();
        return new HiddenStages(
                buffers,
                projection == null ? null : new Projection(buffers, projection, compute, sharing, training),
                noise.zonesOut()
                        ? new Zoneout(buffers, noise, mode, layer.random())
                        : null,
                mode.disturbs() && noise.drops()
                        ? new RecurrentDropout(buffers, noise.inputDropout(), noise.recurrentDropout(), layer.random())
                        : null);
    }

    /// Runs from the zero state; if the pass keeps its state, from the one that the last forward left.
    @Override
    public Tensor forward(Tensor input) {
        return run(input, null, carried);
    }

    /// Runs over the steps that count, as if there were no others: the result for a sequence is that of the sequence without its
    /// padding, byte for byte. The state stays as it is over steps that do not count, and the output there is 0, as in Keras with
    /// `zero_output_for_mask`; without it Keras repeats the output of the step before.
    ///
    /// @throws IllegalArgumentException when the sizes of input or mask are not those the pass was made for
    @Override
    public Tensor forward(Tensor input, StepMask mask) {
        return run(input, mask, carried);
    }

    /// Runs from a given state.
    ///
    /// @param initial state before the first step; copied
    /// @throws IllegalArgumentException when the sizes of input or state are not those the pass was made for
    public Tensor forward(Tensor input, RecurrentState initial) {
        return run(input, null, initial);
    }

    /// Runs over the steps that count, from a given state.
    ///
    /// @throws IllegalArgumentException when the sizes of input, mask or state are not those the pass was made for
    public Tensor forward(Tensor input, StepMask mask, RecurrentState initial) {
        return run(input, mask, initial);
    }

    /// The mask of the input, in reverse order where the output is; null when only the last step is given. (Keras hands the mask
    /// on as it is, so that after `go_backwards` the next layer passes over the wrong steps.)
    @Override
    public @Nullable StepMask outputMask(@Nullable StepMask inputMask) {
        if (inputMask == null || !layer.spec().returnSequences()) {
            return null;
        }
        if (reversedMask == null) {
            return inputMask;
        }
        reversedMask.setReversed(inputMask);
        return reversedMask;
    }

    /// A state of the sizes this pass needs, all zeros.
    public RecurrentState newState() {
        return RecurrentState.zeros(buffers.batch, buffers.outputs, buffers.cellUnits);
    }

    /// Whether forward goes on from the state that the forward before it left, sequence by sequence; no gradient goes that way.
    /// Begins with the zero state. A layer whose spec is stateful does so from the start.
    public void keepState(boolean keeps) {
        carried = keeps ? newState() : null;
    }

    /// The state that the next forward begins with, copied.
    ///
    /// @throws IllegalStateException when the pass keeps none
    public RecurrentState keptState() {
        return requireKept().copy();
    }

    /// The next forward begins with that state, which is copied.
    ///
    /// @throws IllegalStateException when the pass keeps none
    /// @throws IllegalArgumentException when its sizes are not those the pass was made for
    public void setKeptState(RecurrentState state) {
        RecurrentState kept = requireKept();
        state.requireShape(buffers.batch, buffers.outputs, buffers.cellUnits);
        System.arraycopy(state.hidden().data(), 0, kept.hidden().data(), 0, kept.hidden().data().length);
        System.arraycopy(state.cell().data(), 0, kept.cell().data(), 0, kept.cell().data().length);
    }

    private RecurrentState requireKept() {
        if (carried == null) {
            throw new IllegalStateException(
                    "the pass of layer \"" + layer.name() + "\" keeps no state from one forward to"
                            + " the next; call keepState(true) first, or hand the state to forward");
        }
        return carried;
    }

    /// The next forward begins with the zero state again, if the pass keeps its state.
    @Override
    public void resetState() {
        if (carried != null) {
            Arrays.fill(carried.hidden().data(), 0f);
            Arrays.fill(carried.cell().data(), 0f);
        }
    }

    /// Copies the state after each sequence's last step of the last forward into `state`, which may be the one that forward
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
    public String layerName() {
        return layer.name();
    }

    @Override
    public boolean goesBackwards() {
        return direction.isBackwards();
    }

    @Override
    public Map<CellSignal, Tensor> signals() {
        if (!mode.runsBackward()) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" runs in mode " + mode
                    + ", which keeps one step only; make the pass with PassMode.EXPLAINING");
        }
        requireForward();
        return new RecurrentSignals(buffers).copy(layer.gates());
    }

    @Override
    public void backward(Tensor outputGradient) {
        runBackward(outputGradient, null);
    }

    /// Runs backward when the final state went on into the loss as well.
    ///
    /// @param finalStateGradient ∂loss/∂(final state)
    public void backward(Tensor outputGradient, RecurrentState finalStateGradient) {
        finalStateGradient.requireShape(buffers.batch, buffers.outputs, buffers.cellUnits);
        runBackward(outputGradient, finalStateGradient);
    }

    @Override
    public Tensor inputGradient() {
        if (!mode.givesInputGradient()) {
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

    Shape inputShape() {
        return inputShape;
    }

    Shape outputShape() {
        return output.shape();
    }

    private Tensor run(Tensor input, @Nullable StepMask mask, @Nullable RecurrentState initial) {
        ShapeCheck.require(layer, "input", inputShape, input);
        if (mask != null) {
            mask.requireSize(buffers.batch, buffers.steps);
        }
        if (initial != null) {
            initial.requireShape(buffers.batch, buffers.outputs, buffers.cellUnits);
        }
        takeRows(mask);
        begin(initial);
        if (mode.disturbs()) {
            stages.draw();
        }
        awaitsBackward = true;
        hasRun = true;
        forward.run(input.data(), fromZeroState);
        buffers.copyOutput(output.data(), layer.spec().returnSequences());
        if (carried != null) {
            buffers.copyFinal(carried);
        }
        return output;
    }

    private void takeRows(@Nullable StepMask mask) {
        if (mask == null) {
            rows.takeAll();
        } else {
            rows.take(mask);
        }
    }

    private void begin(@Nullable RecurrentState initial) {
        if (initial != null) {
            buffers.setInitial(initial);
            fromZeroState = false;
        } else if (!fromZeroState || !mode.runsBackward()) {
            buffers.clearInitial(); // inference keeps one cell state, which the last forward moved on
            fromZeroState = true;
        }
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
}
