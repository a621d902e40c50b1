package org.lstm4j.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// Layers in a row and a way around them, y = x + f(x), or y = W·x + f(x).
///
/// The parameters are those of the inner layers in order, then the projection's `projection.weight` [outputs, features].
public final class Residual implements Layer {

    private final String name;
    private final ResidualSpec spec;
    private final Shape inputShape;
    private final List<Layer> layers;
    private final @Nullable Layer projection;

    /// @throws IllegalArgumentException when what comes out of the layers cannot be added to what goes in
    Residual(String name, ResidualSpec spec, Shape inputShape, List<Layer> layers, @Nullable Layer projection) {
        this.name = name;
        this.spec = spec;
        this.inputShape = inputShape;
        this.layers = List.copyOf(layers);
        this.projection = projection;
        outputShape(inputShape);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ResidualSpec spec() {
        return spec;
    }

    /// f, in order.
    public List<Layer> layers() {
        return layers;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        Shape shape = sample;
        for (Layer layer : layers) {
            shape = layer.outputShape(shape);
        }
        Shape around = projection == null ? sample : projection.outputShape(sample);
        if (!around.sameSizes(shape)) {
            throw new IllegalArgumentException("layer \"" + name + "\" adds " + around
                    + " to what its layers make of it, which must have the same sizes but is " + shape + "; "
                    + remedy(around, shape));
        }
        return shape;
    }

    private static String remedy(Shape around, Shape shape) {
        return around.rank() == shape.rank()
                ? "give the last layer " + around.last() + " units, or project the input with withProjection()"
                : "let its layers return sequences, or take what removes or adds an axis out of it";
    }

    @Override
    public List<Layer> parts() {
        return projection == null ? layers : Stream.concat(layers.stream(), Stream.of(projection)).toList();
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (Layer layer : layers) {
            parameters.addAll(layer.parameters());
        }
        if (projection != null) {
            parameters.addAll(projection.parameters());
        }
        return List.copyOf(parameters);
    }

    /// The projection draws nothing.
    @Override
    public List<RandomStream> streams() {
        return layers.stream().flatMap(layer -> layer.streams().stream()).toList();
    }

    @Override
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        Shape output = outputShape(batchShape.withoutBatch()).withBatch(batchShape.size(0));
        LayerPass row = new SequentialPass(layers, batchShape, mode, compute);
        @Nullable
        LayerPass around = projection == null ? null : projection.newPass(batchShape, mode, compute);
        return new ResidualPass(this, batchShape, output, mode, row, around);
    }
}
