package org.lstm4j.interop.verify;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Inputs, and what another framework said to them.
public final class Reference {

    /// The names that the shipped scripts give them.
    public static final String INPUT = "input";
    public static final String OUTPUT = "output";

    private final Tensor inputs;
    private final List<Long> outputs;
    private final double[] expected;
    private final FileFaults faults;

    /// @param inputs [batch, …]
    /// @param outputs sizes [batch, …]
    /// @param expected the outputs, row-major; shared
    /// @param faults words for what is wrong with the file they are from
    public Reference(Tensor inputs, List<Long> outputs, double[] expected, FileFaults faults) {
        this.inputs = inputs;
        this.outputs = List.copyOf(outputs);
        this.expected = expected;
        this.faults = faults;
    }

    /// [batch, …]; shared.
    public Tensor inputs() {
        return inputs;
    }

    /// Sizes of what was said, [batch, …].
    public List<Long> outputs() {
        return outputs;
    }

    /// What was said, row-major; shared.
    public double[] expected() {
        return expected;
    }

    /// Words for what is wrong with the file.
    public FileFaults faults() {
        return faults;
    }

    /// Reads them from a file that has both.
    ///
    /// @param input name of the inputs
    /// @param output name of the outputs
    /// @throws org.lstm4j.ModelFileException when one is missing, or they are of different batches
    public static Reference read(TensorFile file, String input, String output) {
        StoredTensor inputs = file.require(input);
        StoredTensor outputs = file.require(output);
        if (inputs.shape().isEmpty() || outputs.shape().isEmpty() || inputs.elements() == 0 || outputs.elements() == 0
                || !inputs.shape().getFirst().equals(outputs.shape().getFirst())) {
            throw file.faults().unusable("inputs and outputs do not belong together",
                    "[batch, …] both, of the same batch and not empty",
                    Quoted.of(input) + " " + inputs.shape() + " and " + Quoted.of(output) + " " + outputs.shape(),
                    "write both in one run, batch first");
        }
        return new Reference(Tensor.of(shape(inputs), inputs.floats()), outputs.shape(), outputs.doubles(),
                file.faults());
    }

    private static Shape shape(StoredTensor tensor) {
        List<Axis> axes = new ArrayList<>();
        for (int axis = 0; axis < tensor.shape().size(); axis++) {
            axes.add(new Axis(axis == 0 ? "batch" : "axis " + axis, Math.toIntExact(tensor.shape().get(axis))));
        }
        return new Shape(axes);
    }
}
