package org.lstm4j.nn.graph;

import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Predictions, targets and gradients of batches of one size, taken apart. For one caller at a time.
final class GraphLossWorkspace {

    private final Parts outputs;
    private final Parts targets;
    private final Shape joinedOutputs;
    private final Shape joinedTargets;
    private final Tensor[] predicted;
    private final Tensor[] wanted;
    private final Tensor[] slopes;

    GraphLossWorkspace(Parts outputs, Parts targets, int batch) {
        this.outputs = outputs;
        this.targets = targets;
        joinedOutputs = outputs.shape().withBatch(batch);
        joinedTargets = targets.shape().withBatch(batch);
        predicted = zeros(outputs, batch);
        wanted = zeros(targets, batch);
        slopes = zeros(outputs, batch);
    }

    private static Tensor[] zeros(Parts parts, int batch) {
        Tensor[] tensors = new Tensor[parts.parts().size()];
        for (int place = 0; place < tensors.length; place++) {
            tensors[place] = Tensor.zeros(parts.parts().get(place).shape().withBatch(batch));
        }
        return tensors;
    }

    boolean fits(Tensor prediction, Tensor target) {
        return prediction.shape().sameSizes(joinedOutputs) && target.shape().sameSizes(joinedTargets);
    }

    void take(Tensor prediction, Tensor target) {
        for (int place = 0; place < predicted.length; place++) {
            outputs.take(place, prediction, predicted[place]);
            targets.take(place, target, wanted[place]);
        }
    }

    double value(int place, Loss loss, LossWeights weights) {
        try {
            return loss.value(predicted[place], wanted[place], weights);
        } catch (IllegalArgumentException e) {
            throw named(place, e);
        }
    }

    void gradient(int place, Loss loss, LossWeights weights, float factor) {
        try {
            loss.gradient(predicted[place], wanted[place], weights, slopes[place]);
        } catch (IllegalArgumentException e) {
            throw named(place, e);
        }
        float[] values = slopes[place].data();
        for (int index = 0; factor != 1f && index < values.length; index++) {
            values[index] *= factor;
        }
    }

    void joinGradients(Tensor gradient) {
        for (int place = 0; place < slopes.length; place++) {
            outputs.put(place, slopes[place], gradient);
        }
    }

    private IllegalArgumentException named(int place, IllegalArgumentException fault) {
        return new IllegalArgumentException(
                "output \"" + outputs.parts().get(place).name() + "\": " + fault.getMessage(), fault);
    }
}
