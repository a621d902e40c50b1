package org.lstm4j.nn.recurrent;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Parameter;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// A layer of gated recurrent units.
///
/// ```
/// r, z = σ(W x_t + U h_{t−1} + b)                      (each with its own rows of W, U, b)
/// n = tanh(W x_t + b_x + r·(U h_{t−1} + b_h))
/// h_t = (1 − z)·n + z·h_{t−1}
/// ```
///
/// Source: Cho et al., Learning Phrase Representations using RNN Encoder–Decoder, 2014, in the form of PyTorch and of Keras'
/// `reset_after`, which all of cuDNN's users know: the reset gate works after the product. Gate order r, z, n as in PyTorch (Keras
/// has z, r, h); the biases are those of r, z, of n's input part and of n's recurrent part.
public final class Gru extends RecurrentLayer {

    private final GruSpec spec;
    private final RecurrentWeights weights;

    Gru(String name, GruSpec spec, Shape inputShape, RecurrentWeights weights, RandomStream random) {
        super(name, inputShape, random);
        this.spec = spec;
        this.weights = weights;
    }

    @Override
    public GruSpec spec() {
        return spec;
    }

    /// Gate order r, z, n; four biases a unit.
    public RecurrentWeights weights() {
        return weights;
    }

    @Override
    public List<Parameter> parameters() {
        return weights.list();
    }

    @Override
    public List<CellSignal> gates() {
        return List.of(CellSignal.RESET_GATE, CellSignal.UPDATE_GATE, CellSignal.CANDIDATE);
    }

    @Override
    CellRun newCell(Compute compute, RecurrentBuffers buffers, boolean training) {
        return new FewerGatesCell(
                new FewerGates(spec.units(), weights.inputWeights(), weights.recurrentWeights(), weights.bias(),
                        new FewerGates.GatePlaces("012", "013", "0123")),
                new GruGates(spec.activation(), spec.recurrentActivation(),
                        new ActivationLoops(compute.kernels().activations())));
    }
}
