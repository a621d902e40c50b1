package org.lstm4j.train;

/// Training on batches as they are.
final class WholeBatchRun implements BatchRun {

    private final Samples samples;
    private final Batch batch;
    private final TrainingStep step;

    /// @param size samples in a batch
    WholeBatchRun(Model model, Samples samples, int size, Updater updater) {
        this.samples = samples;
        batch = Batch.of(samples, size);
        step = new TrainingStep(model.network(), batch.inputs().shape(), model.loss(), updater, model.compute());
    }

    @Override
    public void gather(BatchOrder order) {
        order.gather(samples, batch);
    }

    @Override
    public int pieces() {
        return 1;
    }

    @Override
    public double add(int piece, int beside) {
        return step.add(batch, beside);
    }

    @Override
    public void measure(Measures measures, LossMean mean) {
        step.measure(batch.targets(), measures, mean);
    }

    @Override
    public void resetState() {
        step.resetState();
    }

    @Override
    public float largest() {
        return batch.largest();
    }
}
