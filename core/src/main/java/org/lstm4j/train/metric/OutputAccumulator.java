package org.lstm4j.train.metric;

import org.lstm4j.nn.graph.Parts;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Takes one output and its targets out of what is joined, for a metric of its own. Batches of the same size allocate nothing.
final class OutputAccumulator implements MetricAccumulator {

    private final Parts outputs;
    private final Parts targets;
    private final int place;
    private final MetricAccumulator inner;
    private Tensor predicted = Tensor.zeros(Shape.vector(0));
    private Tensor wanted = predicted;

    OutputAccumulator(Parts outputs, Parts targets, String output, MetricAccumulator inner) {
        this.outputs = outputs;
        this.targets = targets;
        place = outputs.place(output);
        this.inner = inner;
    }

    @Override
    public void update(Tensor prediction, Tensor target, LossWeights weights) {
        if (outputs.parts().size() == 1) {
            inner.update(prediction, target, weights);
            return;
        }
        predicted = taken(outputs, prediction, predicted);
        wanted = taken(targets, target, wanted);
        inner.update(predicted, wanted, weights);
    }

    private Tensor taken(Parts parts, Tensor joined, Tensor kept) {
        Tensor part = kept;
        if (kept.batch() != joined.batch() || kept.shape().rank() == 1) {
            Parts fitted = parts.fitted(joined.shape().withoutBatch());
            part = Tensor.zeros(fitted.parts().get(place).shape().withBatch(joined.batch()));
        }
        parts.take(place, joined, part);
        return part;
    }

    @Override
    public double result() {
        return inner.result();
    }

    @Override
    public void reset() {
        inner.reset();
    }
}
