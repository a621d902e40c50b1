package org.lstm4j.inference;

import org.lstm4j.compute.Compute;
import org.lstm4j.nn.StepUse;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.tensor.Shape;

/// An [Lstm] layer with its weights packed.
final class FrozenLstm implements FrozenLayer {

    private final Lstm layer;
    private final LstmPanels panels;

    FrozenLstm(Lstm layer, WeightFormat format) {
        this.layer = layer;
        panels = format.pack(layer.weights());
    }

    @Override
    public String name() {
        return layer.name();
    }

    /// With its state kept, a step is all it needs.
    @Override
    public StepUse stepUse() {
        return layer.spec().returnSequences() ? StepUse.EACH_ALONE : StepUse.LAST_ALONE;
    }

    @Override
    public Shape outputShape(Shape sample) {
        return layer.outputShape(sample);
    }

    @Override
    public FrozenLstmPass newPass(Shape batchShape, boolean keepsState, Compute compute) {
        int batch = batchShape.size(0);
        Shape outputShape = outputShape(batchShape.withoutBatch()).withBatch(batch);
        LstmRun run = batch == 1
                ? new SequenceRun(panels, batchShape.size(1), compute)
                : new BatchRun(panels, batch, batchShape.size(1), compute);
        return new FrozenLstmPass(run, outputShape, layer.spec().returnSequences(), keepsState);
    }
}
