package org.lstm4j.explain;

import org.lstm4j.compute.Compute;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The slope of what a network says, or of a loss, in each number it was given: ∂f/∂x.
///
/// What is differentiated is the network in inference: dropout and noise are off, zoneout is its mean. The network may be in
/// training; neither its gradients nor its random streams change, and its weights are those it has when asked. Where a gradient
/// fades below 2⁻⁸⁰ in a recurrent layer it is exactly 0.
///
/// Samples go through in batches; results do not depend on which. Not thread-safe.
public final class InputGradients {

    private final GradientRun run;
    private final Compute compute;

    public InputGradients(Sequential network, Compute compute) {
        this.run = new GradientRun(network, compute);
        this.compute = compute;
    }

    /// ∂output/∂input of each sample.
    ///
    /// @param samples [batch, …], as the network takes them
    /// @return in the shape of the samples
    /// @throws IllegalArgumentException when the network has no such output, or cannot take such samples
    public Tensor of(Tensor samples, OutputSum output) {
        Shape sample = samples.shape().withoutBatch();
        output.requireFits(run.network().outputShape(sample));
        Tensor gradients = Tensor.zeros(samples.shape());
        GradientRun.Batch batch = run.batch(sample, samples.batch());
        for (int from = 0; from < samples.batch(); from += batch.rows()) {
            int count = Math.min(batch.rows(), samples.batch() - from);
            batch.take(samples, from, count);
            batch.forward();
            float[] slopes = batch.slopes(output, count).data();
            System.arraycopy(slopes, 0, gradients.data(), from * sample.elements(), count * sample.elements());
        }
        return gradients;
    }

    /// ∂loss/∂input, where the loss is the mean over all samples, without penalties.
    ///
    /// @param samples [batch, …], as the network takes them; one batch for the network
    /// @param targets as the loss takes them
    /// @return in the shape of the samples
    /// @throws IllegalArgumentException when samples or targets do not fit
    public Tensor ofLoss(Tensor samples, Tensor targets, Loss loss) {
        SequentialPass pass = run.network().newPass(samples.shape(), PassMode.EXPLAINING, compute);
        Tensor said = pass.forward(samples);
        Tensor gradient = Tensor.zeros(said.shape());
        loss.requireFit(said, targets);
        loss.gradient(said, targets, gradient);
        pass.backward(gradient, 0f);
        return pass.inputGradient();
    }
}
