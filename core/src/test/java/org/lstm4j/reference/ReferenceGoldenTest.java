package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The reference against PyTorch's numbers: results, loss and every gradient of one pass.
class ReferenceGoldenTest {

    @ParameterizedTest
    @CsvSource({
        "lstm_single_f64, 1, 1e-9", "lstm_two_layer_f64, 2, 1e-9", "lstm_single_f32, 1, 1e-5",
        "lstm_two_layer_f32, 2, 1e-5"
    })
    void matchesPyTorchForwardAndBackward(String name, int layers, double tolerance) {
        GoldenFile golden = GoldenFile.read(name);
        ReferenceStack stack = GoldenModels.stack(golden, "weight.", layers);
        ReferenceLoss loss = ReferenceLoss.meanSquaredError();
        double[][][] target = golden.batchFirst("target");

        List<ReferenceTrace> traces = stack.forward(golden.batchFirst("input"),
                GoldenModels.initialStates(golden, layers));
        double[][][] output = traces.getLast().hidden;
        List<ReferenceGradients> gradients = stack.backward(traces, loss.gradient(output, target),
                stack.zeroStates(target.length));

        Worst worst = new Worst();
        see(worst, "output", golden.batchFirst("output"), output);
        worst.seeRelative("loss", golden.flat("loss"), new double[]{loss.of(output, target)});
        see(worst, "grad.input", golden.batchFirst("grad.input"), gradients.getFirst().input);
        for (int layer = 0; layer < layers; layer++) {
            seeStates(worst, golden, layer, traces.get(layer).finalState(), gradients.get(layer).initial);
            seeWeights(worst, golden, layer, gradients.get(layer));
        }
        report(name, worst);
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(tolerance);
    }

    @Test
    void matchesPyTorchOnTheChaptersNetwork() {
        GoldenFile golden = GoldenFile.read("chapter_f32");
        ReferenceModel model = GoldenModels.model(golden, "");
        double[][][] input = golden.cube("input");

        ReferenceModel.Trace trace = model.forward(input, model.lstms().zeroStates(input.length));

        Worst worst = new Worst();
        see(worst, "lstm_output", golden.cube("lstm_output"), trace.layers.getFirst().hidden);
        see(worst, "hn", golden.cube("hn")[0], trace.layers.getFirst().finalState().hidden);
        see(worst, "cn", golden.cube("cn")[0], trace.layers.getFirst().finalState().cell);
        worst.seeRelative("output", golden.flat("output"), Rows.flat(Rows.of(trace.output)));
        report("chapter_f32", worst);
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(1e-5);
    }

    private static void seeStates(
            Worst worst,
            GoldenFile golden,
            int layer,
            ReferenceState last,
            ReferenceState initialGradient) {
        see(worst, "hn", golden.cube("hn")[layer], last.hidden);
        see(worst, "cn", golden.cube("cn")[layer], last.cell);
        see(worst, "grad.h0", golden.cube("grad.h0")[layer], initialGradient.hidden);
        see(worst, "grad.c0", golden.cube("grad.c0")[layer], initialGradient.cell);
    }

    private static void seeWeights(Worst worst, GoldenFile golden, int layer, ReferenceGradients gradients) {
        String inputWeights = "grad.weight_ih_l" + layer;
        String recurrentWeights = "grad.weight_hh_l" + layer;
        see(worst, inputWeights, golden.matrix(inputWeights), gradients.inputWeights);
        see(worst, recurrentWeights, golden.matrix(recurrentWeights), gradients.recurrentWeights);
        for (String bias : List.of("grad.bias_ih_l" + layer, "grad.bias_hh_l" + layer)) {
            worst.seeRelative(bias, golden.flat(bias), gradients.bias);
        }
    }

    private static void see(Worst worst, String tensor, double[][][] expected, double[][][] actual) {
        worst.seeRelative(tensor, Rows.flat(Rows.of(expected)), Rows.flat(Rows.of(actual)));
    }

    private static void see(Worst worst, String tensor, double[][] expected, double[][] actual) {
        worst.seeRelative(tensor, Rows.flat(Rows.of(expected)), Rows.flat(Rows.of(actual)));
    }

    private static void report(String name, Worst worst) {
        System.out.printf("reference against %s: worst relative error %s%n", name, worst);
    }
}
