package org.lstm4j.interop.source;

import java.util.stream.Collectors;
import org.lstm4j.ConfigurationException;
import org.lstm4j.interop.network.ExportRefusal;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.EmbeddedColumns;
import org.lstm4j.nn.Embedding;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerNormalization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.Residual;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.nn.TimeDistributed;
import org.lstm4j.nn.graph.Graph;
import org.lstm4j.nn.recurrent.Bidirectional;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.segment.SegmentLstm;
import org.lstm4j.nn.window.WindowMap;
import org.lstm4j.tensor.Shape;

/// Writes what layers do as calls of plain functions, which make a new `x` of `x`. What only training does is left out.
final class SourceLayers {

    private final SourceText text;
    /// Of a sample, between the layers.
    private Shape shape;
    /// Of a sample, where it has some: a number, or the variable where there may be any.
    private String steps;

    SourceLayers(SourceText text, Shape input, String steps) {
        this.text = text;
        shape = input;
        this.steps = steps;
    }

    /// @throws ConfigurationException when there is no function for the layer
    void write(Layer layer) {
        try {
            writeCalls(layer);
        } catch (IllegalArgumentException e) {
            throw ExportRefusal.of("plain Java", layer.name(), "there is no code for " + e.getMessage());
        }
        shape = layer.outputShape(shape);
    }

    /// Gives `x` a name of its own, for others to begin from.
    ///
    /// @param name of the variable; of lower-case letters and what else a layer's name may have
    Flow keep(String name) {
        String variable = text.variable(name);
        text.run(kept(variable));
        return new Flow(variable, shape, steps);
    }

    private static String kept(String variable) {
        return "float[] " + variable + " = x;";
    }

    /// Lets the next layer begin from there.
    void from(Flow flow) {
        if (!text.endsWith(kept(flow.variable()))) {
            text.run("x = " + flow.variable() + ";");
        }
        begin(flow.shape(), flow.steps());
    }

    /// Says what `x` has become.
    void begin(Shape sample, String itsSteps) {
        shape = sample;
        steps = itsSteps;
    }

    Shape shape() {
        return shape;
    }

    String steps() {
        return steps;
    }

    private void writeCalls(Layer layer) {
        switch (layer) {
            case RecurrentLayer recurrent -> text.run("x = " + new RecurrentCalls(text, steps).of(recurrent) + ";");
            case Bidirectional both -> text.run("x = " + new RecurrentCalls(text, steps).of(both) + ";");
            case Dense dense -> text.run("x = " + dense(dense, "x") + ";");
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
            case EmbeddedColumns columns -> writeColumns(columns);
            case WindowMap map -> text.run("x = " + new WindowCalls(text).of(map, shape.last()) + ";");
            case SegmentLstm segments -> text.run("x = " + new WindowCalls(text).of(segments) + ";");
            case TimeDistributed distributed -> new SourceSteps(text, this).write(distributed);
            case Residual residual -> writeResidual(residual);
            case Graph graph -> new SourceGraph(text, this, graph).write();
            default -> writeWeightless(layer.spec());
        }
    }

    private String dense(Dense dense, String x) {
        text.needs(RuntimePart.DENSE);
        return "dense(" + x + ", " + dense.inputShape().last() + ", " + dense.spec().units() + ", "
                + text.constant(dense.weights()) + ", "
                + (dense.spec().useBias() ? text.constant(dense.bias()) : "null")
                + ", " + text.activation(dense.spec().activation()) + ")";
    }

    private void writeColumns(EmbeddedColumns columns) {
        text.needs(RuntimePart.EMBEDDED_COLUMNS);
        String units = columns.spec().tables().stream().map(EmbeddingSpec::units).map(String::valueOf)
                .collect(Collectors.joining(", "));
        text.run("x = embedded_columns(x, " + shape.last() + ", new int[]{" + units + "}, "
                + columns.parameters().stream().map(text::constant).collect(Collectors.joining(", ")) + ");");
    }

    private void writeResidual(Residual residual) {
        text.needs(RuntimePart.MERGE);
        Flow start = keep("around");
        residual.layers().forEach(this::write);
        String way = start.variable();
        if (residual.spec().projects() && residual.parts().getLast() instanceof Dense projection) {
            way = dense(projection, way);
        }
        text.run("x = sum(" + way + ", x);");
        shape = start.shape();
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
                steps = String.valueOf(repeat.steps());
            }
            case GlobalPoolingSpec pooling -> {
                boolean average = pooling.pooling() == Pooling.AVERAGE;
                text.needs(average ? RuntimePart.GLOBAL_AVERAGE : RuntimePart.GLOBAL_MAXIMUM);
                text.run("x = " + (average ? "global_average" : "global_maximum") + "(x, " + shape.last() + ");");
            }
            case FlattenSpec _ -> {
            } // the same numbers
            case ReshapeSpec reshape -> steps = String.valueOf(reshape.shape().size(0));
            default -> throw new IllegalArgumentException("the kind " + spec.kind());
        }
    }

    /// @throws IllegalArgumentException unless the condition holds
    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// What stands in a variable.
    ///
    /// @param steps of a sample: a number or a variable
    record Flow(String variable, Shape shape, String steps) {}
}
