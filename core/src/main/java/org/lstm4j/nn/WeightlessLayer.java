package org.lstm4j.nn;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// A layer without weights: its settings, a rule for shapes, and how a pass is made.
final class WeightlessLayer implements Layer {

    private final String name;
    private final LayerSpec spec;
    private final Shape inputShape;
    private final ShapeRule rule;
    private final PassMaker maker;
    private final List<RandomStream> streams;

    /// @throws IllegalArgumentException when the rule does not take the input shape
    WeightlessLayer(String place, LayerSpec spec, Shape inputShape, ShapeRule rule, PassMaker maker) {
        this(place, spec, inputShape, rule, maker, List.of());
    }

    /// @param streams that passes draw from in training
    WeightlessLayer(String place, LayerSpec spec, Shape inputShape, ShapeRule rule, PassMaker maker,
            List<RandomStream> streams) {
        this.name = place + " " + spec.kind();
        this.spec = spec;
        this.inputShape = inputShape;
        this.rule = rule;
        this.maker = maker;
        this.streams = List.copyOf(streams);
        rule.outputShape(name, inputShape);
    }

    /// The shape of a sample that comes out, for one that goes in.
    @FunctionalInterface
    interface ShapeRule {

        /// @throws IllegalArgumentException when the layer cannot take the sample; the message names layer and axes
        Shape outputShape(String layer, Shape sample);
    }

    /// Makes a pass for batches.
    @FunctionalInterface
    interface PassMaker {

        /// @param inputShape `[batch, …]`
        /// @param outputShape `[batch, …]`
        LayerPass newPass(Layer layer, Shape inputShape, Shape outputShape, PassMode mode);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LayerSpec spec() {
        return spec;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        return rule.outputShape(name, sample);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public List<RandomStream> streams() {
        return streams;
    }

    @Override
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        Shape output = outputShape(batchShape.withoutBatch()).withBatch(batchShape.size(0));
        return maker.newPass(this, batchShape, output, mode);
    }
}
