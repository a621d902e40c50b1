package org.lstm4j.train;

import java.util.function.Function;
import org.lstm4j.compute.Compute;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Runs a network over samples in order.
///
/// Either all samples begin with zero states, even in layers that are stateful in training, so that no answer depends on the other samples;
/// or samples come in batches of a given size, and stateful layers go on from batch to batch.
final class Evaluation {

    /// Samples at a time: enough to fill the cores, few enough for the caches.
    private static final int BATCH = 64;

    private final Sequential network;
    private final int batchSize;
    private final Function<Shape, InferenceRun> runs;

    private Evaluation(Sequential network, int batchSize, Function<Shape, InferenceRun> runs) {
        this.network = network;
        this.batchSize = batchSize;
        this.runs = runs;
    }

    /// Samples that know nothing of each other.
    static Evaluation ofIndependentSamples(Sequential network, Compute compute) {
        Predictor predictor = Predictor.of(network, WeightFormat.FLOAT32, compute);
        return new Evaluation(network, BATCH, shape -> new InferenceRun.Independent(predictor.newPass(shape)));
    }

    /// Batches of that size, one going on from the other where layers are stateful; the first begins with zero states.
    static Evaluation ofContinuedBatches(Sequential network, int batchSize, Compute compute) {
        return new Evaluation(network, batchSize,
                shape -> new InferenceRun.Continued(network.newPass(shape, PassMode.INFERENCE, compute)));
    }

    /// The mean loss over all samples, weighted by their weights, with the penalties on weights and activations.
    ///
    /// @param measures gathers what the network says to them
    /// @throws IllegalArgumentException when there are none
    double loss(Loss loss, Measures measures, Samples samples) {
        if (samples.count() == 0) {
            throw new IllegalArgumentException("there are no samples to judge the network by; give at least one");
        }
        LossMean mean = new LossMean();
        OutputMask outputMask = new OutputMask();
        forEachBatch(samples, (from, batch, prediction, run) -> {
            LossWeights weights = outputMask.apply(batch.weights(), run.outputMask());
            double value = loss.value(prediction, batch.targets(), weights);
            mean.add(value, prediction, weights, run.penalty());
            measures.update(prediction, batch.targets(), weights);
        });
        return mean.value() + new RuledWeights(network.parameters()).penalty();
    }

    /// The predictions of all samples, [count, …]; their steps may differ from those the network was built for.
    Tensor predictions(Samples samples) {
        Tensor all = Tensor.zeros(network.outputShape(samples.inputShape()).withBatch(samples.count()));
        forEachBatch(samples, (from, batch, prediction, _) -> {
            int size = prediction.data().length / prediction.batch();
            System.arraycopy(prediction.data(), 0, all.data(), from * size, prediction.data().length);
        });
        return all;
    }

    @FunctionalInterface
    private interface BatchConsumer {
        void accept(int from, Batch batch, Tensor prediction, InferenceRun run);
    }

    private void forEachBatch(Samples samples, BatchConsumer consumer) {
        int count = samples.count();
        int[] order = new int[count];
        for (int index = 0; index < count; index++) {
            order[index] = index;
        }
        int size = Math.min(batchSize, count);
        Batch batch = Batch.of(samples, size);
        InferenceRun run = runs.apply(batch.inputs().shape());
        int from = 0;
        for (; size > 0 && from + size <= count; from += size) {
            batch.gather(samples, order, from);
            consumer.accept(from, batch, run.forward(batch), run);
        }
        if (from < count) {
            Batch rest = Batch.of(samples, count - from);
            rest.gather(samples, order, from);
            InferenceRun last = runs.apply(rest.inputs().shape());
            consumer.accept(from, rest, last.forward(rest), last);
        }
    }
}
