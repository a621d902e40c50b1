package org.lstm4j.inference;

import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A [FrozenLstm] at work for one caller.
final class FrozenLstmPass implements FrozenPass {

    private final LstmRun run;
    private final Tensor output;
    private final boolean everyStep;
    private final boolean keepsState;

    /// @param outputShape [batch, units], or [batch, steps, units] for every step
    FrozenLstmPass(LstmRun run, Shape outputShape, boolean everyStep, boolean keepsState) {
        this.run = run;
        this.everyStep = everyStep;
        this.keepsState = keepsState;
        output = Tensor.zeros(outputShape);
    }

    @Override
    public Tensor forward(Tensor input) {
        if (!keepsState) {
            run.reset();
        }
        run.run(input.data(), output.data(), everyStep);
        return output;
    }

    void reset() {
        run.reset();
    }

    /// The state after the last forward, copied.
    RecurrentState state() {
        RecurrentState state = RecurrentState.zeros(batch(), units());
        run.copyTo(state);
        return state;
    }

    /// @throws IllegalArgumentException when the sizes of a state are not those of this pass
    void requireFits(RecurrentState state) {
        Shape shape = state.hidden().shape();
        if (shape.size(0) != batch() || shape.last() != units()) {
            throw new IllegalArgumentException("the state is " + shape + ", but this stream needs [batch " + batch()
                    + ", units " + units() + "]; restore it with its own network and as many sequences");
        }
    }

    /// Goes on from that state, which fits.
    void setState(RecurrentState state) {
        run.copyFrom(state);
    }

    private int batch() {
        return output.shape().size(0);
    }

    private int units() {
        return output.shape().last();
    }
}
