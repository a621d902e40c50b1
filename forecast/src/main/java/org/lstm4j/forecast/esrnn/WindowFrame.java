package org.lstm4j.forecast.esrnn;

import java.util.Arrays;

/// The windows of one series, made of its levels and seasonal indices, and the way back of their gradients. A window ends at a step
/// e; with z the values in their form, ℓ the levels, s the seasonal indices:
///
/// ```
/// input  j   x_j = z_{e−n+1+j} − s_{e−n+1+j} − ℓ_e        j = 0 … n − 1
/// input  n+h−1   s_{e+h} as known at e                    h = 1 … horizon, where there is a season
/// target h   y_h = z_{e+h} − s_{e+h} as known at e − ℓ_e
/// loss   Σ over h and levels τ of 2·max(τ·(y_h − o_hτ), (τ − 1)·(y_h − o_hτ)), o the network's outputs, [horizon, levels]
/// ```
///
/// Smyl takes for training's targets the indices of their own steps, which are known at e only for one season ahead; here training sees
/// what a forecast will. Where a value is missing x is 0, and there is no target.
final class WindowFrame {

    private final int window;
    private final int horizon;
    private final double[] taus;
    private final int seasonInputs;

    WindowFrame(EsRnnWindows windows) {
        window = windows.inputSize();
        horizon = windows.horizon();
        taus = windows.levels().stream().mapToDouble(Double::doubleValue).toArray();
        seasonInputs = windows.seasons().isEmpty() ? 0 : horizon;
    }

    /// Numbers of an input.
    int features() {
        return window + seasonInputs;
    }

    /// Numbers of an output.
    int outputs() {
        return horizon * taus.length;
    }

    /// Writes the input of the window that ends at a step.
    void write(SmoothingRun run, double[] values, int end, float[] inputs, int offset) {
        int first = end - window + 1;
        double level = run.levels()[end];
        for (int step = first; step <= end; step++) {
            double value = values[step];
            inputs[offset + step - first] = Double.isNaN(value) ? 0f : (float) (value - run.season(step) - level);
        }
        for (int ahead = 1; ahead <= seasonInputs; ahead++) {
            inputs[offset + window + ahead - 1] = (float) run.seasonAhead(end, ahead);
        }
    }

    /// Carries the gradient of an input back to levels and indices.
    void backward(SmoothingRun run, double[] values, int end, float[] gradients, int offset) {
        int first = end - window + 1;
        double sum = 0;
        for (int step = first; step <= end; step++) {
            if (!Double.isNaN(values[step])) {
                double gradient = gradients[offset + step - first];
                run.addSeasonGradient(step, -gradient);
                sum += gradient;
            }
        }
        run.levelGradients()[end] -= sum;
        for (int ahead = 1; ahead <= seasonInputs; ahead++) {
            run.addSeasonAheadGradient(end, ahead, gradients[offset + window + ahead - 1]);
        }
    }

    /// How many targets windows have that end within a range.
    int targets(double[] values, int firstEnd, int lastEnd) {
        int count = 0;
        for (int end = firstEnd; end <= lastEnd; end++) {
            for (int step = end + 1; step <= Math.min(end + horizon, values.length - 1); step++) {
                count += Double.isNaN(values[step]) ? 0 : 1;
            }
        }
        return count;
    }

    /// The loss of the window that ends at a step, with its gradients by outputs, levels and indices.
    ///
    /// @param weight what a target counts
    /// @param gradients of the outputs; overwritten
    double loss(
            SmoothingRun run, double[] values, int end, double weight, float[] outputs, float[] gradients, int offset) {
        double sum = 0;
        double ofLevel = 0;
        for (int ahead = 1; ahead <= horizon; ahead++) {
            int at = offset + (ahead - 1) * taus.length;
            int step = end + ahead;
            if (step >= values.length || Double.isNaN(values[step])) {
                Arrays.fill(gradients, at, at + taus.length, 0f);
                continue;
            }
            double target = values[step] - run.seasonAhead(end, ahead) - run.levels()[end];
            double ofTarget = 0;
            for (int level = 0; level < taus.length; level++) {
                double error = target - outputs[at + level];
                double slope = weight * 2 * (error > 0 ? taus[level] : taus[level] - 1);
                sum += slope * error;
                gradients[at + level] = (float) -slope;
                ofTarget += slope;
            }
            run.addSeasonAheadGradient(end, ahead, -ofTarget);
            ofLevel -= ofTarget;
        }
        run.levelGradients()[end] += ofLevel;
        return sum;
    }
}
