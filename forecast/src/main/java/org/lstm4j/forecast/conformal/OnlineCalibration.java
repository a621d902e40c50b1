package org.lstm4j.forecast.conformal;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// Quantile forecasts of one series, made one after another and corrected by what came true of earlier ones: intervals that go on holding
/// what they say when the world changes after training.
///
/// ```java
/// online.observe(t - 1, value);                              // each value as it becomes known
/// double[][] corrected = online.corrected(t, quantiles);     // [steps][levels], rising
/// online.follow(t, quantiles);                               // to be learnt from as its steps come true
/// ```
///
/// For every level τ it keeps one offset o, in standard deviations of the forecast itself ([Spread]), so that it has no unit, follows
/// forecasts that are sometimes calm and sometimes wild, and one rule does for all data. A step's quantile q with the spread s becomes
/// q + o·s; corrected quantiles are sorted. When a value y becomes known, every followed forecast says whether y lies at or below its
/// quantile as it would be corrected now, and
///
/// ```
/// o ← o + γ/φ(z(τ)) · (τ − share of the forecasts with y at or below the corrected quantile)
/// ```
///
/// where φ(z(τ)) is the density of a normal distribution at that level. Dividing by it makes all levels equally quick, about 1/γ values,
/// and over a long time the share of values below a quantile comes to τ, whatever the data do. γ is 0.02/√steps: 350 values for 48 steps
/// ahead. The longer the horizon, the later errors are known and the longer they go on, and what moves fast then wavers.
///
/// | | |
/// |---|---|
/// | beginning | all offsets are 0: quantiles stay as they are, and move by γ at a time; there is nothing to warm up |
/// | delay | the step h of a forecast teaches when its value is observed, so that a forecast made at t knows values before t only |
/// | steps of the horizon | share an offset: what differs between them is for a [ConformalCalibration], which can stand before this |
/// | forecasts followed | at most 4 at a time, a quarter of the horizon apart: overlapping ones err together and tell little more |
/// | missing values | teach nothing |
///
/// Source: Angelopoulos, Candès and Tibshirani, Conformal PID Control for Time Series Prediction, 2023 (quantile tracking), after Gibbs
/// and Candès, Adaptive Conformal Inference Under Distribution Shift, 2021; a rate by the root of the delay: Joulani, György and
/// Szepesvári, Online Learning under Delayed Feedback, 2013. The spread as unit and the rate by level are our own.
/// Quantiles may be in any one unit, best that of a model's window. Mutable, one caller at a time. A value costs the followed forecasts
/// times the levels.
public final class OnlineCalibration {

    /// γ·√steps. Of 0.015 and 0.025 on validation parts the lower was slow where noise changed, the higher wavered where it did not.
    private static final double RATE = 0.02;
    /// With twice as many, and with all, coverage of validation parts was the same within one per cent.
    private static final int MOST_FOLLOWED = 4;

    private final double[] levels;
    private final Spread spread;
    private final int steps;
    /// γ/φ(z(τ)): [levels].
    private final double[] rates;
    /// o: [levels].
    private final double[] offsets;
    /// The oldest first.
    private final List<FollowedForecast> followed = new ArrayList<>();
    /// The first step that is not known yet; 0 where none is.
    private long next;
    /// The first origin whose forecast is far enough from the latest followed one.
    private long nextFollowed;

    /// One that knows nothing: it moves no quantile.
    ///
    /// @param levels of the quantiles, rising, each above 0 and below 1
    /// @param steps of the horizon, 1 or more
    public OnlineCalibration(double[] levels, int steps) {
        Shapes.requireLevels(levels);
        if (steps < 1) {
            throw new IllegalArgumentException("an online calibration needs 1 step ahead or more, but was given "
                    + steps + "; give the horizon of the forecasts");
        }
        this.levels = levels.clone();
        this.steps = steps;
        spread = Spread.of(levels);
        rates = Spread.rates(levels, rate(steps));
        offsets = new double[levels.length];
    }

    /// γ.
    static double rate(int steps) {
        return RATE / Math.sqrt(steps);
    }

    /// The quantiles of a forecast, corrected by the values observed so far; a new array, rising at every step. Steps whose quantiles are
    /// all alike, or not known, stay as they are.
    ///
    /// @param origin the step of its first value, which is not observed yet
    /// @param quantiles the forecast as it was made, [steps][levels]
    /// @throws IllegalArgumentException when a value at the origin or after it has been observed, or shapes do not fit
    public double[][] corrected(long origin, double[][] quantiles) {
        requireForecast(origin, quantiles);
        double[][] corrected = new double[quantiles.length][];
        for (int step = 0; step < corrected.length; step++) {
            double unit = spread.in(quantiles[step]);
            corrected[step] = unit > 0 ? Offsets.moved(quantiles[step], offsets, unit) : quantiles[step].clone();
        }
        return corrected;
    }

