package org.lstm4j.train;

import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// One step of training on batches of one shape: forward, loss, backward, clip, update. A step allocates nothing.
///
/// Where weights have a regularizer or layers a penalty, the loss is that of the batch with all penalties, and clipping sees the
/// gradient of all. Weights with a constraint are brought back into it after the update.
public final class TrainingStep {

    /// In place of the size of a full batch: the batch makes an update by itself.
    static final int ALONE = 0;

    private final Shape batchShape;
    private final SequentialPass pass;
    private final Loss loss;
    private final Updater updater;
    private final OutputMask outputMask = new OutputMask();
    private final Tensor lossGradient;
    private Tensor prediction;
    private LossWeights weights = LossWeights.NONE;
    private double batchLoss;
    private double penalty;
    private boolean moved;

    /// @param batchShape `[batch, …]`
    /// @param clipNorm largest joint norm of the gradients; infinity for no clipping
    public TrainingStep(
            Sequential network, Shape batchShape, Loss loss, Optimizer optimizer, double clipNorm, Compute compute) {
        this(network, batchShape, loss, new Updater(optimizer, Clipping.byNorm(clipNorm)), compute);
    }

    /// @param updater shared by the steps whose gradients make one update
    TrainingStep(Sequential network, Shape batchShape, Loss loss, Updater updater, Compute compute) {
        this.batchShape = batchShape;
        this.pass = network.newPass(batchShape, PassMode.TRAINING_ON_DATA, compute);
        this.loss = loss;
        this.updater = updater;
        this.lossGradient = Tensor.zeros(pass.outputShape());
        this.prediction = lossGradient; // until there is one
    }

    /// Trains on one batch.
    ///
    /// @return the loss with all penalties before the step. When it or a gradient is NaN or infinite the weights stay as they
    ///         are: see [#moved]
    public double run(Tensor inputs, Tensor targets) {
        return run(inputs, targets, LossWeights.NONE);
    }

    /// Trains on one batch whose samples or steps count differently.
    ///
    /// @return the weighted loss with all penalties before the step. When it or a gradient is NaN or infinite the weights stay as
    ///         they are: see [#moved]
    public double run(Tensor inputs, Tensor targets, LossWeights given) {
        return run(inputs, targets, given, null);
    }

    /// Trains on one batch of which not every step counts, such as sequences of different lengths.
    ///
    /// @param given how much samples or steps count
    /// @param mask [batch, steps] of the inputs; null when all count. The inputs at the others must be numbers
    /// @return as [#run(Tensor, Tensor, LossWeights)]
    /// @throws IllegalArgumentException when sizes differ from those of the batches this step was made for
    public double run(Tensor inputs, Tensor targets, LossWeights given, @Nullable StepMask mask) {
        updater.clear();
        double value = add(inputs, targets, given, mask, ALONE);
        moved = Double.isFinite(value) && updater.apply();
        return value;
    }

    /// The next batch goes on from no batch before it, in layers that keep their state.
    public void resetState() {
        pass.resetState();
    }

    SequentialPass pass() {
        return pass;
    }

    boolean takes(Shape shape) {
        return batchShape.sameSizes(shape);
    }

    /// Whether the last run moved the weights: only when its loss and all gradients were finite.
    public boolean moved() {
        return moved;
    }

    /// Adds the gradient of one batch to those that wait for an update.
    ///
    /// @param beside samples of a full batch, beside which this one counts by what its masks leave of it; or [#ALONE]
    /// @return the loss with all penalties; when it is NaN or infinite nothing was added
    double add(Batch batch, int beside) {
        return add(batch.inputs(), batch.targets(), batch.weights(), batch.mask(), beside);
    }

    private double add(Tensor inputs, Tensor targets, LossWeights given, @Nullable StepMask mask, int beside) {
        prediction = mask == null ? pass.forward(inputs) : pass.forward(inputs, mask);
        weights = outputMask.apply(given, pass.outputMask());
        batchLoss = loss.value(prediction, targets, weights);
        penalty = pass.penalty() + updater.penalty();
        double value = batchLoss + penalty;
        if (!Double.isFinite(value)) {
            return value;
        }
        float share = beside == ALONE ? 1f : LossMean.share(prediction, weights, beside);
        loss.gradient(prediction, targets, weights, lossGradient);
        if (share != 1f) {
            Updater.scale(lossGradient.data(), share);
        }
        updater.begin(share);
        pass.backward(lossGradient, share);
        return value;
    }

    /// Adds what was seen in the last batch, before any update by it: the network's answers and the loss.
    ///
    /// @param targets of the last batch
    void measure(Tensor targets, Measures measures, LossMean mean) {
        measures.update(prediction, targets, weights);
        mean.add(batchLoss, prediction, weights, penalty);
    }
}
