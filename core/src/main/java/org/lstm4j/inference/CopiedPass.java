package org.lstm4j.inference;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Tensor;

/// A layer's own pass, on copied weights. Forgets what stateful layers within keep, since answers do not depend on each other.
record CopiedPass(LayerPass pass) implements FrozenPass {

    @Override
    public Tensor forward(Tensor input) {
        pass.resetState();
        return pass.forward(input);
    }

    @Override
    public Tensor forward(Tensor input, StepMask mask) {
        pass.resetState();
        return pass.forward(input, mask);
    }

    @Override
    public @Nullable StepMask outputMask(@Nullable StepMask inputMask) {
        return pass.outputMask(inputMask);
    }

    @Override
    public double penalty() {
        return pass.penalty();
    }
}
