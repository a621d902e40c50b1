package org.lstm4j.interop.source;

import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.interop.network.ExportRefusal;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Embedding;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerNormalization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.Residual;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.nn.StepUse;
import org.lstm4j.nn.TimeDistributed;
import org.lstm4j.nn.recurrent.Bidirectional;
import org.lstm4j.nn.recurrent.Gru;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.LstmWeights;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.RecurrentWeights;
import org.lstm4j.nn.recurrent.SimpleRnn;
import org.lstm4j.tensor.Shape;

/// Writes what layers do as calls of plain functions. What only training does is left out.
final class SourceLayers {

    private final SourceText text;
    /// Of a sample, between the layers.
    private Shape shape;

    SourceLayers(SourceText text, Shape input) {
        this.text = text;
        shape = input;
    }

    /// @throws ConfigurationException when there is no function for the layer
    void write(Layer layer) {
        try {
            writeCalls(layer);
        } catch (IllegalArgumentException e) {
            throw ExportRefusal.of("plain Java", layer.name(), String.valueOf(e.getMessage()));
        }
        shape = layer.outputShape(shape);
    }

    private void writeCalls(Layer layer) {
        switch (layer) {
            case RecurrentLayer recurrent -> text.run("x = " + call(recurrent, false, backwards(recurrent)) + ";");
            case Bidirectional both -> writeBoth(both);
            case Dense dense -> writeDense(dense);
            case LayerNormalization norm -> {
                text.needs(RuntimePart.LAYER_NORMALIZATION);
                text.run("x = layer_normalization(x, " + text.constant(norm.gamma()) + ", " + text.constant(norm.beta())
                        + ", " + norm.spec().epsilon() + "f);");
            }
            case Embedding embedding -> {
                text.needs(RuntimePart.EMBEDDING);
                text.run("x = embedding(x, " + embedding.spec().units() + ", " + text.constant(embedding.table())
                        + ");");
            }
            case TimeDistributed distributed when distributed.inner().spec().stepUse() == StepUse.EACH_ALONE ->
                writeCalls(distributed.inner());
            case Residual residual -> writeResidual(residual);
            default -> writeWeightless(layer.spec());
        }
    }

    private static boolean backwards(RecurrentLayer recurrent) {
        return (recurrent.spec()).sequence().goBackwards();
    }

    /// @param inPlace whether outputs stand at their own steps, also where they are walked from the last to the first
    private String call(RecurrentLayer recurrent, boolean inPlace, boolean backwards) {
        RecurrentSpec spec = recurrent.spec();
        require(!spec.stateful(), "a state that is kept from batch to batch");
        require(spec.noise().hiddenZoneout() == 0f && spec.noise().cellZoneout() == 0f, "zoneout");
        String walk = ", " + spec.returnSequences() + ", " + backwards + ", " + inPlace + ")";
        String sizes = "(x, steps, " + recurrent.inputShape().last() + ", " + spec.units() + ", ";
        return switch (recurrent) {
            case Lstm lstm -> {
                require(!lstm.spec().cell().layerNormalization(), "layer normalisation within the cell");
                text.needs(RuntimePart.LSTM);
                yield "lstm" + sizes + weights(lstm.weights()) + ", "
                        + text.activation(lstm.spec().cell().activation()) + ", "
                        + text.activation(lstm.spec().cell().recurrentActivation()) + walk;
            }
            case Gru gru -> {
                text.needs(RuntimePart.GRU);
                yield "gru" + sizes + weights(gru.weights()) + ", " + text.activation(gru.spec().activation()) + ", "
                        + text.activation(gru.spec().recurrentActivation()) + walk;
            }
            case SimpleRnn rnn -> {
                text.needs(RuntimePart.SIMPLE_RNN);
                yield "simple_rnn" + sizes + weights(rnn.weights()) + ", " + text.activation(rnn.spec().activation())
                        + walk;
            }
            default -> throw new IllegalArgumentException("an unknown cell");
        };
    }

