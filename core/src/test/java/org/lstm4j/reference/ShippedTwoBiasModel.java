package org.lstm4j.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// [TwoBiasModel] with the shipped layers: PyTorch's two biases are parameters of their own, and before each pass the layer's
/// one bias becomes their sum.
final class ShippedTwoBiasModel {

    private final SequentialPass pass;
    private final Parameter bias;
    private final Parameter inputBias;
    private final Parameter recurrentBias;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    /// @param prefix before PyTorch's names: `init.`
    ShippedTwoBiasModel(GoldenFile golden, String prefix, Compute compute) {
        double[][][] input = golden.cube("input");
        int units = golden.matrix(prefix + "lstm.weight_hh_l0")[0].length;
        Sequential network = Sequential.input(Shape.sequence(input[0].length, input[0][0].length))
                .add(new LstmSpec(units))
                .add(new DenseSpec(1))
                .build(0);
        pass = network.newPass(network.inputShape().withBatch(input.length), PassMode.TRAINING_ON_DATA, compute);
        Lstm lstm = (Lstm) network.layers().getFirst();
        Dense dense = (Dense) network.layers().getLast();
        bias = lstm.weights().bias();
        inputBias = new Parameter("input bias", bias.shape());
        recurrentBias = new Parameter("recurrent bias", bias.shape());
        parameters.put("lstm.weight_ih_l0", lstm.weights().inputWeights());
        parameters.put("lstm.weight_hh_l0", lstm.weights().recurrentWeights());
        parameters.put("lstm.bias_ih_l0", inputBias);
        parameters.put("lstm.bias_hh_l0", recurrentBias);
        parameters.put("fc.weight", dense.weights());
        parameters.put("fc.bias", dense.bias());
        parameters.forEach(
                (name, parameter) -> Floats.copy(Rows.of(golden.flat(prefix + name)), parameter.value()));
    }

    /// Those that PyTorch trains, in its order.
    List<Parameter> parameters() {
        return List.copyOf(parameters.values());
    }

    /// Runs forward, and backward from the mean squared error, which it returns.
    double backward(Tensor input, Tensor target) {
        for (int row = 0; row < bias.value().length; row++) {
            bias.value()[row] = inputBias.value()[row] + recurrentBias.value()[row];
        }
        parameters.values().forEach(Parameter::zeroGradient);
        bias.zeroGradient();
        Tensor output = pass.forward(input);
        Tensor gradient = Tensor.zeros(output.shape());
        MeanSquaredError loss = new MeanSquaredError();
        loss.gradient(output, target, gradient);
        pass.backward(gradient);
        System.arraycopy(bias.gradient(), 0, inputBias.gradient(), 0, bias.gradient().length);
        System.arraycopy(bias.gradient(), 0, recurrentBias.gradient(), 0, bias.gradient().length);
        return loss.value(output, target);
    }

    void compareWeights(GoldenFile golden, String prefix, Worst worst) {
        parameters.forEach((name, parameter) -> compare(golden, prefix + name, parameter.value(), worst));
    }

    void compareGradients(GoldenFile golden, String prefix, Worst worst) {
        parameters.forEach((name, parameter) -> compare(golden, prefix + name, parameter.gradient(), worst));
    }

    private static void compare(GoldenFile golden, String name, float[] actual, Worst worst) {
        worst.seeRelative(name, golden.flat(name), Floats.doubles(actual));
    }
}
