package org.lstm4j.nn;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// A layer run on every step by itself: samples [steps, …] become [steps, what the inner layer gives].
///
/// The steps of all samples are one batch for the inner layer, [batch·steps, …], without copying.
public final class TimeDistributed implements Layer {

    private final String name;
    private final TimeDistributedSpec spec;
    private final Shape inputShape;
    private final Layer inner;

    TimeDistributed(String name, TimeDistributedSpec spec, Shape inputShape, Layer inner) {
        this.name = name;
        this.spec = spec;
        this.inputShape = inputShape;
        this.inner = inner;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TimeDistributedSpec spec() {
        return spec;
    }

    /// The layer that runs on every step.
    public Layer inner() {
        return inner;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        StepShapes.requireSteps(name, sample);
        return StepShapes.withStepsOf(sample, inner.outputShape(StepShapes.ofOneStep(sample)));
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
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        Shape sample = batchShape.withoutBatch();
        Shape steps = StepShapes.ofOneStep(sample).withBatch(batchShape.size(0) * batchShape.size(1));
        Shape output = outputShape(sample).withBatch(batchShape.size(0));
        return new TimeDistributedPass(this, batchShape, output, inner.newPass(steps, mode, compute), steps);
    }
}
