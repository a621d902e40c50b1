package org.lstm4j.interop.pytorch;

import java.util.List;
import java.util.stream.Collectors;
import org.lstm4j.interop.network.ExportRefusal;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Embedding;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerNormalization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.Residual;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.nn.StepUse;
import org.lstm4j.nn.TimeDistributed;
import org.lstm4j.nn.recurrent.Bidirectional;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.tensor.Axis;

/// Writes the layers of a network one after the other. What only training does is left out.
final class TorchLayerWriter {

    private final TorchProgram program = new TorchProgram();

    private TorchLayerWriter() {}

    /// @throws org.lstm4j.ConfigurationException when PyTorch has no such layer
    static TorchProgram write(Sequential network) {
        TorchLayerWriter writer = new TorchLayerWriter();
        network.layers().forEach(layer -> writer.write(layer, attribute(layer, layer.name())));
        return writer.program;
    }

    /// `0 lstm` becomes `lstm_0`, `2.0 dense` becomes `dense_2_0`.
    private static String attribute(Layer layer, String name) {
        return layer.spec().kind() + "_" + name.substring(0, name.indexOf(' ')).replace('.', '_');
    }

    private void write(Layer layer, String attribute) {
        switch (layer) {
            case RecurrentLayer recurrent ->
                new TorchRecurrentWriter(program, attribute, layer.name()).write(recurrent);
            case Bidirectional both -> new TorchRecurrentWriter(program, attribute, layer.name()).write(both);
            case Dense dense -> write(dense, attribute);
            case LayerNormalization norm -> write(norm, attribute);
            case Embedding embedding -> write(embedding, attribute);
            case TimeDistributed distributed when distributed.inner().spec().stepUse() == StepUse.EACH_ALONE ->
                write(distributed.inner(), attribute(distributed.inner(), distributed.inner().name()));
            case Residual residual -> write(residual, attribute);
            default -> writeWeightless(layer);
        }
    }

    private void write(Dense dense, String attribute) {
        boolean bias = dense.spec().useBias();
        program.module(attribute, "nn.Linear(" + dense.inputShape().last() + ", " + dense.spec().units()
                + (bias ? ")" : ", bias=False)"));
        put(attribute, "weight", dense.weights());
        if (bias) {
            put(attribute, "bias", dense.bias());
        }
        program.run("x = " + TorchActivations.of(dense.spec().activation(), "self." + attribute + "(x)"));
    }

    private void write(LayerNormalization norm, String attribute) {
        program.module(attribute, "nn.LayerNorm(" + norm.inputShape().last() + ", eps=" + norm.spec().epsilon() + ")");
        put(attribute, "weight", norm.gamma());
        put(attribute, "bias", norm.beta());
        program.run("x = self." + attribute + "(x)");
    }

    private void write(Embedding embedding, String attribute) {
        program.module(attribute,
                "nn.Embedding(" + embedding.spec().vocabulary() + ", " + embedding.spec().units() + ")");
        put(attribute, "weight", embedding.table());
        program.run(
                "x = self." + attribute + (embedding.inputShape().rank() == 2 ? "(x[..., 0].long())" : "(x.long())"));
    }

    private void write(Residual residual, String attribute) {
        if (residual.spec().projects()) {
            throw ExportRefusal.of("PyTorch", residual.name(),
                    "its way around is projected, for which there is no module");
        }
        program.run(attribute + " = x");
        residual.layers().forEach(layer -> write(layer, attribute(layer, layer.name())));
        program.run("x = " + attribute + " + x");
    }

    private void writeWeightless(Layer layer) {
        LayerSpec spec = layer.spec();
        switch (spec) {
            case DropoutSpec _,SpatialDropoutSpec _,GaussianNoiseSpec _,ActivityRegularizationSpec _ -> {
            } // only in training
            case ActivationSpec activation -> program.run("x = " + TorchActivations.of(activation.activation(), "x"));
            case SoftmaxSpec softmax -> program.run(
                    "x = torch." + (softmax.logarithm() ? "log_softmax" : "softmax") + "(x, -1)");
            case LastStepSpec _ -> program.run("x = x[:, -1]");
            case FlattenSpec _ -> program.run("x = x.flatten(1)");
            case ReshapeSpec reshape -> program.run("x = x.reshape(-1, " + reshape.shape().axes().stream()
                    .map(Axis::size).map(String::valueOf).collect(Collectors.joining(", ")) + ")");
            case RepeatVectorSpec repeat -> program.run("x = x.unsqueeze(1).repeat(1, " + repeat.steps() + ", 1)");
            case GlobalPoolingSpec pooling -> program.run(switch (pooling.pooling()) {
                case AVERAGE -> "x = x.mean(1)";
                case MAXIMUM -> "x = x.max(1).values";
            });
            default ->
                throw ExportRefusal.of("PyTorch", layer.name(), "there is no module for the kind " + spec.kind());
        }
    }

    private void put(String attribute, String name, Parameter parameter) {
        List<Long> shape = parameter.shape().axes().stream().map(axis -> (long) axis.size()).toList();
        program.tensor(attribute, name, shape, parameter.value());
    }
}
