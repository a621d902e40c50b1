package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The reference at work on a [RandomCase]: forward when made, then loss, gradients and all results by name.
final class CaseRun {

    private final RandomCase example;
    private final ReferenceModel model;
    private final ReferenceModel.Trace trace;

    CaseRun(RandomCase example) {
        this(example, UnaryOperator.identity());
    }

    /// @param layers what to put in place of each LSTM layer: itself, or one with a planted fault
    CaseRun(RandomCase example, UnaryOperator<ReferenceLstm> layers) {
        this.example = example;
        ReferenceModel sound = example.model;
        this.model = new ReferenceModel(
                new ReferenceStack(sound.lstms().layers().stream().map(layers).toList()),
                sound.dense(),
                sound.everyStep());
        this.trace = model.forward(example.input, example.initial);
    }

    /// L.
    double loss() {
        double value = example.loss.of(trace.output, example.target);
        for (int layer = 0; layer < trace.layers.size(); layer++) {
            ReferenceState state = trace.layers.get(layer).finalState();
            ReferenceState weight = example.finalGradients.get(layer);
            value += dot(weight.hidden, state.hidden) + dot(weight.cell, state.cell);
        }
        return value;
    }

    /// dL/doutput.
    double[][][] outputGradient() {
        return example.loss.gradient(trace.output, example.target);
    }

    /// [#outputGradient] rounded to floats, so that the float32 layers can begin with the same.
    double[][][] floatOutputGradient() {
        double[][][] gradient = outputGradient();
        Floats.round(Rows.of(gradient));
        return gradient;
    }

    /// Everything L depends on, each beside its gradient.
    List<CheckedTensor> gradients() {
        ReferenceModel.Gradients gradients = backward(outputGradient());
        List<CheckedTensor> tensors = new ArrayList<>();
        tensors.add(new CheckedTensor("input", Rows.of(example.input), Rows.of(gradients.layers().getFirst().input)));
        for (int layer = 0; layer < trace.layers.size(); layer++) {
            addLayer(tensors, layer, gradients.layers().get(layer));
        }
        ReferenceDense.Gradients top = gradients.dense();
        tensors.add(new CheckedTensor("dense weights", model.dense().weights, top.weights));
        tensors.add(new CheckedTensor("dense bias", Rows.of(model.dense().bias), Rows.of(top.bias)));
        return tensors;
    }

    private ReferenceModel.Gradients backward(double[][][] outputGradient) {
        return model.backward(trace, outputGradient, example.finalGradients);
    }

    private void addLayer(List<CheckedTensor> tensors, int layer, ReferenceGradients gradients) {
        ReferenceLstm lstm = model.lstms().layers().get(layer);
        ReferenceState state = example.initial.get(layer);
        String name = "layer " + layer;
        tensors.add(new CheckedTensor(name + " input weights", lstm.inputWeights, gradients.inputWeights));
        tensors.add(new CheckedTensor(name + " recurrent weights", lstm.recurrentWeights, gradients.recurrentWeights));
        tensors.add(new CheckedTensor(name + " bias", Rows.of(lstm.bias), Rows.of(gradients.bias)));
        tensors.add(new CheckedTensor(name + " initial hidden", state.hidden, gradients.initial.hidden));
        tensors.add(new CheckedTensor(name + " initial cell", state.cell, gradients.initial.cell));
    }

    /// Output, final states and gradients.
    ///
    /// @param outputGradient dL/doutput to begin backward with
    CaseResults results(double[][][] outputGradient) {
        List<ReferenceState> states = trace.layers.stream().map(ReferenceTrace::finalState).toList();
        return new CaseResults(trace.output, states, backward(outputGradient));
    }

    /// The variance of what float32 rounding does to each of the [#results], in units of ε².
    CaseResults variances(double[][][] outputGradient) {
        return new CaseRounding(model, trace)
                .variances(outputGradient, backward(outputGradient), example.finalGradients);
    }

    private static double dot(double[][] left, double[][] right) {
        double sum = 0;
        for (int row = 0; row < left.length; row++) {
            for (int column = 0; column < left[0].length; column++) {
                sum += left[row][column] * right[row][column];
            }
        }
        return sum;
    }
}
