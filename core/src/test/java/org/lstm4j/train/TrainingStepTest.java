package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.weight.MaxNorm;
import org.lstm4j.nn.weight.WeightRegularizer;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class TrainingStepTest {

    private static final int WARM_UP = 6_000;
    private static final int MEASURED = 1_000;

    /// The median over many steps: now and then the compiler throws code away, and the vectors of a step are boxed again.
    @Test
    void allocatesNothingAfterWarmUp() {
        Shape sample = Shape.sequence(6, 2);
        Sequential network = Sequential.input(sample).add(new LstmSpec(17)
                .withKernelRegularizer(WeightRegularizer.l2(1e-3)).withRecurrentConstraint(new MaxNorm(2)))
                .add(new DenseSpec(1).withBiasRegularizer(WeightRegularizer.l1(1e-3))).build(1);
        try (Compute compute = Compute.withThreads(1)) {
            TrainingStep step = new TrainingStep(
                    network,
                    sample.withBatch(8),
                    new MeanSquaredError(),
                    new Adam(0.001).create(network.parameters()),
                    1,
                    compute);
            Tensor inputs = Tensor.zeros(sample.withBatch(8));
            Tensor targets = Tensor.zeros(Shape.vector(1).withBatch(8));
            Arrays.fill(inputs.data(), 0.5f);
            for (int run = 0; run < WARM_UP; run++) {
                step.run(inputs, targets);
            }
            assertThat(medianOfAllocatedBytes(() -> step.run(inputs, targets))).isZero();
            StepMask mask = StepMask.ofLengths(6, 1, 2, 3, 4, 5, 6, 6, 0);
            for (int run = 0; run < WARM_UP; run++) {
                step.run(inputs, targets, LossWeights.NONE, mask);
            }
            assertThat(medianOfAllocatedBytes(() -> step.run(inputs, targets, LossWeights.NONE, mask))).isZero();
        }
    }

    private static long medianOfAllocatedBytes(Runnable step) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] allocated = new long[MEASURED];
        for (int run = 0; run < MEASURED; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            step.run();
            allocated[run] = threads.getCurrentThreadAllocatedBytes() - before;
        }
        Arrays.sort(allocated);
        return allocated[MEASURED / 2];
    }
}
