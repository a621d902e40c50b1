package org.lstm4j.train;

import org.lstm4j.compute.Compute;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.PredictorPass;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Tensor;

/// Runs a network over samples in order.
final class Evaluation {

    /// Samples at a time: enough to fill the cores, few enough for the caches.
    private static final int BATCH = 64;

    private Evaluation() {}

    /// The mean loss over all samples, weighted by their weights, with the penalties on weights and activations.
    ///
    /// @param measures gathers what the network says to them
    /// @throws IllegalArgumentException when there are none
    static double loss(Sequential network, Loss loss, Measures measures, Samples samples, Compute compute) {
        if (samples.count() == 0) {
            throw new IllegalArgumentException("there are no samples to judge the network by; give at least one");
        }
        LossMean mean = new LossMean();
        OutputMask outputMask = new OutputMask();
        forEachBatch(network, samples, compute, (from, batch, prediction, pass) -> {
            LossWeights weights = outputMask.apply(batch.weights(), pass.outputMask());
            double value = loss.value(prediction, batch.targets(), weights);
            mean.add(value, prediction, weights, pass.penalty());
            measures.update(prediction, batch.targets(), weights);
        });
        return mean.value() + new RuledWeights(network.parameters()).penalty();
    }

    /// The predictions of all samples, [count, …]; their steps may differ from those the network was built for.
    static Tensor predictions(Sequential network, Samples samples, Compute compute) {
        Tensor all = Tensor.zeros(network.outputShape(samples.inputShape()).withBatch(samples.count()));
        forEachBatch(network, samples, compute, (from, batch, prediction, _) -> {
            int size = prediction.data().length / prediction.batch();
            System.arraycopy(prediction.data(), 0, all.data(), from * size, prediction.data().length);
        });
        return all;
    }

    @FunctionalInterface
    private interface BatchConsumer {
        void accept(int from, Batch batch, Tensor prediction, PredictorPass pass);
    }

    private static void forEachBatch(Sequential network, Samples samples, Compute compute, BatchConsumer consumer) {
        int count = samples.count();
        int[] order = new int[count];
        for (int index = 0; index < count; index++) {
            order[index] = index;
        }
        int size = Math.min(BATCH, count);
        Batch batch = Batch.of(samples, size);
        Predictor predictor = Predictor.of(network, WeightFormat.FLOAT32, compute);
        PredictorPass pass = predictor.newPass(batch.inputs().shape());
        int from = 0;
        for (; size > 0 && from + size <= count; from += size) {
            batch.gather(samples, order, from);
            consumer.accept(from, batch, said(pass, batch), pass);
        }
        if (from < count) {
            Batch rest = Batch.of(samples, count - from);
            rest.gather(samples, order, from);
            PredictorPass last = predictor.newPass(rest.inputs().shape());
            consumer.accept(from, rest, said(last, rest), last);
        }
    }

    private static Tensor said(PredictorPass pass, Batch batch) {
        StepMask mask = batch.mask();
        return mask == null ? pass.forward(batch.inputs()) : pass.forward(batch.inputs(), mask);
    }
}
