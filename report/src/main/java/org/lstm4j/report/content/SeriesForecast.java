package org.lstm4j.report.content;

import java.util.List;

/// Forecasts of one series beside what came true. Forecasts from several
/// origins follow each other on the same axis, each step forecast once.
///
/// @param series its name
/// @param axis times or steps, the history that leads up to the first forecast included
/// @param actual what came true, NaN where missing or not yet known
/// @param byMethod the forecasts of each method, in the order of [Evaluation#methods]; NaN where there is none
/// @param bands the model's intervals, rising in probability; empty where it gives none
/// @param origins index of the first step of each forecast, rising
public record SeriesForecast(String series, Axis axis, Values actual, List<Values> byMethod, List<Band> bands,
        List<Integer> origins) {

    public SeriesForecast {
        byMethod = List.copyOf(byMethod);
        bands = List.copyOf(bands);
        origins = List.copyOf(origins);
        Lengths.requireEqual("actual values of series '" + series + "'", actual.size(), axis.size());
        for (Values forecast : byMethod) {
            Lengths.requireEqual("forecasts of series '" + series + "'", forecast.size(), axis.size());
        }
        for (Band band : bands) {
            Lengths.requireEqual(band.name() + " of series '" + series + "'", band.lower().size(), axis.size());
        }
        for (int index = 1; index < bands.size(); index++) {
            if (!(bands.get(index - 1).probability() < bands.get(index).probability())) {
                throw new IllegalArgumentException("the " + bands.get(index).name() + " of series '" + series
                        + "' stands after the " + bands.get(index - 1).name() + "; sort bands by probability");
            }
        }
        for (int origin : origins) {
            if (origin < 0 || origin >= axis.size()) {
                throw new IllegalArgumentException("origin " + origin + " lies outside series '" + series + "' of "
                        + axis.size() + " steps");
            }
        }
    }

    /// Without intervals.
    public SeriesForecast(
            String series, Axis axis, Values actual, List<Values> byMethod, List<Integer> origins) {
        this(series, axis, actual, byMethod, List.of(), origins);
    }
}
