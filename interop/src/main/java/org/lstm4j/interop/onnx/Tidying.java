package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.DenseSpec;

/// Puts an activation into the dense layer that it follows, where ours have it.
final class Tidying {

    private Tidying() {}

    static List<ForeignLayer> tidy(List<ForeignLayer> layers) {
        List<ForeignLayer> tidy = new ArrayList<>();
        for (ForeignLayer layer : layers) {
            boolean joined = !tidy.isEmpty() && layer.spec() instanceof ActivationSpec
                    && tidy.getLast().spec() instanceof DenseSpec dense && dense.activation() == Activation.LINEAR;
            if (joined && layer.spec() instanceof ActivationSpec(Activation activation)
                    && tidy.getLast().spec() instanceof DenseSpec dense) {
                ForeignLayer before = tidy.removeLast();
                tidy.add(new ForeignLayer(before.name(), dense.withActivation(activation), before.weights()));
            } else {
                tidy.add(layer);
            }
        }
        return tidy;
    }
}
