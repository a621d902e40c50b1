package org.lstm4j.nn;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// A table with a learnt vector for every category: whole numbers, kept in float32, become rows of it. Samples [steps] or
/// [steps, 1] become [steps, units].
///
/// | parameter | shape | name in the file |
/// |---|---|---|
/// | table | [vocabulary, units] | `weight` |
///
/// A number that is no row of the table is an error at once, in the pass that meets it: it names sample, step and range.
public final class Embedding implements Layer {

    private final String name;
    private final EmbeddingSpec spec;
    private final Shape inputShape;
    private final Parameter table;

    Embedding(String name, EmbeddingSpec spec, Shape inputShape, Parameter table) {
        this.name = name;
        this.spec = spec;
        this.inputShape = inputShape;
        this.table = table;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EmbeddingSpec spec() {
        return spec;
    }

    /// [vocabulary, units]
    public Parameter table() {
        return table;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        requireIndices(name, sample);
        return Shape.of(sample.axes().getFirst(), new Axis("units", spec.units()));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(table);
    }

    @Override
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        Shape output = outputShape(batchShape.withoutBatch()).withBatch(batchShape.size(0));
        return new EmbeddingPass(this, batchShape, output, mode);
    }

    static void requireIndices(String layer, Shape sample) {
        boolean oneNumberAStep = sample.rank() == 1 || (sample.rank() == 2 && sample.last() == 1);
        if (!oneNumberAStep) {
            throw new IllegalArgumentException("layer \"" + layer + "\" takes one whole number a step, [steps] or"
                    + " [steps, features 1], but would get " + sample
                    + "; pass the column of categories alone");
        }
    }
}
