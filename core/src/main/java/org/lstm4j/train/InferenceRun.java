package org.lstm4j.train;

import org.jspecify.annotations.Nullable;
import org.lstm4j.inference.PredictorPass;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Tensor;

/// A network at work on batches of one size, for an evaluation.
interface InferenceRun {

    /// Runs the inputs of a batch, over those steps that count.
    ///
    /// @return the output; overwritten by the next forward
    Tensor forward(Batch batch);

    /// Which steps of the last output count; null when all do.
    @Nullable
    StepMask outputMask();

    /// What the layers themselves add to the loss of the last batch.
    double penalty();

    /// Every sample begins with zero states.
    record Independent(PredictorPass pass) implements InferenceRun {

        @Override
        public Tensor forward(Batch batch) {
            StepMask mask = batch.mask();
            return mask == null ? pass.forward(batch.inputs()) : pass.forward(batch.inputs(), mask);
        }

        @Override
        public @Nullable StepMask outputMask() {
            return pass.outputMask();
        }

        @Override
        public double penalty() {
            return pass.penalty();
        }
    }

    /// Layers that keep their state go on from batch to batch.
    record Continued(SequentialPass pass) implements InferenceRun {

        @Override
        public Tensor forward(Batch batch) {
            StepMask mask = batch.mask();
            return mask == null ? pass.forward(batch.inputs()) : pass.forward(batch.inputs(), mask);
        }

        @Override
        public @Nullable StepMask outputMask() {
            return pass.outputMask();
        }

        @Override
        public double penalty() {
            return pass.penalty();
        }
    }
}
