package org.lstm4j.nn.loss;

import java.util.List;

/// The quantile (pinball) loss of several levels at once, for quantiles that never cross.
///
/// As many outputs for each target value as there are levels, in the order of the levels. That of the central level, the one
/// nearest ½ (the lower of two that are equally near), is the quantile itself; every other one says how far its quantile lies
/// from the neighbour on the inner side:
///
/// ```
/// q(centre) = o(centre)     q(k) = q(k − 1) + ln(1 + e^o(k)) above it     q(k) = q(k + 1) − ln(1 + e^o(k)) below it
/// ```
///
/// So the implied quantiles rise with the level, strictly as far as a double can tell them apart. [#quantilesOf] writes them. The
/// loss is the mean of [Quantile]'s over the implied quantiles.
///
/// @param levels rising, each above 0 and below 1
public record MonotoneQuantiles(List<Double> levels) implements GroupedLoss {

    public MonotoneQuantiles {
        levels = List.copyOf(levels);
        Quantiles.requireRising(levels);
    }

    /// Quantiles of these levels.
    public static MonotoneQuantiles of(Double... levels) {
        return new MonotoneQuantiles(List.of(levels));
    }

    @Override
    public String name() {
        return "monotone-quantiles";
    }

    @Override
    public int groupSize() {
        return levels.size();
    }

    /// The place of the central level: of the output that is a quantile itself.
    public int centre() {
        int centre = 0;
        for (int index = 1; index < levels.size(); index++) {
            centre = Math.abs(levels.get(index) - 0.5) < Math.abs(levels.get(centre) - 0.5) ? index : centre;
        }
        return centre;
    }

    /// Writes the quantiles that a group of outputs implies, in the order of the levels.
    ///
    /// @param outputs of the network; the group begins at `from`
    /// @param out at least as long as there are levels
    public void quantilesOf(float[] outputs, int from, double[] out) {
        int centre = centre();
        out[centre] = outputs[from + centre];
        for (int index = centre + 1; index < levels.size(); index++) {
            out[index] = out[index - 1] + Softplus.of(outputs[from + index]);
        }
        for (int index = centre - 1; index >= 0; index--) {
            out[index] = out[index + 1] - Softplus.of(outputs[from + index]);
        }
    }

    @Override
    public double of(float[] outputs, int from, float target) {
        int centre = centre();
        double error = (double) outputs[from + centre] - target;
        double sum = Quantile.pinball(levels.get(centre), error);
        double above = error;
        for (int index = centre + 1; index < levels.size(); index++) {
            above += Softplus.of(outputs[from + index]);
            sum += Quantile.pinball(levels.get(index), above);
        }
        double below = error;
        for (int index = centre - 1; index >= 0; index--) {
            below -= Softplus.of(outputs[from + index]);
            sum += Quantile.pinball(levels.get(index), below);
        }
        return sum / levels.size();
    }

    @Override
    public void addSlopes(float[] outputs, int from, float target, float factor, float[] slopes) {
        int centre = centre();
        double error = (double) outputs[from + centre] - target;
        double share = (double) factor / levels.size();
        double sum = Quantile.slope(levels.get(centre), (float) error)
                + addOutwards(outputs, from, centre + 1, 1, error, share, slopes)
                + addOutwards(outputs, from, centre - 1, -1, error, share, slopes);
        slopes[from + centre] += (float) (share * sum);
    }

    /// Adds the slopes of the outputs from `index` outwards, and returns the sum of the slopes of their quantiles: an output
    /// moves its own quantile and all those outside it.
    ///
    /// @param direction 1 above the centre, −1 below it
    /// @param inner the error of the neighbour on the inner side
    private double addOutwards(float[] outputs, int from, int index, int direction, double inner, double share,
            float[] slopes) {
        if (index < 0 || index == levels.size()) {
            return 0;
        }
        double output = outputs[from + index];
        double error = inner + direction * Softplus.of(output);
        double sum = Quantile.slope(levels.get(index), (float) error)
                + addOutwards(outputs, from, index + direction, direction, error, share, slopes);
        slopes[from + index] += (float) (share * sum * direction * Softplus.slope(output));
        return sum;
    }
}
