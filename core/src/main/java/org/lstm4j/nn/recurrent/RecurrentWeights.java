package org.lstm4j.nn.recurrent;

import java.util.List;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.weight.WeightRules;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The weights of a recurrent layer with G gates, in PyTorch's orientation.
///
/// | parameter | shape | name in the file |
/// |---|---|---|
/// | input weights | [G·H, features] | `weight_ih_l0` |
/// | recurrent weights | [G·H, H] | `weight_hh_l0` |
/// | bias | [G·H], or one gate more | `bias_l0` |
///
/// @param inputWeights gate by gate
/// @param recurrentWeights gate by gate
/// @param bias gate by gate; zeros that nothing trains and no file stores where the layer has none
/// @param hasBias whether the layer has biases
public record RecurrentWeights(
        Parameter inputWeights, Parameter recurrentWeights, Parameter bias, boolean hasBias) {

    /// The weights that the source gives.
    ///
    /// @param prefix begins the names: the layer's place and a dot
    /// @param suffix ends them
    /// @param gates of a unit
    /// @param biases of a unit, where the layer has biases
    /// @param rules what training asks of them
    RecurrentWeights(
            String prefix,
            String suffix,
            int features,
            int units,
            int gates,
            int biases,
            boolean hasBias,
            WeightRules rules,
            ParameterSource source) {
        Axis gateRows = new Axis("gates", gates * units);
        Axis biasRows = new Axis("gates", biases * units);
        this(
                source.parameter(prefix + "weight_ih_l0" + suffix, Shape.of(gateRows, Axis.features(features)))
                        .withRule(rules.kernel()),
                source.parameter(prefix + "weight_hh_l0" + suffix, Shape.of(gateRows, new Axis("units", units)))
                        .withRule(rules.recurrent()),
                hasBias
                        ? source.parameter(prefix + "bias_l0" + suffix, Shape.of(biasRows)).withRule(rules.bias())
                        : new Parameter("none", Shape.of(biasRows)),
                hasBias);
    }

    /// Size H of the hidden state.
    public int units() {
        return recurrentWeights.shape().last();
    }

    /// Features that go in.
    public int inputs() {
        return inputWeights.shape().last();
    }

    /// Those that are trained and stored.
    List<Parameter> list() {
        return hasBias ? List.of(inputWeights, recurrentWeights, bias) : List.of(inputWeights, recurrentWeights);
    }
}
