package org.lstm4j.nn.recurrent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.weight.WeightRules;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The weights of one LSTM layer in PyTorch's orientation, gate order i, f, g, o.
///
/// | parameter | shape | name in the file |
/// |---|---|---|
/// | input weights | [4H, features] | `weight_ih_l0` |
/// | recurrent weights | [4H, outputs] | `weight_hh_l0` |
/// | bias | [4H] | `bias_l0` |
/// | projection | [outputs, H] | `weight_hr_l0` |
/// | peepholes of i, f and o | [3H] | `peephole_l0` |
/// | gains of a layer normalisation | [4H], [4H], [H] | `gain_ih_l0`, `gain_hh_l0`, `gain_c_l0` |
/// | its shift of the cell state | [H] | `shift_c_l0` |
///
/// @param inputWeights [4H, features]
/// @param recurrentWeights [4H, outputs]
/// @param bias [4H]; zeros that nothing trains and no file stores where the layer has none
/// @param hasBias whether the layer has biases
/// @param projection [outputs, H]; null for none
/// @param peephole [3H]; null for none
/// @param normalization null for none
public record LstmWeights(
        Parameter inputWeights,
        Parameter recurrentWeights,
        Parameter bias,
        boolean hasBias,
        @Nullable Parameter projection,
        @Nullable Parameter peephole,
        @Nullable LstmNormalizationWeights normalization) {

    /// The weights that the source gives.
    ///
    /// @param prefix begins the names: the layer's place and a dot
    /// @param suffix ends them
    LstmWeights(String prefix, String suffix, int features, LstmSpec spec, ParameterSource source) {
        LstmCell cell = spec.cell();
        Axis gates = new Axis("gates", 4 * spec.units());
        Axis outputs = new Axis(cell.projection() > 0 ? "outputs" : "units", spec.outputs());
        Axis units = new Axis("units", spec.units());
        WeightRules rules = spec.weightRules();
        ParameterSource named = (name, shape) -> source.parameter(prefix + name + suffix, shape);
        this(
                named.parameter("weight_ih_l0", Shape.of(gates, Axis.features(features))).withRule(rules.kernel()),
                named.parameter("weight_hh_l0", Shape.of(gates, outputs)).withRule(rules.recurrent()),
                cell.bias()
                        ? named.parameter("bias_l0", Shape.of(gates)).withRule(rules.bias())
                        : new Parameter("none", Shape.of(gates)),
                cell.bias(),
                cell.projection() > 0 ? named.parameter("weight_hr_l0", Shape.of(outputs, units)) : null,
                cell.peephole()
                        ? named.parameter("peephole_l0", Shape.of(new Axis("peepholes", 3 * spec.units())))
                        : null,
                cell.layerNormalization() ? new LstmNormalizationWeights(gates, units, named) : null);
    }

    /// Size H of the cell state.
    public int units() {
        return inputWeights.shape().size(0) / 4;
    }

    /// Numbers of a hidden state.
    public int outputs() {
        return recurrentWeights.shape().last();
    }

    /// Features that go in.
    public int inputs() {
        return inputWeights.shape().last();
    }

    /// Those that are trained and stored.
    List<Parameter> list() {
        List<Parameter> list = new ArrayList<>(List.of(inputWeights, recurrentWeights));
        if (hasBias) {
            list.add(bias);
        }
        if (projection != null) {
            list.add(projection);
        }
        if (peephole != null) {
            list.add(peephole);
        }
        if (normalization != null) {
            list.addAll(normalization.list());
        }
        return List.copyOf(list);
    }
}
