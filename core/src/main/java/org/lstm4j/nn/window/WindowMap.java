package org.lstm4j.nn.window;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.tensor.Shape;

/// Each step of the horizon as a weighted sum of the steps looked back on, for each target channel by itself:
///
/// ```
/// y[step, target, place] = Σₖ weights[step, k] · x[k, target]        summed from the first step on
/// ```
///
/// | parameter | shape | name in the file |
/// |---|---|---|
/// | weights | [horizon, lookback] | `weight` |
///
/// Samples [at least lookback, channels] become [horizon · targets · outputs].
public final class WindowMap implements Layer {

    private final String name;
    private final WindowMapSpec spec;
    private final Shape inputShape;
    private final Parameter weights;

    WindowMap(String name, WindowMapSpec spec, Shape inputShape, Parameter weights) {
        this.name = name;
        this.spec = spec;
        this.inputShape = inputShape;
        this.weights = weights;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public WindowMapSpec spec() {
        return spec;
    }

    public Parameter weights() {
        return weights;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        spec.requireInput(name, sample);
        return spec.outputShape();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weights);
    }

    @Override
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        return new WindowMapPass(this, batchShape, mode);
    }
}
