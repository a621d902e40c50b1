package org.lstm4j.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An LSTM and a linear layer with PyTorch's two biases, of which the LSTM uses the sum.
///
/// For one pass the sum is all that counts. In training it matters that there are two: each has the gradient of the sum and
/// each takes its own step, so the sum moves twice as far as a single bias would. To follow PyTorch's training runs they must
/// be kept apart.
final class TwoBiasModel {

    private final ReferenceModel model;
    private final double[] inputBias;
    private final double[] recurrentBias;
    private final Map<String, List<double[]>> weights = new LinkedHashMap<>();
    private final Map<String, List<double[]>> gradients = new LinkedHashMap<>();

    /// @param prefix before PyTorch's names: `init.`
    TwoBiasModel(GoldenFile golden, String prefix) {
        model = GoldenModels.model(golden, prefix);
        inputBias = golden.flat(prefix + "lstm.bias_ih_l0");
        recurrentBias = golden.flat(prefix + "lstm.bias_hh_l0");
        ReferenceLstm lstm = lstm();
        weights.put("lstm.weight_ih_l0", Rows.of(lstm.inputWeights));
        weights.put("lstm.weight_hh_l0", Rows.of(lstm.recurrentWeights));
        weights.put("lstm.bias_ih_l0", Rows.of(inputBias));
        weights.put("lstm.bias_hh_l0", Rows.of(recurrentBias));
        weights.put("fc.weight", Rows.of(model.dense().weights));
        weights.put("fc.bias", Rows.of(model.dense().bias));
    }

    private ReferenceLstm lstm() {
        return model.lstms().layers().getFirst();
    }

    /// Runs forward from zero states, and backward from the mean squared error, which it returns.
    ///
    /// @param input [B, T, F]
    /// @param target of the last step, [B, 1]
    double backward(double[][][] input, double[][] target) {
        for (int row = 0; row < inputBias.length; row++) {
            lstm().bias[row] = inputBias[row] + recurrentBias[row];
        }
        List<ReferenceState> zeros = model.lstms().zeroStates(input.length);
        ReferenceModel.Trace trace = model.forward(input, zeros);
        double[][][] targets = new double[target.length][1][];
        for (int sample = 0; sample < target.length; sample++) {
            targets[sample][0] = target[sample];
        }
        ReferenceLoss loss = ReferenceLoss.meanSquaredError();
        keep(model.backward(trace, loss.gradient(trace.output, targets), zeros));
        return loss.of(trace.output, targets);
    }

    private void keep(ReferenceModel.Gradients computed) {
        ReferenceGradients lstm = computed.layers().getFirst();
        gradients.put("lstm.weight_ih_l0", Rows.of(lstm.inputWeights));
        gradients.put("lstm.weight_hh_l0", Rows.of(lstm.recurrentWeights));
        gradients.put("lstm.bias_ih_l0", Rows.of(lstm.bias));
        gradients.put("lstm.bias_hh_l0", Rows.of(lstm.bias.clone()));
        gradients.put("fc.weight", Rows.of(computed.dense().weights));
        gradients.put("fc.bias", Rows.of(computed.dense().bias));
    }

    /// The rows of all weights, live.
    List<double[]> weights() {
        return rows(weights);
    }

    /// The rows of the gradients of the last backward pass, in the order of the weights.
    List<double[]> gradients() {
        return rows(gradients);
    }

    void compareWeights(GoldenFile golden, String prefix, Worst worst) {
        compare(weights, golden, prefix, worst);
    }

    void compareGradients(GoldenFile golden, String prefix, Worst worst) {
        compare(gradients, golden, prefix, worst);
    }

    private static List<double[]> rows(Map<String, List<double[]>> tensors) {
        return tensors.values().stream().flatMap(List::stream).toList();
    }

    private static void compare(Map<String, List<double[]>> tensors, GoldenFile golden, String prefix, Worst worst) {
        tensors.forEach(
                (name, rows) -> worst.seeRelative(prefix + name, golden.flat(prefix + name), Rows.flat(rows)));
    }
}
