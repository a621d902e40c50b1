package org.lstm4j.interop.network;

import java.util.List;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.EmbeddedColumnsSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;

/// Layers that work on the innermost axis, whatever stands around it, or on no axis in inference.
public final class InnermostAxis {

    private static final List<String> KINDS = List.of(DenseSpec.KIND, LayerNormalizationSpec.KIND, ActivationSpec.KIND,
            SoftmaxSpec.KIND, EmbeddedColumnsSpec.KIND, DropoutSpec.KIND, SpatialDropoutSpec.KIND,
            GaussianNoiseSpec.KIND, ActivityRegularizationSpec.KIND);

    private InnermostAxis() {}

    /// Whether that is one, so that on every step of a sequence it does what it does on the sequence.
    public static boolean isWorkedOnBy(LayerSpec spec) {
        return KINDS.contains(spec.kind());
    }
}
