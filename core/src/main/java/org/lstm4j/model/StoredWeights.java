package org.lstm4j.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.ModelFileException;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.tensor.Shape;

/// Gives a network that is being built the weights of a file. Allocates a parameter only when the file has exactly it.
final class StoredWeights implements ParameterSource {

    private final SafetensorsReader reader;
    private final Map<String, TensorEntry> left = new LinkedHashMap<>();

    StoredWeights(SafetensorsReader reader) {
        this.reader = reader;
        for (TensorEntry tensor : reader.header().tensors()) {
            left.put(tensor.name(), tensor);
        }
        left.remove(ModelHeader.CHECKSUM);
    }

    @Override
    public Parameter parameter(String name, Shape shape) {
        TensorEntry tensor = left.remove(name);
        if (tensor == null) {
            throw mismatch("the weights '" + name + "' are missing", "shape " + shape, "no tensor of that name");
        }
        List<Long> sizes = shape.axes().stream().map(axis -> (long) axis.size()).toList();
        if (tensor.type() != TensorType.F32 || !tensor.shape().equals(sizes)) {
            throw mismatch("the weights '" + name + "' do not fit the layer", "F32 of shape " + shape,
                    tensor.type() + " of shape " + tensor.shape());
        }
        Parameter parameter = new Parameter(name, shape);
        reader.read(tensor, parameter.value());
        return parameter;
    }

    /// @throws ModelFileException when a tensor belongs to no layer
    void requireAllTaken() {
        if (!left.isEmpty()) {
            String name = left.keySet().iterator().next();
            throw mismatch("the tensor " + Quoted.of(name) + " belongs to no layer", "", "");
        }
    }

    private ModelFileException mismatch(String what, String expected, String received) {
        return reader.faults().unusable(what, expected, received, "write the model file anew");
    }
}
