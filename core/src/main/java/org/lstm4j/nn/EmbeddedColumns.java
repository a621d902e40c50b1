package org.lstm4j.nn;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// Replaces the last columns, which are categories, by learnt vectors, and hands the numbers before them through: for networks that
/// read both at every step. Unlike a [org.lstm4j.nn.graph.Graph] of two inputs it takes any number of steps, masks and streams.
///
/// | in | out |
/// |---|---|
/// | n numbers, then k categories, counted from 0 | n numbers, then the k vectors in the order of their columns |
///
/// | parameter | shape | name in the file |
/// |---|---|---|
/// | table of column k | [vocabulary, units] | `k.weight` |
///
/// A number that is no row of its table is an error at once, in the pass that meets it.
public final class EmbeddedColumns implements Layer {

    private final String name;
    private final EmbeddedColumnsSpec spec;
    private final Shape inputShape;
    private final List<Parameter> tables;

    EmbeddedColumns(String name, EmbeddedColumnsSpec spec, Shape inputShape, List<Parameter> tables) {
        this.name = name;
        this.spec = spec;
        this.inputShape = inputShape;
        this.tables = List.copyOf(tables);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EmbeddedColumnsSpec spec() {
        return spec;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        requireColumns(name, tables.size(), sample);
        if (sample.last() != inputShape.last()) {
            throw new IllegalArgumentException("layer \"" + name + "\" was built for " + inputShape.last()
                    + " features, but the input has " + sample
                    + "; re-create the windows with the columns used in training");
        }
        int features = sample.last() - tables.size();
        for (EmbeddingSpec table : spec.tables()) {
            features += table.units();
        }
        List<Axis> axes = new ArrayList<>(sample.axes());
        axes.set(axes.size() - 1, Axis.features(features));
        return new Shape(axes);
    }

    /// The tables, in the order of their columns.
    @Override
    public List<Parameter> parameters() {
        return tables;
    }

    @Override
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        Shape output = outputShape(batchShape.withoutBatch()).withBatch(batchShape.size(0));
        return new EmbeddedColumnsPass(this, batchShape, output, mode);
    }

    static void requireColumns(String layer, int tables, Shape sample) {
        if (sample.rank() == 0 || sample.last() < tables) {
            throw new IllegalArgumentException("layer \"" + layer + "\" has " + tables + " tables, one for each of the"
                    + " last columns, but would get " + sample + "; give a column of categories for each table");
        }
    }
}
