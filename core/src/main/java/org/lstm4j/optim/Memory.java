package org.lstm4j.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.lstm4j.nn.Parameter;
import org.lstm4j.optim.SavedState.SavedArray;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What an object carries from step to step, by name. It is asked for its slots when the object is made; from then on the
/// object works on them directly, and saving and restoring know them all.
final class Memory {

    private final List<Parameter> parameters;
    private final SequencedMap<String, RunningNumber> numbers = new LinkedHashMap<>();
    private final SequencedMap<String, float[][]> arrays = new LinkedHashMap<>();

    Memory(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    RunningNumber number(String name, double initial) {
        RunningNumber number = new RunningNumber(initial);
        numbers.put(name, number);
        return number;
    }

    /// Zeros, an array for every parameter.
    float[][] zeros(String name) {
        float[][] zeros = new float[parameters.size()][];
        for (int index = 0; index < zeros.length; index++) {
            zeros[index] = new float[parameters.get(index).value().length];
        }
        arrays.put(name, zeros);
        return zeros;
    }

    SavedState save() {
        SequencedMap<String, Double> savedNumbers = new LinkedHashMap<>();
        numbers.forEach((name, number) -> savedNumbers.put(name, number.value()));
        List<SavedArray> savedArrays = new ArrayList<>();
        arrays.forEach((name, slot) -> {
            for (int index = 0; index < slot.length; index++) {
                Parameter parameter = parameters.get(index);
                Tensor values = Tensor.of(parameter.shape(), slot[index].clone());
                savedArrays.add(new SavedArray(name, parameter.name(), values));
            }
        });
        return new SavedState(savedNumbers, savedArrays);
    }

    void restore(SavedState saved) {
        requireSame(forms(save()), forms(saved));
        numbers.forEach((name, number) -> number.set(saved.number(name)));
        arrays.forEach((name, slot) -> {
            for (int index = 0; index < slot.length; index++) {
                float[] values = saved.array(name, parameters.get(index).name()).data();
                System.arraycopy(values, 0, slot[index], 0, values.length);
            }
        });
    }

    /// Every number by name, every array by name, parameter and sizes, sorted. The names of axes do not count: a file does not
    /// keep them.
    private static List<String> forms(SavedState state) {
        Stream<String> numbers = state.numbers().keySet().stream();
        Stream<String> arrays = state.arrays().stream().map(
                array -> array.name() + " of " + array.parameter() + " " + sizes(array.values().shape()));
        return Stream.concat(numbers, arrays).sorted().toList();
    }

    private static List<Integer> sizes(Shape shape) {
        return shape.axes().stream().map(Axis::size).toList();
    }

    private static void requireSame(List<String> expected, List<String> received) {
        if (!received.equals(expected)) {
            throw new IllegalArgumentException("the saved state does not fit: expected " + without(expected, received)
                    + " that it has not, received " + without(received, expected)
                    + " that is not known here; restore it with the settings and the network it was saved with");
        }
    }

    private static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(one -> !others.contains(one)).toList();
    }
}
