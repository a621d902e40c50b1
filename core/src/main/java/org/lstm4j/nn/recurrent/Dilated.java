package org.lstm4j.nn.recurrent;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// A recurrent layer that goes back several steps at a time: see [DilatedSpec].
public final class Dilated implements Layer {

    private final String name;
    private final DilatedSpec spec;
    private final RecurrentLayer inner;

    Dilated(String name, DilatedSpec spec, RecurrentLayer inner) {
        this.name = name;
        this.spec = spec;
        this.inner = inner;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DilatedSpec spec() {
        return spec;
    }

    /// The layer that goes through each phase.
    public RecurrentLayer inner() {
        return inner;
    }

    @Override
    public Shape inputShape() {
        return inner.inputShape();
    }

    @Override
    public Shape outputShape(Shape sample) {
        return inner.outputShape(sample);
    }

    @Override
    public List<Layer> parts() {
        return List.of(inner);
    }

    @Override
    public List<Parameter> parameters() {
        return inner.parameters();
    }

    @Override
    public List<RandomStream> streams() {
        return inner.streams();
    }

    @Override
    public DilatedPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        Shape output = outputShape(batchShape.withoutBatch()).withBatch(batchShape.size(0));
        Phases phases = new Phases(
                batchShape.size(0), batchShape.size(1), spec.dilation(), direction(), spec.layer().returnSequences());
        Shape rows = Shape.sequence(phases.steps(), batchShape.last()).withBatch(phases.rows());
        return new DilatedPass(this, batchShape, output, mode, phases, inner.newPass(rows, mode, compute, direction()));
    }

    /// Outputs of phases stand at their own steps; [Phases] turns them where they are to stand in reverse order.
    private WalkDirection direction() {
        return spec.layer().sequence().goBackwards() ? WalkDirection.BACKWARDS_IN_PLACE : WalkDirection.FORWARDS;
    }
}
