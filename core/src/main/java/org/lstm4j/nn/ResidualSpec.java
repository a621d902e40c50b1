package org.lstm4j.nn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of layers with a way around them, y = x + f(x): what they learn is a correction, and gradients reach the layers
/// before without passing through them. Source: He et al., Deep residual learning for image recognition, 2015.
///
/// @param layers f, at least one; run in a row
/// @param projects whether x goes through a linear layer without bias on its way around, y = W·x + f(x), so that f may change the
///        size of the innermost axis
public record ResidualSpec(List<LayerSpec> layers, boolean projects) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "residual";

    public ResidualSpec {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a residual layer needs at least one layer to go around, but got none");
        }
    }

    /// y = x + f(x).
    public static ResidualSpec around(LayerSpec... layers) {
        return new ResidualSpec(List.of(layers), false);
    }

    /// y = W·x + f(x).
    public ResidualSpec withProjection() {
        return new ResidualSpec(layers, true);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Every step by itself if all its layers do so and none keeps a state.
    @Override
    public StepUse stepUse() {
        return layers.stream().allMatch(layer -> layer.stepUse() == StepUse.EACH_ALONE && !layer.keepsState())
                ? StepUse.EACH_ALONE
                : StepUse.ALL;
    }

    /// Whether one of its layers is.
    @Override
    public boolean stateful() {
        return layers.stream().anyMatch(LayerSpec::stateful);
    }

    /// Builds the layers; their parameters are named `place.0.…`, `place.1.…`, and `place.projection.weight`.
    ///
    /// @throws IllegalArgumentException when what comes out of f cannot be added to x: it has other sizes, or its steps stand in reverse
    ///         order
    @Override
    public Residual build(String place, Shape inputShape, RandomStreams streams) {
        return inRow(place, inputShape, (spec, path, shape) -> spec.build(path, shape, streams));
    }

    @Override
    public Residual restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return inRow(place, inputShape, (spec, path, shape) -> spec.restore(path, shape, streams, stored));
    }

    private Residual inRow(String place, Shape inputShape, LayerMaker maker) {
        requireOrder(place);
        List<Layer> made = new ArrayList<>();
        Shape shape = inputShape;
        for (int inner = 0; inner < layers.size(); inner++) {
            Layer layer = maker.make(layers.get(inner), place + "." + inner, shape);
            made.add(layer);
            shape = layer.outputShape(shape);
        }
        @Nullable
        Layer projection = projects
                ? maker.make(new DenseSpec(shape.last()).withoutBias(), place + ".projection", inputShape)
                : null;
        return new Residual(place + " " + KIND, this, inputShape, made, projection);
    }

    /// Two layers that reverse steps have them in order again.
    private void requireOrder(String place) {
        List<LayerSpec> reversing = layers.stream().filter(LayerSpec::reversesSteps).toList();
        if (reversing.size() % 2 != 0) {
            throw new IllegalArgumentException(
                    "layer \"" + place + " " + KIND + "\" adds its input to what its layers make of"
                            + " it, step by step, but its " + reversing.getFirst().kind()
                            + " layer goes backwards and gives the last step first; leave goBackwards false, or use a"
                            + " bidirectional layer, whose outputs stand at their own steps");
        }
    }

    /// Turns the spec at a place into a layer.
    private interface LayerMaker {
        Layer make(LayerSpec spec, String place, Shape shape);
    }
}
