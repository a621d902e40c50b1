package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmWeights;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.optim.GradientClipping;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.tensor.Tensor;

/// The shipped float32 layers, losses, optimizers and clipping against PyTorch's float32 numbers.
class ShippedGoldenTest {

    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @CsvSource({
        "lstm_single_f32, 1, SCALAR", "lstm_single_f32, 1, VECTOR", "lstm_two_layer_f32, 2, SCALAR",
        "lstm_two_layer_f32, 2, VECTOR"
    })
    void matchesPyTorchForwardAndBackward(String name, int layers, ShippedKernels kernels) {
        GoldenFile golden = GoldenFile.read(name);
        Tensor input = Floats.sequences(golden.batchFirst("input"));
        Tensor target = Floats.sequences(golden.batchFirst("target"));
        ShippedStack stack = new ShippedStack(
                GoldenModels.stack(golden, "weight.", layers),
                true,
                input.shape(),
                PassMode.TRAINING,
                kernels.compute());

        Worst worst = new Worst();
        Tensor output = stack.forward(input, GoldenModels.initialStates(golden, layers));
        see(worst, "output", golden.batchFirst("output"), output);
        for (int layer = 0; layer < layers; layer++) {
            see(worst, golden, List.of("hn", "cn"), layer, stack.finalState(layer));
        }

        MeanSquaredError loss = new MeanSquaredError();
        Tensor outputGradient = Tensor.zeros(output.shape());
        loss.gradient(output, target, outputGradient);
        worst.seeRelative("loss", golden.flat("loss"), new double[]{loss.value(output, target)});
        see(worst, "grad.input", golden.batchFirst("grad.input"), stack.backward(outputGradient));
        for (int layer = 0; layer < layers; layer++) {
            see(worst, golden, List.of("grad.h0", "grad.c0"), layer, stack.initialGradient(layer));
            seeWeights(worst, golden, layer, stack.layers().get(layer).weights());
        }
        report(name, kernels, worst);
    }

    @ParameterizedTest
    @EnumSource
    void matchesPyTorchOnTheChaptersNetwork(ShippedKernels kernels) {
        GoldenFile golden = GoldenFile.read("chapter_f32");
        ReferenceModel model = GoldenModels.model(golden, "");
        Tensor input = Floats.sequences(golden.cube("input"));
        ShippedStack stack = new ShippedStack(model.lstms(), true, input.shape(), PassMode.INFERENCE,
                kernels.compute());

        Tensor output = stack.forward(input);

        Worst worst = new Worst();
        see(worst, "lstm_output", golden.cube("lstm_output"), output);
        see(worst, golden, List.of("hn", "cn"), 0, stack.finalState(0));
        report("chapter_f32", kernels, worst);
    }

    @ParameterizedTest
    @CsvSource({
        "sgd, SCALAR", "sgd, VECTOR",
        "sgd_momentum, SCALAR", "sgd_momentum, VECTOR",
        "sgd_nesterov_wd, SCALAR", "sgd_nesterov_wd, VECTOR",
        "adam, SCALAR", "adam, VECTOR",
        "adam_wd_amsgrad, SCALAR", "adam_wd_amsgrad, VECTOR",
        "adamw, SCALAR", "adamw, VECTOR",
        "rmsprop, SCALAR", "rmsprop, VECTOR",
        "rmsprop_centered_momentum, SCALAR", "rmsprop_centered_momentum, VECTOR",
        "adagrad, SCALAR", "adagrad, VECTOR"
    })
    void trainsAsPyTorchDoes(String name, ShippedKernels kernels) {
        GoldenFile golden = GoldenFile.read("train_" + name + "_f32");
        ShippedTwoBiasModel model = new ShippedTwoBiasModel(golden, "init.", kernels.compute());
        Optimizer optimizer = GoldenOptimizers.spec(name).create(model.parameters());
        Tensor input = Floats.sequences(golden.cube("input"));
        Tensor target = Floats.vectors(golden.matrix("target"));
        double[] expectedLosses = DoubleStream.concat(
                DoubleStream.of(golden.flat("losses")), DoubleStream.of(golden.flat("loss_after"))).toArray();
        double[] losses = new double[expectedLosses.length];
        Worst worst = new Worst();

        for (int step = 0; step < losses.length - 1; step++) {
            losses[step] = model.backward(input, target);
            optimizer.step();
            if (step == 0) {
                model.compareWeights(golden, "step1.", worst);
            }
        }

        losses[losses.length - 1] = model.backward(input, target);
        // together: the last losses are what is left of predictions and targets that cancelled, down to 3e-10
        worst.seeRelative("losses", expectedLosses, losses);
        model.compareWeights(golden, "final.", worst);
        report("train_" + name + "_f32", kernels, worst);
    }

    @ParameterizedTest
    @EnumSource
    void clipsAsPyTorchDoes(ShippedKernels kernels) {
        GoldenFile golden = GoldenFile.read("clip_norm_f64");
        ShippedTwoBiasModel model = new ShippedTwoBiasModel(golden, "weight.", kernels.compute());
        Worst worst = new Worst();

        model.backward(Floats.sequences(golden.cube("input")), Floats.vectors(golden.matrix("target")));
        model.compareGradients(golden, "grad.", worst);
        double norm = GradientClipping.byNorm(model.parameters(), 0.5);
        model.compareGradients(golden, "clipped.", worst);

        worst.seeRelative("norm", golden.flat("norm"), new double[]{norm});
        report("clip_norm_f64", kernels, worst);
    }

    private static void see(Worst worst, String name, double[][][] expected, Tensor actual) {
        worst.seeRelative(name, Rows.flat(Rows.of(expected)), Floats.doubles(actual.data()));
    }

    /// @param names those of hidden and cell state in the file, for all layers
    private static void see(
            Worst worst,
            GoldenFile golden,
            List<String> names,
            int layer,
            RecurrentState actual) {
        double[][] hidden = golden.cube(names.getFirst())[layer];
        double[][] cell = golden.cube(names.getLast())[layer];
        worst.seeRelative(names.getFirst(), Rows.flat(Rows.of(hidden)), Floats.doubles(actual.hidden().data()));
        worst.seeRelative(names.getLast(), Rows.flat(Rows.of(cell)), Floats.doubles(actual.cell().data()));
    }

    private static void seeWeights(Worst worst, GoldenFile golden, int layer, LstmWeights weights) {
        see(worst, golden, "grad.weight_ih_l" + layer, weights.inputWeights());
        see(worst, golden, "grad.weight_hh_l" + layer, weights.recurrentWeights());
        see(worst, golden, "grad.bias_ih_l" + layer, weights.bias());
        see(worst, golden, "grad.bias_hh_l" + layer, weights.bias());
    }

    private static void see(Worst worst, GoldenFile golden, String name, Parameter parameter) {
        worst.seeRelative(name, golden.flat(name), Floats.doubles(parameter.gradient()));
    }

    private static void report(String name, ShippedKernels kernels, Worst worst) {
        System.out.printf("float32, %s kernels, against %s: worst relative error %s%n", kernels, name, worst);
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }
}
