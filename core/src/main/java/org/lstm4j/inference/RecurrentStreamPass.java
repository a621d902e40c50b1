package org.lstm4j.inference;

import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.Tensor;

/// A recurrent layer's own pass in a stream, on copied weights.
final class RecurrentStreamPass implements StatefulPass {

    private final RecurrentPass pass;
    private final RecurrentState state;

    RecurrentStreamPass(RecurrentPass pass) {
        this.pass = pass;
        pass.keepState(false); // a stream keeps it here
        state = pass.newState();
    }

    @Override
    public Tensor forward(Tensor input) {
        Tensor output = pass.forward(input, state);
        pass.finalState(state);
        return output;
    }

    @Override
    public void reset() {
        setState(pass.newState());
    }

    @Override
    public RecurrentState state() {
        return state.copy();
    }

    @Override
    public void setState(RecurrentState other) {
        copy(other.hidden(), state.hidden());
        copy(other.cell(), state.cell());
    }

    private static void copy(Tensor from, Tensor to) {
        System.arraycopy(from.data(), 0, to.data(), 0, to.data().length);
    }
}
