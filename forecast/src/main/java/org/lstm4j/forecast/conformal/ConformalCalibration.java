package org.lstm4j.forecast.conformal;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// Offsets by which quantile forecasts are moved, so that they cover as often as they say: split conformal prediction, for each
/// step of the horizon by itself.
///
/// | | |
/// |---|---|
/// | score | how far an actual value lay beyond a quantile, or outside of an interval ([ConformalMethod]) |
/// | offset | the ⌈(n + 1)·share⌉-th smallest of n scores: a next value from the same world is covered with at least that probability |
/// | few scores | a step with fewer than the settings ask for, or than the level needs (99 for an interval of 99 %), takes those of its neighbours, one step more on either side at a time; where all together are too few, the largest score is the offset, and the promise is n/(n + 1) |
/// | scales | offsets count in a window's own scale, where the calibration windows had scales |
/// | order | moved quantiles are sorted |
///
/// The promise is for windows that are exchangeable with those of the calibration. Overlapping windows are not independent, so that
/// a thousand may tell no more than thirty: the offset is then moved outwards by as much as such a sample falls short on average, and the
/// promise holds on average, not at least ([WindowDependence]). No calibration knows of a change that comes after it: see
/// [OnlineCalibration].
///
/// Source: Romano, Patterson and Candès, Conformalized Quantile Regression, 2019. Immutable.
///
/// @param method which quantiles move together
/// @param scaled whether offsets count in a window's own scale
/// @param windows how many the offsets were learned from
/// @param levels of the quantiles
/// @param offsets to be added, [steps, levels]
/// @param samples the fewest scores behind an offset of each step
/// @param sharesBefore for each level the share of the calibration's actual values below its quantile, as forecast; a value on the
///        quantile counts as above it for levels under ½, and as below it for others, so that it is inside of intervals
/// @param sharesAfter the same with the offsets
public record ConformalCalibration(ConformalMethod method, boolean scaled, int windows, List<Double> levels,
        List<List<Double>> offsets, List<Integer> samples, List<Double> sharesBefore, List<Double> sharesAfter) {

    public ConformalCalibration {
        levels = List.copyOf(levels);
        offsets = offsets.stream().map(List::copyOf).toList();
        samples = List.copyOf(samples);
        sharesBefore = List.copyOf(sharesBefore);
        sharesAfter = List.copyOf(sharesAfter);
        for (List<Double> ofStep : offsets) {
            Shapes.requireLength("a step has ", ofStep.size(), levels.size(), "offsets");
        }
        Shapes.requireLength("there are samples of ", samples.size(), offsets.size(), "steps");
        Shapes.requireLength("there are shares of ", sharesBefore.size(), levels.size(), "levels");
        Shapes.requireLength("there are shares of ", sharesAfter.size(), levels.size(), "levels");
    }

    /// Learns the offsets.
    ///
    /// @throws IllegalArgumentException when not one actual value is known, or the method is for pairs of levels and there is none
    public static ConformalCalibration fit(CalibrationWindows windows, ConformalSettings settings) {
        return ConformalFit.calibration(windows, settings);
    }

    /// How many steps ahead it knows.
    public int steps() {
        return offsets.size();
    }

    /// The calibrated quantiles of a forecast, [steps, levels], rising at every step.
    ///
    /// @param raw the forecast, [steps, levels], with no more steps than were calibrated
    /// @throws IllegalArgumentException when shapes do not fit, a forecast is no number, or the window needs a scale
    public double[][] apply(double[][] raw) {
        if (scaled) {
            throw new IllegalArgumentException(
                    "the calibration counts in the scales of windows, but none was given; give"
                            + " the scale of this window, measured as those of the calibration windows were");
        }
        return moved(raw, 1);
    }

    /// The same for a calibration with scales.
    ///
    /// @param scale of this window, above 0
    /// @throws IllegalArgumentException as [#apply(double[][])], or when the calibration has no scales
    public double[][] apply(double[][] raw, double scale) {
        if (!scaled) {
            throw new IllegalArgumentException(
                    "the calibration knows nothing of scales, but one was given; leave it out,"
                            + " or calibrate windows with scales");
        }
        Shapes.requireScale(scale);
        return moved(raw, scale);
    }

    /// The share of the calibration's actual values from the quantile of one level to that of another, as calibrated.
    ///
    /// @param lower under ½
    /// @param upper ½ or more
    /// @throws IllegalArgumentException when a level is none of the calibration's
    public double coverage(double lower, double upper) {
        return sharesAfter.get(place(upper)) - sharesAfter.get(place(lower));
    }

    private int place(double level) {
        int place = levels.indexOf(level);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "level " + level + " was not calibrated; calibrated were " + levels + "; ask for one of these");
        }
        return place;
    }

    private double[][] moved(double[][] raw, double scale) {
        if (raw.length > steps()) {
            throw new IllegalArgumentException("the forecast has " + raw.length + " steps, but the calibration knows "
                    + steps() + "; calibrate windows with as many steps");
        }
        Shapes.requireForecast("the forecast", raw, raw.length, levels.size());
        double[][] moved = new double[raw.length][];
        for (int step = 0; step < raw.length; step++) {
            moved[step] = Offsets.moved(raw[step], array(offsets.get(step)), scale);
        }
        return moved;
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("method", method.label())
                .put("scaled", scaled)
                .put("windows", windows)
                .put("levels", array(levels))
                .put("offsets", new JsonArray(new ArrayList<>(
                        offsets.stream().map(ofStep -> JsonValue.of(array(ofStep))).toList())))
                .put("samples", new JsonArray(new ArrayList<>(samples.stream().map(JsonValue::of).toList())))
                .put("shares_before", array(sharesBefore))
                .put("shares_after", array(sharesAfter))
                .build();
    }

    /// The calibration that [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when it is none
    public static ConformalCalibration fromJson(JsonValue json) {
        JsonObject object = json.asObject();
        return new ConformalCalibration(
                ConformalMethod.of(object.require("method").asText()),
                object.require("scaled").asBoolean(),
                object.require("windows").asInt(),
                doubles(object.require("levels")),
                object.require("offsets").asList().stream().map(ConformalCalibration::doubles).toList(),
                object.require("samples").asList().stream().map(JsonValue::asInt).toList(),
                doubles(object.require("shares_before")),
                doubles(object.require("shares_after")));
    }

    private static List<Double> doubles(JsonValue json) {
        return json.asList().stream().map(JsonValue::asDouble).toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
