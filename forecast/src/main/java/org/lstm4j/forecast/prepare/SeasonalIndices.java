package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.season.ClassicalDecomposition;
import org.lstm4j.forecast.season.SeasonKind;
import org.lstm4j.forecast.season.SeasonalGaps;
import org.lstm4j.forecast.season.SeasonalityTest;
import org.lstm4j.json.JsonValue;

/// What each place of the season adds to a column, in the unit of its scaler: taken off what a model reads, and put back on what it says. After
/// a logarithm these are factors.
///
/// Places are counted by [Timeline#ordinal], so that they are the same in whatever part of a series.
///
/// @param indices one for each place in the season, with mean 0; empty where there is no season
public record SeasonalIndices(List<Double> indices) {

    /// Of a column without a season.
    public static final SeasonalIndices NONE = new SeasonalIndices(List.of());

    public SeasonalIndices {
        indices = List.copyOf(indices);
    }

    /// Learns from the training part, by [ClassicalDecomposition]; [#NONE] where [SeasonalityTest] finds no season in it.
    ///
    /// @param values of the column, NaN where missing
    /// @param steps how many of them are the training part; later ones are not looked at
    /// @param scaler of the column
    /// @param timeline of the values
    /// @param season steps in a season
    public static SeasonalIndices fit(double[] values, int steps, FittedScaler scaler, Timeline timeline, int season) {
        int first = SeasonalGaps.firstObserved(values, steps);
        double[] scaled = new double[steps - first];
        for (int step = 0; step < scaled.length; step++) {
            scaled[step] = scaler.scaled(values[first + step]);
        }
        if (!SeasonalityTest.isSeasonal(scaled, season)) {
            return NONE;
        }
        double[] filled = SeasonalGaps.filled(scaled, scaled.length, season);
        ClassicalDecomposition found = ClassicalDecomposition.of(filled, season, SeasonKind.ADDITIVE);
        List<Double> byPlace = new ArrayList<>();
        for (int place = 0; place < season; place++) {
            byPlace.add(found.index((int) Math.floorMod(place - timeline.ordinal(first), (long) season)));
        }
        return new SeasonalIndices(byPlace);
    }

    /// Whether there is a season.
    public boolean isSeasonal() {
        return !indices.isEmpty();
    }

    /// What the season adds at a step.
    ///
    /// @param ordinal of the step, as [Timeline#ordinal] counts
    public double at(long ordinal) {
        return indices.isEmpty() ? 0 : indices.get(Math.floorMod(ordinal, indices.size()));
    }

    public JsonValue toJson() {
        return JsonValue.of(indices.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The indices that [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when they are none
    public static SeasonalIndices fromJson(JsonValue json) {
        return new SeasonalIndices(json.asList().stream().map(JsonValue::asDouble).toList());
    }
}
