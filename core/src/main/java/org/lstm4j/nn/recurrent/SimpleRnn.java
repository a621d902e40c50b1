package org.lstm4j.nn.recurrent;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Parameter;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// A simple recurrent layer:
///
/// ```
/// h_t = tanh(W x_t + U h_{t−1} + b)
/// ```
///
/// Source: Elman, Finding Structure in Time, 1990. It runs on the products of the LSTM, of whose four gates it uses one: it takes
/// about as long as an LSTM of as many units.
public final class SimpleRnn extends RecurrentLayer {

    private final SimpleRnnSpec spec;
    private final RecurrentWeights weights;

    SimpleRnn(String name, SimpleRnnSpec spec, Shape inputShape, RecurrentWeights weights, RandomStream random) {
        super(name, inputShape, random);
        this.spec = spec;
        this.weights = weights;
    }

    @Override
    public SimpleRnnSpec spec() {
        return spec;
    }

    public RecurrentWeights weights() {
        return weights;
    }

    @Override
    public List<Parameter> parameters() {
        return weights.list();
    }

    @Override
    public List<CellSignal> gates() {
        return List.of();
    }

    @Override
    CellRun newCell(Compute compute, RecurrentBuffers buffers, boolean training) {
        return new FewerGatesCell(
                new FewerGates(spec.units(), weights.inputWeights(), weights.recurrentWeights(), weights.bias(),
                        new FewerGates.GatePlaces("0", "0", "0")),
                new SimpleRnnGates(spec.activation(), new ActivationLoops(compute.kernels().activations())));
    }
}
