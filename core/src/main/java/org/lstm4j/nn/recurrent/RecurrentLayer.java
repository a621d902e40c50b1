package org.lstm4j.nn.recurrent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// What recurrent layers of all kinds have in common. In: [batch, steps, features]. Out: [batch, outputs] of the last step, or
/// [batch, steps, outputs].
///
/// As in PyTorch, states can be handed in and read out: see [RecurrentPass].
public abstract sealed class RecurrentLayer implements Layer permits Lstm, Gru, SimpleRnn {

    private final String name;
    private final Shape inputShape;
    private final RandomStream random;

    RecurrentLayer(String name, Shape inputShape, RandomStream random) {
        this.name = name;
        this.inputShape = inputShape;
        this.random = random;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Shape inputShape() {
        return inputShape;
    }

    @Override
    public abstract RecurrentSpec spec();

    @Override
    public abstract List<Parameter> parameters();

    @Override
    public final Shape outputShape(Shape sample) {
        if (sample.rank() != 2 || sample.last() != inputShape.last()) {
            throw new IllegalArgumentException("layer \"" + name + "\" was built for [steps, features "
                    + inputShape.last()
                    + "], but the input has " + sample + "; re-create the windows with the columns used in training");
        }
        return spec().outputShape(sample);
    }

    @Override
    public final List<RandomStream> streams() {
        return spec().noise().draws() ? List.of(random) : List.of();
    }

    @Override
    public final RecurrentPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        return newPass(batchShape, mode, compute,
                spec().sequence().goBackwards() ? WalkDirection.BACKWARDS : WalkDirection.FORWARDS);
    }

    final RecurrentPass newPass(Shape batchShape, PassMode mode, Compute compute, WalkDirection direction) {
        Shape output = outputShape(batchShape.withoutBatch()).withBatch(batchShape.size(0));
        return new RecurrentPass(this, batchShape, output, mode, compute, direction);
    }

    /// Where masks are drawn from; two passes must not train at the same time.
    final RandomStream random() {
        return random;
    }

    final RecurrentSizes sizes(Shape batchShape) {
        return new RecurrentSizes(
                batchShape.size(0), batchShape.size(1), inputShape.last(), spec().units(), spec().outputs(),
                spec().cellUnits());
    }

    /// Whether something works on whole rows within a step, so that threads cannot share its units.
    final boolean needsWholeRows(PassMode mode) {
        return looksAtWholeRows() || showsApart(mode);
    }

    /// Whether a stage makes something else of the hidden state before the next step reads it.
    final boolean showsApart(PassMode mode) {
        RecurrentNoise noise = spec().noise();
        return projection() != null || noise.zonesOut() || (mode.disturbs() && noise.drops());
    }

    /// The gates of a unit, the candidate among them, in the order of its weights; none for a simple layer.
    public abstract List<CellSignal> gates();

    /// Whether units of a cell look at each other within a step.
    boolean looksAtWholeRows() {
        return false;
    }

    /// What this kind of cell adds to the loop over time.
    ///
    /// @param buffers of the pass
    /// @param training whether there is a backward
    abstract CellRun newCell(Compute compute, RecurrentBuffers buffers, boolean training);

    /// The weights [outputs, units] that make the hidden state of what a cell gives; null for none.
    @Nullable
    Parameter projection() {
        return null;
    }
}
