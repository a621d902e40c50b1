package org.lstm4j.train;

import org.lstm4j.compute.Compute;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.optim.GradientClipping;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// One step of training on batches of one shape: forward, loss, backward, clip, update. A step allocates nothing.
public final class TrainingStep {

    private final SequentialPass pass;
    private final Loss loss;
    private final Optimizer optimizer;
    private final double clipNorm;
    private final Tensor lossGradient;
    private boolean moved;

    /// @param batchShape `[batch, …]`
    /// @param clipNorm largest joint norm of the gradients; infinity for no clipping
    public TrainingStep(
            Sequential network, Shape batchShape, Loss loss, Optimizer optimizer, double clipNorm, Compute compute) {
        this.pass = network.newPass(batchShape, PassMode.TRAINING_ON_DATA, compute);
        this.loss = loss;
        this.optimizer = optimizer;
        this.clipNorm = clipNorm;
        this.lossGradient = Tensor.zeros(pass.outputShape());
    }

    /// Trains on one batch.
    ///
    /// @return the loss before the step. When it or a gradient is NaN or infinite the weights stay as they are: see [#moved]
    public double run(Tensor inputs, Tensor targets) {
        moved = false;
        Tensor prediction = pass.forward(inputs);
        double value = loss.value(prediction, targets);
        if (!Double.isFinite(value)) {
            return value;
        }
        loss.gradient(prediction, targets, lossGradient);
        optimizer.zeroGradients();
        pass.backward(lossGradient);
        if (!Finite.gradients(optimizer.parameters())) {
            return value; // a step would make every weight NaN, and the optimizer's averages too
        }
        if (clipNorm < Double.POSITIVE_INFINITY) {
            GradientClipping.byNorm(optimizer.parameters(), clipNorm);
        }
        optimizer.step();
        moved = true;
        return value;
    }

    /// Whether the last run moved the weights: only when its loss and all gradients were finite.
    public boolean moved() {
        return moved;
    }
}
