package org.lstm4j.interop.onnx;

import java.util.List;
import org.lstm4j.interop.network.FeatureScale;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.tensor.StoredTensor;

/// Batch normalisation as it is after training: each feature has a mean and a variance of its own.
final class BatchNormalizationNodes {

    private BatchNormalizationNodes() {}

    /// (x − mean) / √(variance + ε) · gain + shift. The operator takes the features from axis 1, so of samples without steps.
    static Value read(NodeReading node) {
        Flow flow = node.features(0);
        if (flow.rank() != 2 || node.whole("training_mode", 0) != 0) {
            throw node.refuse("it normalises otherwise than feature by feature, by numbers that were learned",
                    "[batch, features], training_mode 0", Values.text(flow.axes()), "leave it out of the model");
        }
        node.number("momentum", 0.9f); // of training
        float epsilon = node.number("epsilon", 1e-5f);
        long features = flow.axes().getLast().getFirst().size().factor();
        float[] gain = numbers(node, 1, "the gain", features);
        float[] shift = numbers(node, 2, "the shift", features);
        float[] mean = numbers(node, 3, "the mean", features);
        float[] variance = numbers(node, 4, "the variance", features);
        Flow normalized = flow;
        for (ForeignLayer layer : FeatureScale.layers(node.layerName(), mean.length, feature -> -mean[feature],
                feature -> (float) (gain[feature] / Math.sqrt((double) variance[feature] + epsilon)),
                feature -> shift[feature])) {
            normalized = normalized.with(layer);
        }
        return normalized;
    }

    private static float[] numbers(NodeReading node, int input, String what, long features) {
        StoredTensor tensor = node.constant(input, what);
        if (features > FeatureScale.MOST_FEATURES || !tensor.shape().equals(List.of(features))) {
            throw node.refuse(what + " has not one number for each feature",
                    "at most " + FeatureScale.MOST_FEATURES + " features, and [" + features + "]",
                    tensor.shape().toString(), "export the model again");
        }
        return tensor.floats();
    }
}
