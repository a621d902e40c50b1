package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Forward and backward allocate nothing once a pass is made.
class StepAllocationTest {

    private static final int STEPS = 300;

    @Test
    void layersWithoutRecurrenceAllocateNothing() {
        Sequential network = Sequential.input(Shape.sequence(6, 1))
                .add(new EmbeddingSpec(6, 8))
                .add(new GaussianNoiseSpec(0.1f))
                .add(new SpatialDropoutSpec(0.1f))
                .add(new LayerNormalizationSpec())
                .add(ResidualSpec.around(new DenseSpec(8).withActivation(Activation.GELU)))
                .add(ResidualSpec.around(new DenseSpec(4)).withProjection())
                .add(new TimeDistributedSpec(new SoftmaxSpec()))
                .add(new ReshapeSpec(Shape.sequence(12, 2)))
                .add(new GlobalPoolingSpec(Pooling.AVERAGE))
                .add(new RepeatVectorSpec(3))
                .add(new ActivationSpec(Activation.MISH))
                .add(new DropoutSpec(0.1f))
                .add(new SoftmaxSpec(true))
                .add(new FlattenSpec())
                .build(1);
        Compute compute = new Compute(LstmKernels.scalar(), new WorkerPool(1));
        SequentialPass pass = network.newPass(network.inputShape().withBatch(2), PassMode.TRAINING_ON_DATA, compute);
        Tensor input = Tensor.of(network.inputShape().withBatch(2), 0, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1, 0);
        assertThat(fewestBytes(() -> pass.backward(pass.forward(input)))).isZero();
    }

    @Test
    void dilatedLayersAllocateNothing() {
        LstmSpec lstm = new LstmSpec(4).withReturnSequences(true);
        Sequential network = Sequential.input(Shape.sequence(7, 4))
                .add(new MaskingSpec(-1f))
                .add(new DilatedSpec(lstm, 2))
                .add(new DilatedSpec(lstm.withGoBackwards(true), 3))
                .add(new DilatedSpec(new LstmSpec(4), 4))
                .build(1);
        Compute compute = new Compute(LstmKernels.scalar(), new WorkerPool(1));
        Tensor input = Tensor.zeros(network.inputShape().withBatch(2));
        Arrays.fill(input.data(), 0, 20, -1f);
        SequentialPass pass = network.newPass(input.shape(), PassMode.TRAINING, compute);
        assertThat(fewestBytes(() -> pass.backward(pass.forward(input)))).isZero();
    }

    /// Of many runs: the JVM itself may allocate on a thread now and then.
    private static long fewestBytes(Runnable step) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fewest = Long.MAX_VALUE;
        for (int run = 0; run < STEPS; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            step.run();
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return fewest;
    }
}
