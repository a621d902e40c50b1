package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;

/// The least values of forecasts: point forecasts and quantiles below are raised to them. Of values that are never below it, no error gets
/// larger by that.
///
/// @param ofTargets one for each target, in their own units; empty for none at all
public record Floors(List<OptionalDouble> ofTargets) {

    /// No target has one.
    public static final Floors NONE = new Floors(List.of());

    public Floors {
        ofTargets = ofTargets.stream().allMatch(OptionalDouble::isEmpty) ? List.of() : List.copyOf(ofTargets);
    }

    static Floors of(FloorRule rule, List<TargetRange> ranges) {
        return new Floors(ranges.stream().map(rule::floor).toList());
    }

    /// The floor of a target, negative infinity where it has none.
    public double of(int target) {
        return ofTargets.isEmpty() ? Double.NEGATIVE_INFINITY : ofTargets.get(target).orElse(Double.NEGATIVE_INFINITY);
    }

    public boolean isEmpty() {
        return ofTargets.isEmpty();
    }

    /// Raises what lies below the floor of a target.
    void raise(int target, double[] values) {
        double floor = of(target);
        for (int index = 0; index < values.length; index++) {
            values[index] = values[index] < floor ? floor : values[index];
        }
    }

    /// The same values, raised, in a new array where there is a floor.
    double[] raised(int target, double[] values) {
        if (isEmpty()) {
            return values;
        }
        double[] raised = values.clone();
        raise(target, raised);
        return raised;
    }

    /// `0`, `none`, or of several targets `0,none`.
    public String text() {
        return isEmpty() ? "none" : ofTargets.stream().map(Floors::text).collect(Collectors.joining(","));
    }

    /// What is to be said of floors that [FloorRule#AUTO] chose.
    Choice choice(List<String> targets, List<TargetRange> ranges) {
        String reason = IntStream.range(0, targets.size())
                .filter(target -> Double.isFinite(of(target)))
                .mapToObj(target -> String.format(Locale.ROOT,
                        "%s is never below 0 in training, and its least value, %.4g, at most a tenth of the mean, %.4g",
                        targets.get(target), ranges.get(target).least(), ranges.get(target).mean()))
                .collect(Collectors.joining("; "));
        return new Choice("floor", text(), reason);
    }

    private static String text(OptionalDouble floor) {
        if (floor.isEmpty()) {
            return "none";
        }
        double value = floor.getAsDouble();
        return value == StrictMath.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    JsonArray toJson() {
        return new JsonArray(ofTargets.stream()
                .<JsonValue>map(floor -> floor.isPresent() ? JsonValue.of(floor.getAsDouble()) : JsonNull.NULL)
                .toList());
    }

    /// The floors that [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when there is not one for each target, or one is no number
    static Floors fromJson(JsonValue json, int targets) {
        List<OptionalDouble> floors = new ArrayList<>();
        for (JsonValue floor : json.asList()) {
            floors.add(floor.equals(JsonNull.NULL) ? OptionalDouble.empty() : OptionalDouble.of(floor.asDouble()));
        }
        if (floors.size() != targets) {
            throw new IllegalArgumentException("floors should be " + targets + ", but are " + floors.size());
        }
        return new Floors(floors);
    }
}
