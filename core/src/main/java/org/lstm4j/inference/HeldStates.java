package org.lstm4j.inference;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.Shape;

/// The states of all recurrent layers of a network at work.
final class HeldStates {

    private final List<StatefulPass> passes;

    /// @param all passes of the network, in order
    HeldStates(List<FrozenPass> all) {
        List<StatefulPass> stateful = new ArrayList<>();
        for (FrozenPass pass : all) {
            if (pass instanceof StatefulPass one) {
                stateful.add(one);
            }
        }
        passes = List.copyOf(stateful);
    }

    /// Back to before the first step.
    void reset() {
        for (StatefulPass pass : passes) {
            pass.reset();
        }
    }

    /// Where all layers are, copied.
    StreamState get() {
        List<RecurrentState> states = new ArrayList<>();
        for (StatefulPass pass : passes) {
            states.addAll(pass.states());
        }
        return new StreamState(states);
    }

    /// Goes on from there.
    ///
    /// @throws IllegalArgumentException when the state belongs to a network of other sizes or to another number of sequences;
    ///         all states are then as before
    void set(StreamState state) {
        List<RecurrentState> given = state.layers();
        requireFits(given, get().layers());
        int from = 0;
        for (StatefulPass pass : passes) {
            int to = from + pass.states().size();
            pass.setStates(given.subList(from, to));
            from = to;
        }
    }

    private static void requireFits(List<RecurrentState> given, List<RecurrentState> own) {
        if (given.size() != own.size()) {
            throw new IllegalArgumentException("the state is of " + given.size()
                    + " recurrent layers, but this network has " + own.size()
                    + "; restore it with its own network");
        }
        for (int place = 0; place < own.size(); place++) {
            requireFits(given.get(place), own.get(place));
        }
    }

    private static void requireFits(RecurrentState given, RecurrentState own) {
        if (!own.hidden().shape().sameSizes(given.hidden().shape())
                || !own.cell().shape().sameSizes(given.cell().shape())) {
            throw new IllegalArgumentException("the state is " + describe(given) + ", but this network needs "
                    + describe(own) + "; restore it with its own network and as many sequences");
        }
    }

    private static String describe(RecurrentState state) {
        Shape hidden = state.hidden().shape();
        Shape cell = state.cell().shape();
        return hidden.sameSizes(cell) ? hidden.toString() : hidden + " and " + cell;
    }
}
