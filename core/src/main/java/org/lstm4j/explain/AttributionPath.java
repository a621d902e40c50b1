package org.lstm4j.explain;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.tensor.Tensor;

/// The straight path from a baseline to a sample in stretches, each with what its Gauss–Legendre sum attributes and how far that is from
/// what the network says at its two ends.
final class AttributionPath {

    private final GradientRun.Batch batch;
    private final float[] sample;
    private final float[] baseline;
    private final OutputSum output;
    private final GaussLegendre rule;
    private final List<PathStretch> stretches = new ArrayList<>();
    private int points;

    /// @param batch in the shape of the sample
    /// @param points of each stretch
    AttributionPath(GradientRun.Batch batch, Tensor sample, Tensor baseline, OutputSum output, int points) {
        this.batch = batch;
        this.sample = sample.data();
        this.baseline = baseline.data();
        this.output = output;
        this.rule = new GaussLegendre(points);
        stretches.add(stretch(0, 1, said(0), said(1)));
    }

    double ofBaseline() {
        return stretches.getFirst().atFrom();
    }

    double ofSample() {
        return stretches.getLast().atTo();
    }

    double difference() {
        return ofSample() - ofBaseline();
    }

    /// The gaps of all stretches, as if none made up for another.
    double gap() {
        double sum = 0;
        for (PathStretch stretch : stretches) {
            sum += stretch.gap();
        }
        return sum;
    }

    /// Points at which the slope was asked for so far.
    int points() {
        return points;
    }

    int pointsAfterHalving() {
        return points + 2 * rule.count();
    }

    /// Puts two halves in the place of the stretch with the largest gap.
    void halveWorst() {
        int worst = 0;
        for (int index = 1; index < stretches.size(); index++) {
            worst = stretches.get(index).gap() > stretches.get(worst).gap() ? index : worst;
        }
        PathStretch whole = stretches.get(worst);
        double middle = (whole.from() + whole.to()) / 2;
        double atMiddle = said(middle);
        stretches.set(worst, stretch(whole.from(), middle, whole.atFrom(), atMiddle));
        stretches.add(worst + 1, stretch(middle, whole.to(), atMiddle, whole.atTo()));
    }

    /// (x − x′) · ∫₀¹ ∂f/∂x dt, in the order of the path.
    double[] values() {
        double[] values = new double[sample.length];
        for (PathStretch stretch : stretches) {
            for (int index = 0; index < values.length; index++) {
                values[index] += stretch.slope(index);
            }
        }
        for (int index = 0; index < values.length; index++) {
            values[index] *= (double) sample[index] - baseline[index];
        }
        return values;
    }

    private double said(double t) {
        place(t, 0);
        return output.value(batch.forward(), 0);
    }

    private PathStretch stretch(double from, double to, double atFrom, double atTo) {
        double[] slopes = new double[sample.length];
        for (int first = 0; first < rule.count(); first += batch.rows()) {
            addSlopes(slopes, first, Math.min(batch.rows(), rule.count() - first), from, to);
        }
        points += rule.count();
        double sum = 0;
        for (int index = 0; index < slopes.length; index++) {
            sum += slopes[index] * ((double) sample[index] - baseline[index]);
        }
        return new PathStretch(from, to, atFrom, atTo, slopes, Math.abs(sum - (atTo - atFrom)));
    }

    /// Σ_k w_k · ∂f/∂x at x′ + t_k · (x − x′), over some of the points of a stretch.
    private void addSlopes(double[] slopes, int first, int count, double from, double to) {
        for (int row = 0; row < count; row++) {
            place(from + (to - from) * rule.point(first + row), row);
        }
        batch.forward();
        float[] atPoints = batch.slopes(output, count).data();
        for (int row = 0; row < count; row++) {
            double weight = (to - from) * rule.weight(first + row);
            for (int index = 0; index < slopes.length; index++) {
                slopes[index] += weight * atPoints[row * slopes.length + index];
            }
        }
    }

    private void place(double t, int row) {
        for (int index = 0; index < sample.length; index++) {
            batch.inputs().data()[row * sample.length + index] = (float) (baseline[index]
                    + t * ((double) sample[index] - baseline[index]));
        }
    }
}
