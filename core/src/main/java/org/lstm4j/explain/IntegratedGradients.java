package org.lstm4j.explain;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Attributions that add up: what each number of a sample contributes to the difference between what a network says of the sample
/// and what it says of a baseline x′.
///
/// ```
/// attribution_i = (x_i − x′_i) · ∫₀¹ ∂f/∂x_i (x′ + t·(x − x′)) dt          Σ_i attribution_i = f(x) − f(x′)
/// ```
///
/// Source: Sundararajan, Taly and Yan, Axiomatic attribution for deep networks, 2017, equation 1. A number that the network does
/// not look at gets exactly 0, and so does one that equals its baseline; of a linear network it is weight · (x − x′).
///
/// The integral is a Gauss–Legendre sum, in double. What a stretch of the path adds is known, since the network can be asked at both its
/// ends: where the sum misses it, the stretch is halved, the worst one first, until the gap over the whole path is tolerated. Smooth
/// networks need 16 points, a forward and a backward each; one with corners (ReLU) more, and so does an LSTM that somewhere on the path
/// falls from one course into another. What the baseline is decides the answer: zeros mean "nothing" only where data was scaled so.
///
/// Not thread-safe.
public final class IntegratedGradients {

    private final GradientRun run;
    private final PathSettings settings;

    public IntegratedGradients(Sequential network, Compute compute) {
        this(network, compute, PathSettings.standard());
    }

    public IntegratedGradients(Sequential network, Compute compute, PathSettings settings) {
        this.run = new GradientRun(network, compute);
        this.settings = settings;
    }

    /// The attributions of each sample, beside a baseline of zeros.
    ///
    /// @param samples [batch, …], as the network takes them
    /// @throws IllegalArgumentException when the network has no such output, or cannot take such samples
    public List<Attribution> of(Tensor samples, OutputSum output) {
        return of(samples, Tensor.zeros(samples.shape().withoutBatch()), output);
    }

    /// The attributions of each sample.
    ///
    /// @param samples [batch, …], as the network takes them
    /// @param baseline in the shape of one sample
    /// @throws IllegalArgumentException when shapes do not fit, or the network has no such output
    public List<Attribution> of(Tensor samples, Tensor baseline, OutputSum output) {
        Shape sample = samples.shape().withoutBatch();
        if (!sample.sameSizes(baseline.shape())) {
            throw new IllegalArgumentException("samples are " + sample + ", but the baseline is " + baseline.shape()
                    + "; a baseline has the shape of one sample");
        }
        output.requireFits(run.network().outputShape(sample));
        List<Attribution> attributions = new ArrayList<>();
        for (int row = 0; row < samples.batch(); row++) {
            attributions.add(explain(samples.rows(row, row + 1).reshape(sample), baseline, output));
        }
        return List.copyOf(attributions);
    }

    private Attribution explain(Tensor sample, Tensor baseline, OutputSum output) {
        GradientRun.Batch batch = run.batch(sample.shape(), GradientRun.BATCH);
        AttributionPath path = new AttributionPath(batch, sample, baseline, output, settings.stretchPoints());
        while (!settings.tolerates(path.gap(), path.difference())
                && path.pointsAfterHalving() <= settings.mostPoints()) {
            path.halveWorst();
        }
        boolean complete = settings.tolerates(path.gap(), path.difference());
        double[] values = path.values();
        double gap = Math.abs(sum(values) - path.difference());
        return new Attribution(tensor(sample.shape(), values), path.ofSample(), path.ofBaseline(), gap, path.points(),
                complete);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static Tensor tensor(Shape shape, double[] values) {
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < values.length; index++) {
            tensor.data()[index] = (float) values[index];
        }
        return tensor;
    }
}
