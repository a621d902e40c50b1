package org.lstm4j.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.lstm4j.kernels.KernelProvider;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.TrainingStep;

class HandOverTest {

    private static final int STEPS = 6;

    /// The weights are the same bytes wherever in training the kernels change.
    @Test
    void changesKernelsInTheMiddleOfTrainingWithoutChangingTheWeights() {
        List<Integer> expected = train(LstmKernels.scalar(), -1, null);
        for (int change = 0; change < STEPS; change++) {
            HandOver handOver = HandOver.from(LstmKernels.scalar(), KernelChoice.choose("vector"));
            assertThat(train(handOver.kernels(), change, handOver)).isEqualTo(expected);
        }
    }

    @Test
    void warmsUpStarterKernelsInLessThanItsPatience() throws InterruptedException {
        LstmKernels starter = ServiceLoader.load(KernelProvider.class).findFirst().orElseThrow().createStarter();
        assertThat(new StarterWarmUp().run(starter)).isTrue();
    }

    @Test
    void warmsUpKernels() throws InterruptedException {
        LstmKernels vector = KernelChoice.choose("vector");
        assertThat(Duration.ofNanos(nanosOf(vector))).isLessThan(Duration.ofMinutes(2));
    }

    private static long nanosOf(LstmKernels kernels) throws InterruptedException {
        long start = System.nanoTime();
        new KernelWarmUp().run(kernels);
        return System.nanoTime() - start;
    }

    private static List<Integer> train(
            LstmKernels kernels, int change, @org.jspecify.annotations.Nullable HandOver handOver) {
        Shape sample = Shape.sequence(5, 3);
        Sequential network = Sequential.input(sample).add(new LstmSpec(21)).add(new DenseSpec(1)).build(1);
        try (Compute compute = new Compute(kernels, new WorkerPool(1))) {
            TrainingStep step = new TrainingStep(
                    network, sample.withBatch(7), new MeanSquaredError(), new Adam(0.01).create(network.parameters()),
                    1,
                    compute);
            Tensor inputs = Tensor.zeros(sample.withBatch(7));
            for (int index = 0; index < inputs.data().length; index++) {
                inputs.data()[index] = (float) StrictMath.sin(index);
            }
            Tensor targets = Tensor.zeros(Shape.vector(1).withBatch(7));
            Arrays.fill(targets.data(), 1f);
            for (int run = 0; run < STEPS; run++) {
                if (run == change && handOver != null) {
                    handOver.now();
                }
                step.run(inputs, targets);
            }
        }
        return network.parameters().stream().map(Parameter::value).map(Arrays::hashCode).toList();
    }
}
