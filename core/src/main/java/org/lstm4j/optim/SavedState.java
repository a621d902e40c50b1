package org.lstm4j.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.lstm4j.tensor.Tensor;

/// What a [Resumable] remembers, for a checkpoint: numbers by name, and arrays by name and parameter. Names are stable.
///
/// ```
/// learning_rate 0.001   beta1_power 0.478…   mean of 0.weight_ih_l0 [outputs 200, features 1]   …
/// ```
///
/// A number has to be kept as the double it is, an array as float32: only then does a resumed run give the same bytes.
///
/// @param numbers step counts, running products, the learning rate in force
/// @param arrays one for every name and parameter
public record SavedState(SequencedMap<String, Double> numbers, List<SavedArray> arrays) {

    public SavedState {
        numbers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(numbers));
        arrays = List.copyOf(arrays);
    }

    /// One array: `mean` of `0.weight_ih_l0`.
    ///
    /// @param name what it is
    /// @param parameter the name of the parameter that it belongs to
    /// @param values in the shape of the parameter; shared, to be left as they are
    public record SavedArray(String name, String parameter, Tensor values) {

        @Override
        public String toString() {
            return name + " of " + parameter + " " + values.shape();
        }
    }

    /// The number of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public double number(String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("the saved state has no number " + name + ", only " + numbers.keySet());
        }
        return number;
    }

    /// The array of that name for a parameter.
    ///
    /// @throws IllegalArgumentException when there is none
    public Tensor array(String name, String parameter) {
        for (SavedArray array : arrays) {
            if (array.name().equals(name) && array.parameter().equals(parameter)) {
                return array.values();
            }
        }
        throw new IllegalArgumentException(
                "the saved state has no " + name + " of " + parameter + ", only " + arrays);
    }
}
