package org.lstm4j.forecast;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.head.Head;
import org.lstm4j.forecast.head.QuantileHead;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.forecast.prepare.TargetUnit;
import org.lstm4j.forecast.prepare.WindowForm;

/// Reads forecasts out of what a network says of samples.
///
/// @param head what its outputs mean
/// @param calibration what is added to the quantiles, in the unit of the windows; empty for nothing
/// @param source of the calibration, [CalibrationSource#NONE] where there is none
/// @param floors below which no forecast goes
record ForecastReader(
        WindowForm form, Head head, Optional<ConformalCalibration> calibration, CalibrationSource source,
        Floors floors) {

    /// What the network says and no more.
    static ForecastReader raw(WindowForm form, Head head) {
        return new ForecastReader(form, head, Optional.empty(), CalibrationSource.NONE, Floors.NONE);
    }

    ForecastReader withCalibration(ConformalCalibration other, CalibrationSource from) {
        return new ForecastReader(form, head, Optional.of(other), from, floors);
    }

    ForecastReader withFloors(Floors other) {
        return new ForecastReader(form, head, calibration, source, other);
    }

    /// Whether there are quantiles.
    boolean givesQuantiles() {
        return head.givesQuantiles() || calibration.isPresent();
    }

    /// Whether the network itself says an interval: quantiles of two levels that make one.
    boolean saysIntervals() {
        double[] levels = levels();
        return head.givesQuantiles()
                && Arrays.stream(levels).anyMatch(level -> level < 0.5
                        && QuantileForecast.indexOf(levels, 1 - level) >= 0);
    }

    /// The levels of the quantiles: those it was trained with, or the usual ones.
    double[] levels() {
        return head instanceof QuantileHead quantiles ? quantiles.levels() : IntervalAccumulator.levels();
    }

    /// Outputs of one sample.
    int outputsOfSample() {
        return form.window().horizon() * form.targets() * head.outputs();
    }

    /// The point forecast of a target, `[horizon]`, in its own unit.
    ///
    /// @param said outputs of the network, sample by sample
    /// @param target its number
    double[] point(float[] said, int sample, int target, TargetUnit unit) {
        double[] point = new double[form.window().horizon()];
        for (int step = 0; step < point.length; step++) {
            point[step] = unit.original(head.point(said, place(sample, step, target)), step);
        }
        floors.raise(target, point);
        return point;
    }

    /// The quantiles of a target in its own unit, beside the point forecast; only where it [gives some][#givesQuantiles].
    QuantileForecast quantiles(float[] said, int sample, int target, TargetUnit unit) {
        return quantiles(said, sample, target, unit, UnaryOperator.identity());
    }

    /// The same.
    ///
    /// @param correction of the calibrated quantiles in the unit of the window, `[horizon][levels]`
    QuantileForecast quantiles(float[] said, int sample, int target, TargetUnit unit,
            UnaryOperator<double[][]> correction) {
        double[][] raw = raw(said, sample, target);
        double[][] quantiles = correction.apply(calibration.isPresent() ? calibration.get().apply(raw) : raw);
        for (int step = 0; step < quantiles.length; step++) {
            for (int level = 0; level < quantiles[step].length; level++) {
                quantiles[step][level] = unit.original(quantiles[step][level], step);
            }
            floors.raise(target, quantiles[step]);
        }
        return new QuantileForecast(levels(), quantiles, point(said, sample, target, unit));
    }

    /// The quantiles as the network says them, in the unit of the window, `[horizon][levels]`; all of them the point forecast where it says
    /// no more than that.
    double[][] raw(float[] said, int sample, int target) {
        double[] levels = levels();
        double[][] raw = new double[form.window().horizon()][levels.length];
        for (int step = 0; step < raw.length; step++) {
            int place = place(sample, step, target);
            if (head.givesQuantiles()) {
                head.quantiles(said, place, levels, raw[step]);
            } else {
                Arrays.fill(raw[step], head.point(said, place));
            }
        }
        return raw;
    }

    /// A sample holds all targets, or one.
    private int place(int sample, int step, int target) {
        return sample * outputsOfSample() + (step * form.targets() + target % form.targets()) * head.outputs();
    }
}
