package org.lstm4j.interop.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.tensor.Shape;

/// Gives a network that is being built the weights of foreign layers. Allocates a parameter only when the file has exactly it.
final class ForeignWeights implements ParameterSource {

    private final Map<String, ForeignWeight> left = new LinkedHashMap<>();
    private final List<ForeignLayer> layers;
    private final FileFaults faults;
    private final Misfit misfit;

    ForeignWeights(List<ForeignLayer> layers, FileFaults faults, Misfit misfit) {
        this.layers = layers;
        this.faults = faults;
        this.misfit = misfit;
        for (int place = 0; place < layers.size(); place++) {
            String prefix = place + ".";
            layers.get(place).weights().forEach((name, weight) -> left.put(prefix + name, weight));
        }
    }

    @Override
    public Parameter parameter(String name, Shape shape) {
        ForeignWeight weight = left.remove(name);
        if (weight == null) {
            throw misfit.error(layer(name) + " has no weights for '" + name + "'", "shape " + shape, "none");
        }
        List<Long> sizes = shape.axes().stream().map(axis -> (long) axis.size()).toList();
        if (!weight.shape().equals(sizes)) {
            throw misfit.error(layer(name) + " has weights '" + weight.origin() + "' that do not fit it",
                    "shape " + shape, "shape " + weight.shape() + ", turned as '" + name + "' needs it");
        }
        Parameter parameter = new Parameter(name, shape);
        weight.filling().fill(parameter.value());
        requireFinite(weight, parameter.value());
        return parameter;
    }

    private void requireFinite(ForeignWeight weight, float[] values) {
        for (int index = 0; index < values.length; index++) {
            if (!Float.isFinite(values[index])) {
                throw faults.unusable("the weights '" + weight.origin() + "' have a " + values[index],
                        "finite numbers", values[index] + " at element " + index,
                        "train again: that training went wrong, and the model says nothing but NaN");
            }
        }
    }

    /// @throws org.lstm4j.Lstm4jException when weights belong to no layer
    void requireAllTaken() {
        left.forEach((name, weight) -> {
            throw misfit.error(layer(name) + " has no use for the weights '" + weight.origin() + "'", "", "");
        });
    }

    /// The layer that a parameter is of: the first number in its name is the layer's place.
    private String layer(String name) {
        int place = Integer.parseInt(name, 0, name.indexOf('.'), 10);
        return "layer " + Quoted.of(layers.get(place).name());
    }
}
