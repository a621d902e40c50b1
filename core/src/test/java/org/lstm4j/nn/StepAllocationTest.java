package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.graph.Graph;
import org.lstm4j.nn.graph.GraphLoss;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.nn.loss.BinaryCrossEntropy;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.metric.ErrorMetrics;
import org.lstm4j.train.metric.MetricAccumulator;
import org.lstm4j.train.metric.OutputMetric;

/// Forward and backward allocate nothing once a pass is made.
class StepAllocationTest {

    private static final int STEPS = 300;

    @Test
    void layersWithoutRecurrenceAllocateNothing() {
        Sequential network = Sequential.input(Shape.sequence(6, 1))
                .add(new EmbeddingSpec(6, 8))
                .add(new GaussianNoiseSpec(0.1f))
                .add(new SpatialDropoutSpec(0.1f))
                .add(ResidualSpec.around(new ActivityRegularizationSpec(0.1, 0.1)))
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
        assertThat(fewestBytes(() -> {
            Tensor output = pass.forward(input);
            assert pass.penalty() > 0;
            pass.backward(output, 0.5f);
        })).isZero();
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

    @Test
    void graphsTheirLossesAndTheirMetricsAllocateNothing() {
        GraphSpec spec = GraphSpec.builder().input("a", Shape.sequence(4, 2)).input("b", Shape.sequence(4, 2))
                .input("c", Shape.vector(2))
                .layer("counting", new MaskingSpec(), "a").layer("repeated", new RepeatVectorSpec(4), "c")
                .merge("sum", Merge.ADD, "counting", "b").merge("largest", Merge.MAXIMUM, "sum", "b")
                .merge("joined", Merge.CONCATENATE, "largest", "repeated")
                .layer("memory", new LstmSpec(3), "joined").layer("x", new DenseSpec(1), "memory")
                .layer("y", new DenseSpec(1).withActivation(Activation.SIGMOID), "memory")
                .merge("xy", Merge.MULTIPLY, "x", "y").outputs("x", "y", "xy").build();
        Sequential network = spec.network(1);
        GraphLoss loss = Graph.of(network).loss(Map.of("x", new MeanSquaredError(), "y", new BinaryCrossEntropy(), "xy",
                new MeanSquaredError())).withWeight("xy", 0.5);
        Compute compute = new Compute(LstmKernels.scalar(), new WorkerPool(1));
        SequentialPass pass = network.newPass(network.inputShape().withBatch(2), PassMode.TRAINING_ON_DATA, compute);
        Tensor input = Tensor.zeros(network.inputShape().withBatch(2));
        Arrays.fill(input.data(), 0.5f);
        Tensor targets = Tensor.zeros(loss.targets().shape().withBatch(2));
        Tensor gradient = Tensor.zeros(pass.outputShape());
        LossWeights weights = LossWeights.of(Tensor.of(Shape.of(Axis.batch(2)), 1, 2));
        MetricAccumulator metric = OutputMetric.of(loss, "y", ErrorMetrics.MAE).newAccumulator();
        assertThat(fewestBytes(() -> {
            Tensor output = pass.forward(input);
            loss.value(output, targets, weights);
            loss.gradient(output, targets, weights, gradient);
            pass.backward(gradient);
            metric.update(output, targets, weights);
        })).isZero();
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
