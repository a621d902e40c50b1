package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The shipped LSTM layers with the weights of a [ReferenceStack], at work on batches of one shape.
final class ShippedStack {

    private final List<Lstm> layers = new ArrayList<>();
    private final List<RecurrentPass> passes = new ArrayList<>();
    private final int batch;
    private final Shape outputShape;

    /// @param everyStep whether the highest layer gives all steps, or the last only
    /// @param input [batch, steps, features]
    ShippedStack(ReferenceStack weights, boolean everyStep, Shape input, PassMode mode, Compute compute) {
        this.batch = input.size(0);
        Shape shape = input.withoutBatch();
        for (ReferenceLstm reference : weights.layers()) {
            boolean sequences = layers.size() < weights.layers().size() - 1 || everyStep;
            Lstm lstm = new LstmSpec(reference.units, sequences, Initialization.PYTORCH)
                    .build(String.valueOf(layers.size()), shape, new RandomStreams(0));
            Floats.copy(Rows.of(reference.inputWeights), lstm.weights().inputWeights().value());
            Floats.copy(Rows.of(reference.recurrentWeights), lstm.weights().recurrentWeights().value());
            Floats.copy(Rows.of(reference.bias), lstm.weights().bias().value());
            layers.add(lstm);
            passes.add(lstm.newPass(shape.withBatch(batch), mode, compute));
            shape = lstm.outputShape(shape);
        }
        this.outputShape = shape.withBatch(batch);
    }

    List<Lstm> layers() {
        return layers;
    }

    /// The shape of what [#forward] returns.
    Shape outputShape() {
        return outputShape;
    }

    /// From zero states.
    Tensor forward(Tensor input) {
        Tensor flowing = input;
        for (RecurrentPass pass : passes) {
            flowing = pass.forward(flowing);
        }
        return flowing;
    }

    /// @param initial one state a layer
    Tensor forward(Tensor input, List<ReferenceState> initial) {
        Tensor flowing = input;
        for (int layer = 0; layer < passes.size(); layer++) {
            flowing = passes.get(layer).forward(flowing, state(layer, initial));
        }
        return flowing;
    }

    /// Sets the gradients of the weights; returns that of the input.
    Tensor backward(Tensor outputGradient) {
        zeroGradients();
        Tensor flowing = outputGradient;
        for (RecurrentPass pass : passes.reversed()) {
            pass.backward(flowing);
            flowing = pass.inputGradient();
        }
        return flowing;
    }

    /// @param finalGradients dL/dh and dL/dc of the final states, one a layer
    Tensor backward(Tensor outputGradient, List<ReferenceState> finalGradients) {
        zeroGradients();
        Tensor flowing = outputGradient;
        for (int layer = passes.size() - 1; layer >= 0; layer--) {
            passes.get(layer).backward(flowing, state(layer, finalGradients));
            flowing = passes.get(layer).inputGradient();
        }
        return flowing;
    }

    RecurrentState finalState(int layer) {
        RecurrentState state = zeros(layer);
        passes.get(layer).finalState(state);
        return state;
    }

    RecurrentState initialGradient(int layer) {
        RecurrentState gradient = zeros(layer);
        passes.get(layer).initialStateGradient(gradient);
        return gradient;
    }

    private void zeroGradients() {
        layers.forEach(lstm -> lstm.parameters().forEach(Parameter::zeroGradient));
    }

    private RecurrentState zeros(int layer) {
        return RecurrentState.zeros(batch, layers.get(layer).spec().units());
    }

    private RecurrentState state(int layer, List<ReferenceState> states) {
        RecurrentState state = zeros(layer);
        Floats.copy(Rows.of(states.get(layer).hidden), state.hidden().data());
        Floats.copy(Rows.of(states.get(layer).cell), state.cell().data());
        return state;
    }
}
