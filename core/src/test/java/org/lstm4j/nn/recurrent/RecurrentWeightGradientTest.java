package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Chunks and groups of the weight gradient: batches larger than a chunk, more blocks than a group.
class RecurrentWeightGradientTest {

    private static final int STEPS = 3;
    private static final int FEATURES = 5;
    private static final int UNITS = 259;

    @Test
    void gradientOfALargeBatchIsTheSumOverItsParts() {
        int batch = 300;
        float[] whole = gradients(0, batch, 1);
        float[] first = gradients(0, 100, 1);
        float[] second = gradients(100, batch, 1);

        for (int index = 0; index < whole.length; index++) {
            assertThat(whole[index]).isCloseTo(first[index] + second[index], within(2e-4f));
        }
        assertThat(whole).doesNotContain(0f);
    }

    @Test
    void numberOfThreadsChangesNoBit() {
        float[] alone = gradients(0, 150, 1);

        assertThat(gradients(0, 150, 2)).isEqualTo(alone);
        assertThat(gradients(0, 150, 5)).isEqualTo(alone);
    }

    /// The gradients of all parameters, one after the other, when the loss is the sum of the outputs of these rows.
    private static float[] gradients(int from, int to, int threads) {
        Sequential network = Sequential.input(Shape.sequence(STEPS, FEATURES)).add(new LstmSpec(UNITS)).build(1);
        Shape shape = network.inputShape().withBatch(to - from);
        Tensor input = Tensor.zeros(shape);
        SplittableRandom random = new SplittableRandom(3);
        random.doubles((long) from * STEPS * FEATURES).forEach(skipped -> {});
        for (int index = 0; index < input.data().length; index++) {
            input.data()[index] = (float) random.nextDouble(-1, 1);
        }
        try (WorkerPool workers = new WorkerPool(threads)) {
            Compute compute = new Compute(LstmKernels.scalar(), workers);
            SequentialPass pass = network.newPass(shape, PassMode.TRAINING_ON_DATA, compute);
            Tensor outputGradient = Tensor.zeros(pass.outputShape());
            Arrays.fill(outputGradient.data(), 1f);
            pass.forward(input);
            pass.backward(outputGradient);
        }
        return concatenated(network.parameters());
    }

    private static float[] concatenated(List<Parameter> parameters) {
        int length = parameters.stream().mapToInt(parameter -> parameter.gradient().length).sum();
        float[] all = new float[length];
        int at = 0;
        for (Parameter parameter : parameters) {
            System.arraycopy(parameter.gradient(), 0, all, at, parameter.gradient().length);
            at += parameter.gradient().length;
        }
        return all;
    }
}
