package org.lstm4j.nn.segment;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Made-up samples for tests of the segment LSTM, and networks of it alone.
public final class SegmentSamples {

    /// All there is at once, nothing divisible.
    public static final SegmentWindow RICH = new SegmentWindow(11, 7, 3).withObserved(2).withKnown(2)
            .withCategories(List.of(4, 3));

    private SegmentSamples() {}

    /// A network of that layer alone, with random weights everywhere.
    public static Sequential network(SegmentLstmSpec spec) {
        Sequential network = Sequential.input(spec.window().sample()).add(spec).build(5);
        RandomStream random = new RandomStreams(6).stream("weights");
        for (Parameter parameter : network.parameters()) {
            for (int index = 0; index < parameter.value().length; index++) {
                parameter.value()[index] = random.nextFloat() - 0.5f;
            }
        }
        return network;
    }

    /// [batch, lookback + horizon, channels] of numbers in [0, 1) and ids of categories.
    public static Tensor inputs(SegmentWindow window, int batch) {
        Tensor inputs = Tensor.zeros(window.sample().withBatch(batch));
        RandomStream random = new RandomStreams(7).stream("inputs");
        int channels = window.channels();
        int first = window.observed() + window.known();
        for (int index = 0; index < inputs.data().length; index++) {
            int category = index % channels - first;
            int sample = index / (channels * window.steps());
            inputs.data()[index] = category < 0
                    ? random.nextFloat()
                    : (sample + category) % window.categories().get(category);
        }
        return inputs;
    }

    static float[] run(Sequential network, Tensor inputs, PassMode mode) {
        return run(network, inputs, mode, 1);
    }

    static float[] run(Sequential network, Tensor inputs, PassMode mode, int threads) {
        try (Compute compute = new Compute(LstmKernels.scalar(), new WorkerPool(threads))) {
            return network.newPass(inputs.shape(), mode, compute).forward(inputs).data().clone();
        }
    }

    /// Some samples of a batch.
    static Tensor part(Tensor inputs, int first, int count) {
        Shape sample = inputs.shape().withoutBatch();
        Tensor part = Tensor.zeros(sample.withBatch(count));
        System.arraycopy(inputs.data(), first * sample.elements(), part.data(), 0, part.data().length);
        return part;
    }
}
