package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lstm4j.forecast.metrics.SeriesScale;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.FittedScaler;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.SeasonalIndices;
import org.lstm4j.forecast.prepare.StaticScaling;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// What a forecaster keeps of a series it was trained on.
///
/// @param scalers one for each column of the schema, fitted to the training part
/// @param seasons one for each target, learnt from the training part
/// @param errorScales of each target, the in-sample errors of the seasonal naive forecast: what MASE and its kin divide by; NaN where
///        there are none
/// @param trainedUntil the instant of the first step that neither trained nor chose anything: UTC milliseconds, or the step's
///        number without time
record SeriesFacts(List<FittedScaler> scalers, List<SeasonalIndices> seasons, List<SeriesScale> errorScales,
        long trainedUntil) {

    SeriesFacts {
        scalers = List.copyOf(scalers);
        seasons = List.copyOf(seasons);
        errorScales = List.copyOf(errorScales);
    }

    /// What is learnt of a series before training: from its training part alone.
    ///
    /// @param training that part and nothing after it
    /// @param statics the scaling of static columns, which all series share
    static SeriesFacts of(TimeSeries training, WindowPlan plan, StaticScaling statics, long trainedUntil) {
        ForecastSettings settings = plan.settings();
        return of(training, plan.schema(), settings.scaling(), settings.deseasonalization(), plan.season(), statics,
                trainedUntil);
    }

    /// As [#of(TimeSeries, WindowPlan, StaticScaling, long)].
    static SeriesFacts of(TimeSeries training, FeatureSchema schema, Scaling scaling,
            Deseasonalization deseasonalization, int season, StaticScaling statics, long trainedUntil) {
        List<FittedScaler> scalers = statics.with(PreparedSeries.fit(training, schema, scaling, training.steps()));
        List<SeriesScale> errorScales = new ArrayList<>();
        for (String target : schema.targets()) {
            errorScales.add(SeriesScale.of(training.column(target), season));
        }
        return new SeriesFacts(scalers, deseasonalization.fit(training, schema, scalers, season), errorScales,
                trainedUntil);
    }

    /// The series, or another part of it, as a network reads it.
    PreparedSeries prepared(TimeSeries series, WindowForm form) {
        return PreparedSeries.of(series, form, scalers, seasons);
    }

    SeriesFacts withTrainedUntil(long other) {
        return new SeriesFacts(scalers, seasons, errorScales, other);
    }

    /// Without seasons where there are none, as files were before there could be any.
    JsonObject toJson() {
        JsonValue.ObjectBuilder json = JsonValue.object()
                .put("scalers",
                        new JsonArray(scalers.stream().map(FittedScaler::toJson).map(JsonValue.class::cast).toList()));
        if (seasons.stream().anyMatch(SeasonalIndices::isSeasonal)) {
            json.put("seasons", new JsonArray(seasons.stream().map(SeasonalIndices::toJson).toList()));
        }
        return json
                .put("error_scales",
                        new JsonArray(errorScales.stream().map(scale -> JsonValue.of(scale.absolute())).toList()))
                .put("squared_error_scales",
                        new JsonArray(errorScales.stream().map(scale -> JsonValue.of(scale.squared())).toList()))
                .put("trained_until", trainedUntil)
                .build();
    }

    static SeriesFacts fromJson(JsonObject json) {
        List<JsonValue> absolute = json.require("error_scales").asList();
        List<JsonValue> squared = json.require("squared_error_scales").asList();
        if (absolute.size() != squared.size()) {
            throw new IllegalArgumentException("there are " + absolute.size() + " error scales, but " + squared.size()
                    + " squared ones");
        }
        List<SeriesScale> scales = new ArrayList<>();
        for (int target = 0; target < absolute.size(); target++) {
            scales.add(new SeriesScale(absolute.get(target).asDouble(), squared.get(target).asDouble()));
        }
        return new SeriesFacts(
                json.require("scalers").asList().stream().map(FittedScaler::fromJson).toList(),
                seasons(json, scales.size()),
                scales,
                json.require("trained_until").asLong());
    }

    private static List<SeasonalIndices> seasons(JsonObject json, int targets) {
        JsonValue seasons = json.get("seasons");
        return seasons == null
                ? Collections.nCopies(targets, SeasonalIndices.NONE)
                : seasons.asList().stream().map(SeasonalIndices::fromJson).toList();
    }
}
