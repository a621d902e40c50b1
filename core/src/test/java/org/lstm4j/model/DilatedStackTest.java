package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.inference.Predictor;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;

/// Smyl's residual stack of dilated layers, from the pieces there are, on monthly airline passengers in thousands, 1949 to 1960
/// (Box and Jenkins, Time Series Analysis, series G).
class DilatedStackTest {

    private static final int[] PASSENGERS = {112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118,
        115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
        145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166,
        171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
        196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201,
        204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
        242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,
        284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,
        315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336,
        340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337,
        360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
        417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432};
    private static final int STEPS = 24;
    private static final int SAMPLES = PASSENGERS.length - STEPS;

    @TempDir
    private Path folder;

    private final Tensor inputs = Tensor.zeros(Shape.sequence(STEPS, 1).withBatch(SAMPLES));
    private final Tensor targets = Tensor.zeros(Shape.of(new Axis("outputs", 1)).withBatch(SAMPLES));

    /// Two years of logarithms less the last one, and the month after.
    DilatedStackTest() {
        for (int sample = 0; sample < SAMPLES; sample++) {
            int last = PASSENGERS[sample + STEPS - 1];
            for (int step = 0; step < STEPS; step++) {
                inputs.set(growth(last, PASSENGERS[sample + step]), sample, step, 0);
            }
            targets.set(growth(last, PASSENGERS[sample + STEPS]), sample, 0);
        }
    }

    private static float growth(int from, int to) {
        return (float) StrictMath.log((double) to / from);
    }

    private static Sequential network() {
        LstmSpec lstm = new LstmSpec(8).withReturnSequences(true);
        return Sequential.input(Shape.sequence(STEPS, 1))
                .add(ResidualSpec.around(new DilatedSpec(lstm, 1), new DilatedSpec(lstm, 2), new DilatedSpec(lstm, 4))
                        .withProjection())
                .add(ResidualSpec.around(new DilatedSpec(lstm, 8)))
                .add(new LastStepSpec())
                .add(new DenseSpec(1))
                .build(7);
    }

    @Test
    void learnsARealSeriesAndComesBackFromAFile() {
        Sequential network = network();
        Model model = Model.compile(network, new Adam(0.01), new MeanSquaredError(),
                new Compute(LstmKernels.scalar(), new WorkerPool(1)));
        double before = model.evaluate(inputs, targets);
        model.fit(inputs, targets, FitOptions.epochs(45).withBatchSize(32));
        double after = model.evaluate(inputs, targets);
        // one that knows nothing but the mean growth of a month is 0.0111 away
        assertThat(after).isLessThan(before / 2).isLessThan(0.0111 / 2);

        Path file = folder.resolve("stack.lstm4j");
        ModelFile.of(network).write(file);
        Sequential loaded = ModelFile.read(file).network();
        assertThat(NetworkSpec.of(loaded)).isEqualTo(NetworkSpec.of(network));
        assertThat(Predictor.of(loaded).predict(inputs).data()).isEqualTo(model.predict(inputs).data());
    }

    @Test
    void namesItsLayersByTheirPath() {
        assertThat(network().summary()).contains("0 residual").contains("[batch, steps 24, units 8]");
        assertThat(network().parameters()).extracting(parameter -> parameter.name()).contains("0.0.weight_ih_l0",
                "0.2.weight_hh_l0", "0.projection.weight", "1.0.bias_l0");
    }
}
