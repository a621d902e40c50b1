package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.PassMode;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A gradient that fades through a long sequence ends at 0 and never gets into float32's subnormal numbers, with which some
/// processors are a hundred times slower.
class FadingGradientTest {

    private static final int STEPS = 400;
    private static final int UNITS = 8;
    private static final Shape BATCH = Shape.sequence(STEPS, 1).withBatch(1);

    @Test
    void theInputsGradientEndsAtZeroAndIsNeverSubnormal() {
        Lstm lstm = new LstmSpec(UNITS, false, Initialization.PYTORCH)
                .build("0", BATCH.withoutBatch(), new RandomStreams(1));
        try (WorkerPool workers = new WorkerPool(1)) {
            RecurrentPass pass = lstm.newPass(BATCH, PassMode.TRAINING, new Compute(LstmKernels.scalar(), workers));
            Tensor input = Tensor.zeros(BATCH);
            Arrays.fill(input.data(), 0.3f);
            Tensor gradient = Tensor.zeros(Shape.vector(UNITS).withBatch(1));
            Arrays.fill(gradient.data(), 1f);
            pass.forward(input);
            pass.backward(gradient);
            float[] toInput = pass.inputGradient().data();

            assertThat(toInput[STEPS - 1]).isNotZero();
            assertThat(toInput[0]).isZero();
            for (float value : toInput) {
                assertThat(value == 0 || Math.abs(value) >= Float.MIN_NORMAL).as("subnormal: " + value).isTrue();
            }
        }
    }
}
