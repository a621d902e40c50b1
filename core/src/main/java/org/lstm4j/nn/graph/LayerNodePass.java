package org.lstm4j.nn.graph;

import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Tensor;

/// A layer of a graph at work.
///
/// @param pass in a mode that gives the gradient of its input where `from` wants one
record LayerNodePass(LayerPass pass, Flow from, Flow to) implements NodePass {

    @Override
    public void forward() {
        StepMask mask = from.mask();
        Tensor output = mask == null ? pass.forward(from.value()) : pass.forward(from.value(), mask);
        to.set(output, StepMask.handedOn(pass.outputMask(mask), to.shape()));
    }

    @Override
    public void backward(float share) {
        Tensor gradient = to.gradient();
        if (gradient == null) {
            return;
        }
        pass.backward(gradient, share);
        if (from.learns()) {
            from.addGradient(pass.inputGradient());
        }
    }

    @Override
    public double penalty() {
        return pass.penalty();
    }

    @Override
    public void resetState() {
        pass.resetState();
    }
}