    /// Learns from a forecast as its values come true. Of forecasts that begin close to each other some are passed over.
    ///
    /// @param origin the step of its first value, which is not observed yet
    /// @param quantiles the forecast as it was made, not as it was corrected, [steps][levels]; copied
    /// @throws IllegalArgumentException when a value at the origin or after it has been observed, or shapes do not fit
    public void follow(long origin, double[][] quantiles) {
        requireForecast(origin, quantiles);
        int apart = (steps + MOST_FOLLOWED - 1) / MOST_FOLLOWED;
        if (origin >= nextFollowed && followed.size() < MOST_FOLLOWED) {
            followed.add(FollowedForecast.of(origin, quantiles));
            nextFollowed = origin + apart;
        }
    }

    /// Learns a value. Steps that are passed over are not known.
    ///
    /// @param step after all steps observed before, 0 or more
    /// @param actual NaN where that is not known
    /// @throws IllegalArgumentException when the step was observed before, or the value is infinite
    public void observe(long step, double actual) {
        if (step < next) {
            throw new IllegalArgumentException("step " + step + " is observed after step " + (next - 1)
                    + "; observe each step once, in their order");
        }
        if (Double.isInfinite(actual)) {
            throw new IllegalArgumentException("step " + step + " has the value " + actual
                    + "; give finite values, NaN where one is missing");
        }
        next = step + 1;
        if (!Double.isNaN(actual)) {
            learn(step, actual);
        }
        followed.removeIf(forecast -> forecast.end() <= next);
    }

    private void learn(long step, double actual) {
        double[] below = new double[levels.length];
        int count = 0;
        for (FollowedForecast forecast : followed) {
            if (forecast.foretells(step) && spread.in(forecast.at(step)) > 0) {
                count++;
                addBelow(forecast.at(step), actual, below);
            }
        }
        for (int level = 0; level < below.length && count > 0; level++) {
            offsets[level] += rates[level] * (levels[level] - below[level] / count);
        }
    }

    private void addBelow(double[] quantiles, double actual, double[] below) {
        double unit = spread.in(quantiles);
        for (int level = 0; level < below.length; level++) {
            below[level] += actual <= quantiles[level] + offsets[level] * unit ? 1 : 0;
        }
    }

    /// By how much the quantile of a level is moved now, in standard deviations of a forecast.
    ///
    /// @param level its place
    public double offset(int level) {
        return offsets[level];
    }

    private void requireForecast(long origin, double[][] quantiles) {
        if (origin < next) {
            throw new IllegalArgumentException("the forecast begins at step " + origin + ", but step " + (next - 1)
                    + " has been observed; correct a forecast by values before it only");
        }
        if (quantiles.length > steps) {
            throw new IllegalArgumentException("the forecast has " + quantiles.length
                    + " steps, but the online calibration knows " + steps + "; give the horizon of the forecasts");
        }
        for (double[] ofStep : quantiles) {
            Shapes.requireLength("the forecast has a step with ", ofStep.length, levels.length, "levels");
        }
    }

    /// Everything that it knows.
    public JsonObject toJson() {
        List<JsonValue> forecasts = new ArrayList<>();
        followed.forEach(forecast -> forecasts.add(forecast.toJson(next)));
        return JsonValue.object()
                .put("levels", levels)
                .put("steps", steps)
                .put("next", next)
                .put("next_followed", nextFollowed)
                .put("offsets", offsets)
                .put("followed", new JsonArray(forecasts))
                .build();
    }

    /// Goes on as the one that [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when it is none
    public static OnlineCalibration fromJson(JsonValue json) {
        JsonObject object = json.asObject();
        OnlineCalibration calibration = new OnlineCalibration(FollowedForecast.doubles(object.require("levels")),
                object.require("steps").asInt());
        double[] read = FollowedForecast.doubles(object.require("offsets"));
        Shapes.requireLength("there are ", read.length, calibration.levels.length, "offsets");
        System.arraycopy(read, 0, calibration.offsets, 0, read.length);
        calibration.next = object.require("next").asLong();
        for (JsonValue forecast : object.require("followed").asList()) {
            FollowedForecast one = FollowedForecast.fromJson(forecast);
            calibration.requireForecast(calibration.next, one.quantiles());
            calibration.followed.add(one);
        }
        calibration.nextFollowed = object.require("next_followed").asLong();
        return calibration;
    }
}
