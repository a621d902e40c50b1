package org.lstm4j.explain;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.tensor.Tensor;

/// What the gradient of a loss is in a parameter, as a whole or for one gate of a recurrent layer.
///
/// @param parameter its name in the model file
/// @param gate whose rows; empty for the parameter as a whole
/// @param values of the gradient
/// @param weightNorm norm of the weights themselves
public record GradientStatistics(String parameter, String gate, ArrayStatistics values, double weightNorm) {

    /// Of the mean loss of a batch, dropout and noise off; without the penalties on weights. The network's own gradients stay as
    /// they are.
    ///
    /// @param samples [batch, …]
    /// @param targets as the loss takes them
    /// @throws IllegalArgumentException when samples or targets do not fit
    public static List<GradientStatistics> of(
            Sequential network, Tensor samples, Tensor targets, Loss loss, Compute compute) {
        Sequential own = network.withOwnGradients();
        SequentialPass pass = own.newPass(samples.shape(), PassMode.EXPLAINING, compute);
        Tensor said = pass.forward(samples);
        loss.requireFit(said, targets);
        Tensor gradient = Tensor.zeros(said.shape());
        loss.gradient(said, targets, gradient);
        pass.backward(gradient);
        return ParameterPart.of(own).stream()
                .map(part -> new GradientStatistics(part.parameter().name(), part.gate(),
                        ArrayStatistics.of(part.parameter().gradient(), part.from(), part.to()),
                        ArrayStatistics.of(part.parameter().value(), part.from(), part.to()).norm()))
                .toList();
    }

    /// Norm of the gradient by that of the weights; infinite where all weights are 0 and the gradient is not.
    ///
    /// Times the learning rate it is the share of the weights that a plain step moves: about a thousandth is usual.
    public double ratio() {
        return values.norm() == 0 ? 0 : values.norm() / weightNorm;
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("parameter", parameter)
                .put("gate", gate)
                .put("gradient", values.toJson())
                .put("weight_norm", weightNorm)
                .put("ratio", ratio())
                .build();
    }
}
