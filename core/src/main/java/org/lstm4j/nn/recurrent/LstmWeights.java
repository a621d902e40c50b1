package org.lstm4j.nn.recurrent;

import java.util.List;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The weights of one LSTM layer in PyTorch's orientation, gate order i, f, g, o.
///
/// | parameter | shape | name in the file |
/// |---|---|---|
/// | input weights | [4H, features] | `weight_ih_l0` |
/// | recurrent weights | [4H, H] | `weight_hh_l0` |
/// | bias | [4H] | `bias_l0` |
///
/// @param inputWeights [4H, features]
/// @param recurrentWeights [4H, H]
/// @param bias [4H]
public record LstmWeights(Parameter inputWeights, Parameter recurrentWeights, Parameter bias) {

    /// The weights that the source gives.
    ///
    /// @param prefix begins the names: the layer's place and a dot
    LstmWeights(String prefix, int features, int units, ParameterSource source) {
        Axis gates = new Axis("gates", 4 * units);
        this(
                source.parameter(prefix + "weight_ih_l0", Shape.of(gates, Axis.features(features))),
                source.parameter(prefix + "weight_hh_l0", Shape.of(gates, new Axis("units", units))),
                source.parameter(prefix + "bias_l0", Shape.of(gates)));
    }

    /// Size H of the hidden state.
    public int units() {
        return recurrentWeights.shape().last();
    }

    /// Features that go in.
    public int inputs() {
        return inputWeights.shape().last();
    }

    List<Parameter> list() {
        return List.of(inputWeights, recurrentWeights, bias);
    }
}
