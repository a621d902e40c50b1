package org.lstm4j.interop.network;

import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.SoftmaxSpec;

/// Layers of a [Mapping] that have no weights.
public final class WeightlessLayer {

    private WeightlessLayer() {}

    /// The layer of that kind.
    ///
    /// @param settings of the layer, to be taken
    /// @throws IllegalArgumentException when a setting is impossible
    /// @throws org.lstm4j.ConfigurationException when there is no such kind, or it has weights
    public static ForeignLayer of(MappedLayer layer, LayerSettings settings) {
        LayerSpec spec = switch (layer.kind()) {
            case MaskingSpec.KIND -> new MaskingSpec(settings.number("value", 0f));
            case ActivationSpec.KIND -> new ActivationSpec(settings.activation("activation", Activation.LINEAR));
            case SoftmaxSpec.KIND -> new SoftmaxSpec(settings.flag("logarithm", false));
            case DropoutSpec.KIND -> new DropoutSpec(settings.number("rate", 0f));
            case FlattenSpec.KIND -> new FlattenSpec();
            case LastStepSpec.KIND -> new LastStepSpec();
            default -> throw MappedLayer.KINDS.contains(layer.kind())
                    ? layer.withoutWeights()
                    : layer.unknownKind();
        };
        return ForeignLayer.of(layer.name(), spec);
    }
}
