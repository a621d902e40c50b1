package org.lstm4j.nn;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of [EmbeddedColumns]: rows of numbers whose last columns are categories, each with a table of its own.
///
/// {@snippet :
/// Sequential network = Sequential.input(Shape.sequence(48, 5)) // three numbers, then shop and weekday
///         .add(EmbeddedColumnsSpec.of(new EmbeddingSpec(54, 8), new EmbeddingSpec(7, 2)))
///         .add(new LstmSpec(40)) // reads 3 + 8 + 2 features
///         .add(new DenseSpec(1))
///         .build(42);
/// }
///
/// @param tables of the last columns, in their order; at least one
public record EmbeddedColumnsSpec(List<EmbeddingSpec> tables) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "embedded_columns";

    public EmbeddedColumnsSpec {
        tables = List.copyOf(tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("embedded columns need at least one table, but got none; leave the layer"
                    + " out where there are no categories");
        }
    }

    public static EmbeddedColumnsSpec of(EmbeddingSpec... tables) {
        return new EmbeddedColumnsSpec(List.of(tables));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepUse stepUse() {
        return StepUse.EACH_ALONE;
    }

    /// Builds the layer for samples whose innermost axis has at least as many columns as there are tables.
    @Override
    public EmbeddedColumns build(String place, Shape inputShape, RandomStreams streams) {
        EmbeddedColumns layer = restore(place, inputShape, streams, Parameter::new);
        for (int column = 0; column < tables.size(); column++) {
            Parameter table = layer.parameters().get(column);
            tables.get(column).initializer().fill(table.value(), table.shape(),
                    streams.stream("initialisation of layer " + place + "." + column));
        }
        return layer;
    }

    @Override
    public EmbeddedColumns restore(
            String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        String name = place + " " + KIND;
        EmbeddedColumns.requireColumns(name, tables.size(), inputShape);
        List<Parameter> parameters = new ArrayList<>();
        for (int column = 0; column < tables.size(); column++) {
            parameters.add(tables.get(column).table(place + "." + column, stored));
        }
        return new EmbeddedColumns(name, this, inputShape, parameters);
    }
}
