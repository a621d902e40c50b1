package org.lstm4j.inference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A [FrozenLstm] at work for one caller.
final class FrozenLstmPass implements StatefulPass {

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
        return go(input, null);
    }

    @Override
    public Tensor forward(Tensor input, StepMask mask) {
        return go(input, mask);
    }

    private Tensor go(Tensor input, @Nullable StepMask mask) {
        if (!keepsState) {
            run.reset();
        }
        run.run(input.data(), output.data(), everyStep, mask);
        return output;
    }

    @Override
    public void reset() {
        run.reset();
    }

    @Override
    public List<RecurrentState> states() {
        RecurrentState state = RecurrentState.zeros(batch(), units());
        run.copyTo(state);
        return List.of(state);
    }

    @Override
    public void setStates(List<RecurrentState> states) {
        run.copyFrom(states.getFirst());
    }

    private int batch() {
        return output.shape().size(0);
    }

    private int units() {
        return output.shape().last();
    }
}
