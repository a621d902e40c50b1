package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.optim.Nadam;
import org.lstm4j.optim.OptimizerSpec;

/// The reference trained for twenty steps against PyTorch's training from the same weights: the loss of every step, the
/// weights after the first step and after the last.
class ReferenceTrainingGoldenTest {

    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {
        "sgd", "sgd_momentum", "sgd_nesterov_wd", "adam", "adam_wd_amsgrad", "adamw", "nadam", "rmsprop",
        "rmsprop_centered_momentum", "adagrad"
    })
    void trainsAsPyTorchDoes(String name) {
        GoldenFile golden = GoldenFile.read("train_" + name + "_f64");
        TwoBiasModel model = new TwoBiasModel(golden, "init.");
        ReferenceOptimizer optimizer = optimizer(name);
        double[] expectedLosses = golden.flat("losses");
        double[] losses = new double[expectedLosses.length];
        Worst worst = new Worst();
        for (int step = 0; step < losses.length; step++) {
            losses[step] = model.backward(golden.cube("input"), golden.matrix("target"));
            optimizer.step(model.weights(), model.gradients());
            if (step == 0) {
                model.compareWeights(golden, "step1.", worst);
            }
        }
        double lossAfter = model.backward(golden.cube("input"), golden.matrix("target"));
        worst.seeRelative("losses", expectedLosses, losses);
        worst.seeRelative("loss_after", golden.flat("loss_after"), new double[]{lossAfter});
        model.compareWeights(golden, "final.", worst);
        System.out.printf("reference trained with %s: worst relative error %s%n", name, worst);
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    void clipsAsPyTorchDoes() {
        GoldenFile golden = GoldenFile.read("clip_norm_f64");
        TwoBiasModel model = new TwoBiasModel(golden, "weight.");
        Worst worst = new Worst();

        double loss = model.backward(golden.cube("input"), golden.matrix("target"));
        model.compareGradients(golden, "grad.", worst);
        double norm = ReferenceClipping.clip(model.gradients(), 0.5);
        model.compareGradients(golden, "clipped.", worst);

        worst.seeRelative("loss", golden.flat("loss"), new double[]{loss});
        worst.seeRelative("norm", golden.flat("norm"), new double[]{norm});
        System.out.printf("reference clipped: worst relative error %s%n", worst);
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    private static ReferenceOptimizer optimizer(String name) {
        OptimizerSpec spec = GoldenOptimizers.spec(name);
        return spec instanceof Nadam nadam ? ReferenceNadam.asPyTorch1(nadam) : GoldenOptimizers.reference(spec);
    }
}
