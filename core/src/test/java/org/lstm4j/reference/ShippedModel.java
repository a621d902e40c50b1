package org.lstm4j.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Tensor;

/// The shipped layers with the weights of a [RandomCase], at work on its input.
final class ShippedModel {

    private final RandomCase example;
    private final ShippedStack lstms;
    private final Dense dense;
    private final LayerPass densePass;
    private final Tensor input;

    ShippedModel(RandomCase example, Compute compute) {
        this.example = example;
        this.input = Floats.sequences(example.input);
        CaseSizes sizes = example.sizes;
        this.lstms = new ShippedStack(
                example.model.lstms(),
                sizes.everyStep(),
                input.shape(),
                PassMode.TRAINING,
                compute);
        this.dense = new DenseSpec(sizes.outputs(), Activation.LINEAR, Initialization.PYTORCH)
                .build(String.valueOf(sizes.layers()), lstms.outputShape().withoutBatch(), new RandomStreams(0));
        Floats.copy(Rows.of(example.model.dense().weights), dense.weights().value());
        Floats.copy(Rows.of(example.model.dense().bias), dense.bias().value());
        this.densePass = dense.newPass(lstms.outputShape(), PassMode.TRAINING, compute);
    }

    /// Runs forward and backward once: results by the names of [CaseResults#byName]. The gradients of initial states are there
    /// only in cases that have such states.
    ///
    /// @param outputGradient dL/doutput, floats
    Map<String, float[]> run(double[][][] outputGradient) {
        boolean fromState = example.sizes.initialState();
        Tensor heard = fromState ? lstms.forward(input, example.initial) : lstms.forward(input);
        Tensor output = densePass.forward(heard);

        dense.parameters().forEach(Parameter::zeroGradient);
        densePass.backward(Floats.tensor(output.shape(), Rows.of(outputGradient)));
        Tensor dh = densePass.inputGradient();
        Map<String, float[]> results = new LinkedHashMap<>();
        results.put("output", output.data().clone());
        addFinalStates(results);
        Tensor dx = example.sizes.finalState() ? lstms.backward(dh, example.finalGradients) : lstms.backward(dh);
        results.put("input gradient", dx.data().clone());
        addGradients(results);
        return results;
    }

    private void addFinalStates(Map<String, float[]> results) {
        for (int layer = 0; layer < lstms.layers().size(); layer++) {
            RecurrentState state = lstms.finalState(layer);
            results.put("layer " + layer + " final hidden", state.hidden().data());
            results.put("layer " + layer + " final cell", state.cell().data());
        }
    }

    private void addGradients(Map<String, float[]> results) {
        for (int layer = 0; layer < lstms.layers().size(); layer++) {
            String name = "layer " + layer;
            Lstm lstm = lstms.layers().get(layer);
            results.put(name + " input weights gradient", lstm.weights().inputWeights().gradient().clone());
            results.put(name + " recurrent weights gradient", lstm.weights().recurrentWeights().gradient().clone());
            results.put(name + " bias gradient", lstm.weights().bias().gradient().clone());
            if (example.sizes.initialState()) {
                RecurrentState gradient = lstms.initialGradient(layer);
                results.put(name + " initial hidden gradient", gradient.hidden().data());
                results.put(name + " initial cell gradient", gradient.cell().data());
            }
        }
        results.put("dense weights gradient", dense.weights().gradient().clone());
        results.put("dense bias gradient", dense.bias().gradient().clone());
    }
}
