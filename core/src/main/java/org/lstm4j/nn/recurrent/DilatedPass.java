package org.lstm4j.nn.recurrent;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.ShapeCheck;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A dilated layer at work: the inner pass sees phases as sequences. What it costs beside that is copying inputs and outputs.
public final class DilatedPass implements SignalSource {

    private final Dilated layer;
    private final Shape inputShape;
    private final PassMode mode;
    private final boolean everyStep;
    private final Phases phases;
    private final RecurrentPass inner;
    private final Tensor innerInput;
    private final Tensor innerGradient;
    private final Tensor output;
    private final Tensor inputGradient;
    /// In which order the steps of an output stand.
    private final WalkDirection outputOrder;
    /// Which steps of an output count that stands in reverse order; null where it does not.
    private final @Nullable StepMask reversedMask;

    DilatedPass(
            Dilated layer, Shape inputShape, Shape outputShape, PassMode mode, Phases phases, RecurrentPass inner) {
        this.layer = layer;
        this.inputShape = inputShape;
        this.mode = mode;
        this.phases = phases;
        this.inner = inner;
        SequenceOptions sequence = layer.spec().layer().sequence();
        everyStep = sequence.returnSequences();
        outputOrder = sequence.goBackwards() ? WalkDirection.BACKWARDS : WalkDirection.FORWARDS;
        innerInput = Tensor.zeros(inner.inputShape());
        innerGradient = Tensor.zeros(everyStep && mode.runsBackward() ? inner.outputShape() : Shape.vector(0));
        output = Tensor.zeros(outputShape);
        inputGradient = Tensor.zeros(mode.givesInputGradient() ? inputShape : Shape.vector(0));
        reversedMask = everyStep && sequence.goBackwards()
                ? StepMask.all(inputShape.size(0), inputShape.size(1))
                : null;
    }

    @Override
    public Tensor forward(Tensor input) {
        return run(input, null);
    }

    /// @throws IllegalArgumentException when the sizes of input or mask are not those the pass was made for
    @Override
    public Tensor forward(Tensor input, StepMask mask) {
        mask.requireSize(inputShape.size(0), inputShape.size(1));
        return run(input, mask);
    }

    private Tensor run(Tensor input, @Nullable StepMask mask) {
        ShapeCheck.require(layer, "input", inputShape, input);
        StepMask innerMask = phases.take(mask);
        phases.toRows(input.data(), inputShape.last(), WalkDirection.FORWARDS, innerInput.data());
        Tensor result = innerMask == null ? inner.forward(innerInput) : inner.forward(innerInput, innerMask);
        if (!everyStep) {
            return result; // a row a sequence
        }
        phases.toSequences(result.data(), output.shape().last(), outputOrder, output.data());
        return output;
    }

    /// The mask of the input, in reverse order where the output is; null when only the last step is given.
    @Override
    public @Nullable StepMask outputMask(@Nullable StepMask inputMask) {
        if (inputMask == null || !everyStep) {
            return null;
        }
        if (reversedMask == null) {
            return inputMask;
        }
        reversedMask.setReversed(inputMask);
        return reversedMask;
    }

    @Override
    public void backward(Tensor outputGradient) {
        ShapeCheck.require(layer, "output gradient", output.shape(), outputGradient);
        inner.backward(ofRows(outputGradient));
        float[] gradient = inputGradient.data();
        if (gradient.length > 0) {
            Arrays.fill(gradient, 0f); // of phases that the last step knows nothing of
            phases.toSequences(inner.inputGradient().data(), inputShape.last(), WalkDirection.FORWARDS, gradient);
        }
    }

    /// The gradient of what the inner layer gave.
    private Tensor ofRows(Tensor outputGradient) {
        if (!everyStep || !mode.runsBackward()) {
            return outputGradient; // a row a sequence, or refused by the inner pass
        }
        phases.toRows(outputGradient.data(), output.shape().last(), outputOrder, innerGradient.data());
        return innerGradient;
    }

    @Override
    public String layerName() {
        return layer.name();
    }

    @Override
    public boolean goesBackwards() {
        return inner.goesBackwards();
    }

    /// Where the last step alone is given out, those of its phase.
    @Override
    public Map<CellSignal, Tensor> signals() {
        Map<CellSignal, Tensor> ofPhases = inner.signals();
        Map<CellSignal, Tensor> signals = new EnumMap<>(CellSignal.class);
        ofPhases.forEach((signal, phase) -> {
            Axis units = phase.shape().axes().getLast();
            Tensor whole = Tensor.zeros(Shape.of(Axis.steps(inputShape.size(1)), units).withBatch(inputShape.size(0)));
            Arrays.fill(whole.data(), Float.NaN);
            phases.toSequences(phase.data(), units.size(), WalkDirection.FORWARDS, whole.data());
            signals.put(signal, whole);
        });
        return Collections.unmodifiableMap(signals);
    }

    @Override
    public Tensor inputGradient() {
        inner.inputGradient(); // checks the mode
        return inputGradient;
    }
}
