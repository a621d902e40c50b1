package org.lstm4j.interop.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.ModelFileException;
import org.lstm4j.model.FileFaults;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.tensor.Shape;

/// Gives a network that is being built the weights of foreign layers. Allocates a parameter only when the file has exactly it.
final class ForeignWeights implements ParameterSource {

    private final Map<String, ForeignWeight> left = new LinkedHashMap<>();
    private final FileFaults faults;

    ForeignWeights(List<ForeignLayer> layers, FileFaults faults) {
        this.faults = faults;
        for (int place = 0; place < layers.size(); place++) {
            String prefix = place + ".";
            layers.get(place).weights().forEach((name, weight) -> left.put(prefix + name, weight));
        }
    }

    @Override
    public Parameter parameter(String name, Shape shape) {
        ForeignWeight weight = left.remove(name);
        if (weight == null) {
            throw mismatch("the weights for '" + name + "' are missing", "shape " + shape, "");
        }
        List<Long> sizes = shape.axes().stream().map(axis -> (long) axis.size()).toList();
        if (!weight.shape().equals(sizes)) {
            throw mismatch("the weights '" + weight.origin() + "' do not fit the layer they are for",
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

    /// @throws ModelFileException when weights belong to no layer
    void requireAllTaken() {
        if (!left.isEmpty()) {
            throw mismatch("the weights '" + left.values().iterator().next().origin() + "' belong to no layer", "", "");
        }
    }

    private ModelFileException mismatch(String what, String expected, String received) {
        return faults.unusable(what, expected, received, "check the model and, where there is one, the mapping");
    }
}
