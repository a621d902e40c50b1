package org.lstm4j.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A loss in a training step allocates nothing.
class LossAllocationTest {

    private static final int BATCH = 16;
    private static final int OUTPUTS = 6;
    private static final int RUNS = 2_000;

    /// The median over many runs: now and then the compiler does something of its own.
    @ParameterizedTest
    @MethodSource("org.lstm4j.nn.loss.LossNames#known")
    void allocatesNothing(String name) {
        Loss loss = LossNames.parse(name);
        Tensor prediction = filled(Shape.vector(OUTPUTS).withBatch(BATCH), 0.75f);
        Tensor target = filled(Shape.vector(loss.targets(OUTPUTS)).withBatch(BATCH), 1);
        Tensor gradient = Tensor.zeros(prediction.shape());
        Tensor ones = filled(Shape.of(Axis.batch(BATCH)), 1);
        LossWeights weights = new LossWeights(ones, ones);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] allocated = new long[RUNS];
        double sum = 0;
        for (int run = 0; run < RUNS; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            sum += loss.value(prediction, target);
            loss.gradient(prediction, target, gradient);
            sum += loss.value(prediction, target, weights);
            loss.gradient(prediction, target, weights, gradient);
            allocated[run] = threads.getCurrentThreadAllocatedBytes() - before;
        }
        Arrays.sort(allocated);
        assertThat(sum).isFinite();
        assertThat(allocated[RUNS / 2]).isZero();
    }

    private static Tensor filled(Shape shape, float value) {
        Tensor tensor = Tensor.zeros(shape);
        Arrays.fill(tensor.data(), value);
        return tensor;
    }
}
