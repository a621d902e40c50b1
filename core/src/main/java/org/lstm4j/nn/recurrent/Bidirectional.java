package org.lstm4j.nn.recurrent;

import java.util.List;
import java.util.stream.Stream;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// Two recurrent layers over the same sequences, in both directions: see [BidirectionalSpec].
public final class Bidirectional implements Layer {

    private final String name;
    private final BidirectionalSpec spec;
    private final RecurrentLayer forward;
    private final RecurrentLayer backward;

    Bidirectional(String name, BidirectionalSpec spec, RecurrentLayer forward, RecurrentLayer backward) {
        this.name = name;
        this.spec = spec;
        this.forward = forward;
        this.backward = backward;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public BidirectionalSpec spec() {
        return spec;
    }

    /// The layer from the first step to the last.
    public RecurrentLayer forward() {
        return forward;
    }

    /// The layer from the last step to the first.
    public RecurrentLayer backward() {
        return backward;
    }

    @Override
    public Shape inputShape() {
        return forward.inputShape();
    }

    @Override
    public Shape outputShape(Shape sample) {
        forward.outputShape(sample); // checks it
        return spec.outputShape(sample);
    }

    @Override
    public List<Layer> parts() {
        return List.of(forward, backward);
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(forward.parameters().stream(), backward.parameters().stream()).toList();
    }

    @Override
    public List<RandomStream> streams() {
        return Stream.concat(forward.streams().stream(), backward.streams().stream()).toList();
    }

    @Override
    public BidirectionalPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        Shape output = outputShape(batchShape.withoutBatch()).withBatch(batchShape.size(0));
        return new BidirectionalPass(
                spec.merge(),
                forward.newPass(batchShape, mode, compute, WalkDirection.FORWARDS),
                backward.newPass(batchShape, mode, compute, WalkDirection.BACKWARDS_IN_PLACE),
                output,
                mode);
    }
}
