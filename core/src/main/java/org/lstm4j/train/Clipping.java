package org.lstm4j.train;

import java.util.List;
import org.lstm4j.nn.Parameter;
import org.lstm4j.optim.GradientClipping;

/// How large gradients may be. Where both bounds are set, elements are clipped first.
///
/// @param norm largest joint L2 norm of all gradients, above 0; infinity for no clipping
/// @param value largest magnitude of an element, above 0; infinity for no clipping
public record Clipping(double norm, double value) {

    /// Gradients stay as they are.
    public static final Clipping NONE = new Clipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Clipping {
        Settings.requireAbove0("clip norm", norm);
        Settings.requireAbove0("clip value", value);
    }

    /// Bounds the joint norm alone.
    public static Clipping byNorm(double norm) {
        return NONE.withNorm(norm);
    }

    Clipping withNorm(double other) {
        return new Clipping(other, value);
    }

    Clipping withValue(double other) {
        return new Clipping(norm, other);
    }

    boolean isNone() {
        return norm == Double.POSITIVE_INFINITY && value == Double.POSITIVE_INFINITY;
    }

    /// Clips all gradients in place.
    void apply(List<Parameter> parameters) {
        if (value < Double.POSITIVE_INFINITY) {
            GradientClipping.byValue(parameters, value);
        }
        if (norm < Double.POSITIVE_INFINITY) {
            GradientClipping.byNorm(parameters, norm);
        }
    }
}
