package org.lstm4j.inference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.Tensor;

/// A layer's own pass, on copied weights, in which all recurrent passes keep their states.
final class StatefulCopiedPass implements StatefulPass {

    private final LayerPass pass;
    private final List<RecurrentPass> recurrent;

    /// @param recurrent the recurrent passes within, in order
    StatefulCopiedPass(LayerPass pass, List<RecurrentPass> recurrent) {
        this.pass = pass;
        this.recurrent = List.copyOf(recurrent);
        for (RecurrentPass one : recurrent) {
            one.keepState(true);
        }
    }

    /// The recurrent passes within a pass, in order; itself if it is one.
    static List<RecurrentPass> recurrentIn(LayerPass pass) {
        if (pass instanceof RecurrentPass one) {
            return List.of(one);
        }
        List<RecurrentPass> found = new ArrayList<>();
        for (LayerPass inner : pass.inner()) {
            found.addAll(recurrentIn(inner));
        }
        return found;
    }

    @Override
    public Tensor forward(Tensor input) {
        return pass.forward(input);
    }

    @Override
    public Tensor forward(Tensor input, StepMask mask) {
        return pass.forward(input, mask);
    }

    @Override
    public @Nullable StepMask outputMask(@Nullable StepMask inputMask) {
        return pass.outputMask(inputMask);
    }

    @Override
    public void reset() {
        pass.resetState();
    }

    @Override
    public List<RecurrentState> states() {
        return recurrent.stream().map(RecurrentPass::keptState).toList();
    }

    @Override
    public void setStates(List<RecurrentState> states) {
        for (int place = 0; place < recurrent.size(); place++) {
            recurrent.get(place).setKeptState(states.get(place));
        }
    }
}
