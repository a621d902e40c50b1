package org.lstm4j.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.RecurrentState;

/// The states of a network's recurrent layers on their way from a pass over some steps to that over the next. Allocates nothing after its
/// creation.
final class CarriedStates {

    private final List<Carried> layers = new ArrayList<>();

    /// @param stateful whether the state also goes on from batch to batch
    private record Carried(int place, boolean stateful, RecurrentState state) {

        RecurrentPass in(SequentialPass pass) {
            return (RecurrentPass) pass.layers().get(place);
        }

        void clear() {
            Arrays.fill(state.hidden().data(), 0f);
            Arrays.fill(state.cell().data(), 0f);
        }
    }

    /// Zeros.
    CarriedStates(Sequential network, SequentialPass pass) {
        for (int place = 0; place < network.layers().size(); place++) {
            if (network.layers().get(place).spec() instanceof RecurrentSpec spec
                    && pass.layers().get(place) instanceof RecurrentPass recurrent) {
                layers.add(new Carried(place, spec.sequence().stateful(), recurrent.newState()));
            }
        }
    }

    /// Lets a pass begin where [#giveTo] says.
    static void keepIn(SequentialPass pass) {
        for (LayerPass layer : pass.layers()) {
            if (layer instanceof RecurrentPass recurrent) {
                recurrent.keepState(true);
            }
        }
    }

    /// The states to begin a batch with: zeros, but for layers whose state goes on from batch to batch.
    void beginBatch() {
        for (int index = 0; index < layers.size(); index++) {
            if (!layers.get(index).stateful()) {
                layers.get(index).clear();
            }
        }
    }

    /// All zeros.
    void reset() {
        for (int index = 0; index < layers.size(); index++) {
            layers.get(index).clear();
        }
    }

    /// The next forward of the pass begins with these states.
    void giveTo(SequentialPass pass) {
        for (int index = 0; index < layers.size(); index++) {
            layers.get(index).in(pass).setKeptState(layers.get(index).state());
        }
    }

    /// Takes the states that the last forward of the pass has left.
    void takeFrom(SequentialPass pass) {
        for (int index = 0; index < layers.size(); index++) {
            layers.get(index).in(pass).finalState(layers.get(index).state());
        }
    }
}
