package org.lstm4j.nn.recurrent;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// What a layer normalisation within an LSTM cell learns: see [LstmCell].
///
/// The products of the gates need no shifts of their own: both would be added to the same sum as the layer's bias.
///
/// @param inputGain γ of the product with the input, [4H], gate order i, f, g, o
/// @param hiddenGain γ of the product with the hidden state, [4H]
/// @param cellGain γ of the cell state, [H]
/// @param cellShift β of the cell state, [H]
public record LstmNormalizationWeights(
        Parameter inputGain, Parameter hiddenGain, Parameter cellGain, Parameter cellShift) {

    LstmNormalizationWeights(Axis gates, Axis units, ParameterSource source) {
        this(
                source.parameter("gain_ih_l0", Shape.of(gates)),
                source.parameter("gain_hh_l0", Shape.of(gates)),
                source.parameter("gain_c_l0", Shape.of(units)),
                source.parameter("shift_c_l0", Shape.of(units)));
    }

    /// Gains begin at 1 and shifts at 0, whatever draws the other weights.
    void begin() {
        Arrays.fill(inputGain.value(), 1f);
        Arrays.fill(hiddenGain.value(), 1f);
        Arrays.fill(cellGain.value(), 1f);
        Arrays.fill(cellShift.value(), 0f);
    }

    List<Parameter> list() {
        return List.of(inputGain, hiddenGain, cellGain, cellShift);
    }
}
