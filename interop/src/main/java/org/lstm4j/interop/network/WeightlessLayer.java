package org.lstm4j.interop.network;

import java.util.List;
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

    private static final List<String> KINDS = List.of(
            MaskingSpec.KIND, ActivationSpec.KIND, SoftmaxSpec.KIND, DropoutSpec.KIND, FlattenSpec.KIND,
            LastStepSpec.KIND);

    private WeightlessLayer() {}

    /// The layer of that kind.
    ///
    /// @throws IllegalArgumentException when there is none, or a setting is impossible
    public static ForeignLayer of(String kind, LayerSettings settings) {
        LayerSpec spec = switch (kind) {
            case MaskingSpec.KIND -> new MaskingSpec(settings.number("value", 0f));
            case ActivationSpec.KIND -> new ActivationSpec(settings.activation("activation", Activation.LINEAR));
            case SoftmaxSpec.KIND -> new SoftmaxSpec(settings.flag("logarithm", false));
            case DropoutSpec.KIND -> new DropoutSpec(settings.number("rate", 0f));
            case FlattenSpec.KIND -> new FlattenSpec();
            case LastStepSpec.KIND -> new LastStepSpec();
            default -> throw new IllegalArgumentException("there is no layer without weights of kind '" + kind
                    + "'; there are " + KINDS
                    + ", and layers with weights need \"weights\", the beginning of their names");
        };
        return ForeignLayer.of(kind, spec);
    }
}