    private String weights(LstmWeights weights) {
        return text.constant(weights.inputWeights()) + ", " + text.constant(weights.recurrentWeights()) + ", "
                + (weights.hasBias() ? text.constant(weights.bias()) : "null") + ", " + constant(weights.projection())
                + ", " + constant(weights.peephole());
    }

    private String weights(RecurrentWeights weights) {
        return text.constant(weights.inputWeights()) + ", " + text.constant(weights.recurrentWeights()) + ", "
                + (weights.hasBias() ? text.constant(weights.bias()) : "null");
    }

    private String constant(@Nullable Parameter parameter) {
        return parameter == null ? "null" : text.constant(parameter);
    }

    private void writeBoth(Bidirectional both) {
        text.needs(RuntimePart.MERGE);
        String a = call(both.forward(), true, false);
        String b = call(both.backward(), true, true);
        text.run("x = " + switch (both.spec().merge()) {
            case CONCATENATE ->
                "beside(" + a + ", " + both.spec().forward().outputs() + ",\n                " + b + ", "
                        + both.spec().backward().outputs() + ");";
            case SUM -> "sum(" + a + ",\n                " + b + ");";
            case PRODUCT -> "product(" + a + ",\n                " + b + ");";
            case AVERAGE -> "average(" + a + ",\n                " + b + ");";
        });
    }

    private void writeDense(Dense dense) {
        text.needs(RuntimePart.DENSE);
        text.run("x = dense(x, " + dense.inputShape().last() + ", " + dense.spec().units() + ", "
                + text.constant(dense.weights()) + ", "
                + (dense.spec().useBias() ? text.constant(dense.bias()) : "null")
                + ", " + text.activation(dense.spec().activation()) + ");");
    }

    private void writeResidual(Residual residual) {
        require(!residual.spec().projects(), "a projected way around");
        text.needs(RuntimePart.MERGE);
        String around = "around" + residual.name().substring(0, residual.name().indexOf(' ')).replace('.', '_');
        Shape before = shape;
        text.run("float[] " + around + " = x;");
        residual.layers().forEach(this::write);
        text.run("x = sum(" + around + ", x);");
        shape = before;
    }

    private void writeWeightless(LayerSpec spec) {
        switch (spec) {
            case DropoutSpec _,SpatialDropoutSpec _,GaussianNoiseSpec _,ActivityRegularizationSpec _ -> {
            } // only in training
            case ActivationSpec activation -> {
                text.needs(RuntimePart.ACTIVATE);
                text.run("x = activate(x, " + text.activation(activation.activation()) + ");");
            }
            case SoftmaxSpec softmax -> {
                text.needs(RuntimePart.SOFTMAX);
                text.run("x = softmax(x, " + shape.last() + ", " + softmax.logarithm() + ");");
            }
            case LastStepSpec _ -> {
                text.needs(RuntimePart.LAST_STEP);
                text.run("x = last_step(x, " + shape.withoutBatch().elements() + ");");
            }
            case RepeatVectorSpec repeat -> {
                text.needs(RuntimePart.REPEAT_VECTOR);
                text.run("x = repeat_vector(x, " + repeat.steps() + ");");
                text.run("steps = " + repeat.steps() + ";");
            }
            case GlobalPoolingSpec pooling -> {
                boolean average = pooling.pooling() == Pooling.AVERAGE;
                text.needs(average ? RuntimePart.GLOBAL_AVERAGE : RuntimePart.GLOBAL_MAXIMUM);
                text.run("x = " + (average ? "global_average" : "global_maximum") + "(x, " + shape.last() + ");");
            }
            case FlattenSpec _ -> {
            } // the same numbers
            case ReshapeSpec reshape -> text.run("steps = " + reshape.shape().size(0) + ";");
            default -> throw new IllegalArgumentException("the kind " + spec.kind());
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
