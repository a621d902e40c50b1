package org.lstm4j.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that a run of a [RandomCase] results in, or a number about each of these results.
final class CaseResults {

    private final double[][][] output;
    private final List<ReferenceState> finalStates;
    private final ReferenceModel.Gradients gradients;

    CaseResults(double[][][] output, List<ReferenceState> finalStates, ReferenceModel.Gradients gradients) {
        this.output = output;
        this.finalStates = finalStates;
        this.gradients = gradients;
    }

    /// Flat arrays by the names that [ShippedModel#run] uses.
    Map<String, double[]> byName() {
        Map<String, double[]> results = new LinkedHashMap<>();
        results.put("output", flat(output));
        results.put("input gradient", flat(gradients.layers().getFirst().input));
        for (int layer = 0; layer < finalStates.size(); layer++) {
            String name = "layer " + layer;
            ReferenceState state = finalStates.get(layer);
            ReferenceGradients gradient = gradients.layers().get(layer);
            results.put(name + " final hidden", flat(state.hidden));
            results.put(name + " final cell", flat(state.cell));
            results.put(name + " input weights gradient", flat(gradient.inputWeights));
            results.put(name + " recurrent weights gradient", flat(gradient.recurrentWeights));
            results.put(name + " bias gradient", gradient.bias);
            results.put(name + " initial hidden gradient", flat(gradient.initial.hidden));
            results.put(name + " initial cell gradient", flat(gradient.initial.cell));
        }
        results.put("dense weights gradient", flat(gradients.dense().weights));
        results.put("dense bias gradient", gradients.dense().bias);
        return results;
    }

    private static double[] flat(double[][] values) {
        return Rows.flat(Rows.of(values));
    }

    private static double[] flat(double[][][] values) {
        return Rows.flat(Rows.of(values));
    }
}
