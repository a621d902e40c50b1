package org.lstm4j.forecast.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency.StepIndex;
import org.lstm4j.forecast.QuantileCorrection;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// Forecasts many series that arrive row by row, each under its key.
///
/// {@snippet :
/// StreamingForecaster stream = new StreamingForecaster(forecaster, StreamSettings.standard(), Compute.shared());
/// stream.push("sensor 7", Instant.parse("2026-01-01T00:00:00Z").toEpochMilli(), 21.5);
/// List<Forecast> day = stream.forecast("sensor 7", 24);
/// }
///
/// A row has a value for each column of the model, in the order of [FeatureSchema#columns]: targets, past, future and static columns; NaN
/// where one is missing. For a model that reads [categories][FeatureSchema#categories] it has the text of each besides, in their order;
/// empty where one is missing. Future columns are announced for the steps ahead with [#announce]. A static column may be given once and left
/// out later. A category that was not in training is refused with its row, or taken as missing, as [FeatureSchema#unknown] says.
///
/// **The same numbers.** A forecast begins after the latest row, and is that of [Forecaster#forecast] on the whole series, bit by bit, while
/// a row holds a target; where the latest rows have none, that of [Forecaster#forecastAt] there. Rows that are missing are steps without
/// values, filled and masked as in training. Only a key whose scale the forecaster does not know is different, see [NewKeys].
///
/// **Intervals.** They are those of the forecaster, or with [StreamIntervals#CORRECTED] moved by what came true of the key's earlier
/// forecasts, so that over a long time they hold what they say, also after a change. A forecast is corrected by rows that came before it
/// and by nothing else; until a row comes that was forecast, nothing is corrected. Point forecasts stay as they are. Only
/// forecasts asked for with [#forecast] teach, of those asked for in short succession a part; asking often therefore learns faster, and
/// asking decides later intervals. Comparing rows with [#observe] teaches nothing.
///
/// **Memory.** A key keeps lookback + longest lag + horizon rows and one more, however long the stream; with corrected intervals at most
/// 4 forecasts of each target besides. The number of keys is bounded by
/// [StreamSettings#mostKeys]; [FullStream] says what happens beyond.
///
/// **Time.** A key's steps are counted from its first row, at the forecaster's frequency and in the zone of the settings. A row between two
/// steps is an error, one that is not later than the latest goes by [OldRows].
///
/// A row costs next to nothing; a forecast prepares one window and runs the network once. Not safe for threads.
public final class StreamingForecaster {

    private final Forecaster forecaster;
    private final StreamSettings settings;
    private final Compute compute;
    private final StreamColumns columns;
    /// from the least to the most recently used
    private final Map<String, KeyHistory> histories = new LinkedHashMap<>(16, 0.75f, true);

    public StreamingForecaster(Forecaster forecaster, StreamSettings settings, Compute compute) {
        this.forecaster = forecaster;
        this.settings = settings;
        this.compute = compute;
        columns = new StreamColumns(forecaster.schema());
    }

    public StreamSettings settings() {
        return settings;
    }

    /// Keys with a history, from the least to the most recently used.
    public List<String> keys() {
        return List.copyOf(histories.keySet());
    }

    /// Takes a row of a model without categories.
    ///
    /// @param time UTC milliseconds since 1970-01-01T00:00Z; for a model without time, the row's number
    /// @param row `[columns]`, copied
    /// @throws DataException when the row lies between two steps, or is refused by the settings; the stream is then as before
    public RowOutcome push(String key, long time, double... row) {
        return push(key, time, row, List.of());
    }

    /// Takes a row.
    ///
    /// @param time UTC milliseconds since 1970-01-01T00:00Z; for a model without time, the row's number
    /// @param numbers `[columns]` as [FeatureSchema#columns], copied
    /// @param categories `[categories]` as [FeatureSchema#categories], empty where missing
    /// @throws DataException when the row lies between two steps, is refused by the settings, or has a category that is; the stream is
    ///         then as before
    public RowOutcome push(String key, long time, double[] numbers, List<String> categories) {
        double[] row = columns.row(key, numbers, categories);
        KeyHistory history = historyFor(key, time);
        int step = nextStep(history, time);
        if (step < history.steps()) {
            return RowOutcome.IGNORED;
        }
        RowOutcome outcome = outcome(history, step);
        history.advanceTo(step);
        history.add(row);
        keep(history);
        return outcome;
    }

    /// Takes a row of a model without categories after forecasting its step from the rows before it.
    ///
    /// @param row `[columns]`, copied
    /// @return as [#observe(String, long, double\[\], List)]
    /// @throws DataException when the row lies between two steps, or is refused by the settings; the stream is then as before
    public List<StepResidual> observe(String key, long time, double... row) {
        return observe(key, time, row, List.of());
    }

    /// Takes a row after forecasting its step from the rows before it.
    ///
    /// @param time UTC milliseconds since 1970-01-01T00:00Z; for a model without time, the row's number
    /// @param numbers `[columns]` as [FeatureSchema#columns], copied
    /// @param categories `[categories]` as [FeatureSchema#categories], empty where missing
    /// @return for each target what came and what was foretold; empty when the row was ignored, or when there was no forecast: too few rows
    ///         before it, or a future column without a value
    /// @throws DataException when the row lies between two steps, is refused by the settings, or has a category that is; the stream is
    ///         then as before
    public List<StepResidual> observe(String key, long time, double[] numbers, List<String> categories) {
        double[] row = columns.row(key, numbers, categories);
        KeyHistory history = historyFor(key, time);
        int step = nextStep(history, time);
        if (step < history.steps()) {
            return List.of();
        }
        history.advanceTo(step);
        history.announce(step, columns.known(row));
        boolean isReady = history.origin() >= forecaster.form().leastHistory() && unknownFuture(history, 1) == null;
        List<Forecast> forecasts = isReady ? forecastFrom(history, 1, QuantileCorrection.NONE) : List.of();
        history.add(row);
        keep(history);
        List<StepResidual> residuals = new ArrayList<>();
        for (int target = 0; target < forecasts.size(); target++) {
            residuals.add(
                    new StepResidual(forecaster.schema().targets().get(target), forecasts.get(target).mean().getFirst(),
                            row[target]));
        }
        return List.copyOf(residuals);
    }

    /// Takes the values of future columns at a step ahead, at most the model's horizon after the latest row; of a model without future
    /// categories.
    ///
    /// @param future `[future columns]`, NaN where unknown
    /// @throws DataException when the key has no row yet, or the step is not ahead or too far ahead
    public void announce(String key, long time, double... future) {
        announce(key, time, future, List.of());
    }

    /// Takes the values and categories of future columns at a step ahead, at most the model's horizon after the latest row.
    ///
    /// @param future `[future columns]`, NaN where unknown
    /// @param categories of those [FeatureSchema#categories] that are known ahead, in their order; empty where unknown
    /// @throws DataException when the key has no row yet, the step is not ahead or too far ahead, or a category is refused
    public void announce(String key, long time, double[] future, List<String> categories) {
        double[] row = columns.ahead(key, future, categories);
        KeyHistory history = history(key);
        int last = history.steps() - 1;
        long latest = history.timeline().instantMillis(last);
        int step = time <= latest ? last : StepFinder.find(key, history.timeline(), last, time);
        int horizon = forecaster.window().horizon();
        if (step <= last || step > last + horizon) {
            throw new DataException(new Problem("what was announced for key '" + key + "' is not of the steps ahead",
                    history.timeline().format(last + 1L) + " to " + history.timeline().format((long) last + horizon),
                    text(history.timeline(), time), "push rows as they come, and announce the horizon after them"));
        }
        history.announce(step, row);
    }

    /// Foretells the steps after the latest row of a key.
    ///
    /// @param horizon steps ahead, from 1 to the trained ones
    /// @return a forecast for each target
    /// @throws ConfigurationException when the horizon is longer than the trained one
    /// @throws DataException when the key has no row or too few, or future columns were not announced as far as the horizon
    public List<Forecast> forecast(String key, int horizon) {
        int most = forecaster.window().horizon();
        if (horizon < 1 || horizon > most) {
            throw new ConfigurationException(new Problem("the model cannot forecast " + horizon + " steps",
                    "1 to " + most + " steps, as it was trained", horizon + " steps",
                    "ask for " + most + " or less, or train with a longer horizon"));
        }
        KeyHistory history = history(key);
        int least = forecaster.form().leastHistory();
        if (history.steps() < least) {
            throw new DataException(new Problem("key '" + key + "' has " + history.steps() + " steps so far",
                    "the " + least + " steps the model looks back on", history.steps() + " steps",
                    "push more rows before asking for a forecast"));
        }
        String unknown = unknownFuture(history, horizon);
        if (unknown != null) {
            throw new DataException(new Problem("the future column '" + unknown + "' of key '" + key
                    + "' is not known for all of the horizon",
                    "values up to " + history.timeline().format(history.steps() + horizon - 1L), "a gap before that",
                    "announce '" + unknown + "' for each of the steps to forecast"));
        }
        return forecastFrom(history, horizon, history.correction());
    }

    /// Settings and all histories, from which [#fromJson] makes a stream that goes on with the same numbers.
    public JsonObject toJson() {
        List<JsonValue> keys = new ArrayList<>();
        histories.values().forEach(history -> keys.add(history.toJson()));
        return JsonValue.object()
                .put("settings", settings.toJson())
                .put("windows", forecaster.form().toJson())
                .put("frequency", forecaster.frequency().toString())
                .put("keys", new JsonArray(keys))
                .build();
    }

    /// The stream that [#toJson] wrote.
    ///
    /// @param forecaster the one it was of
    /// @throws IllegalArgumentException when it is none, or of a forecaster with other columns, windows or frequency
    public static StreamingForecaster fromJson(JsonObject json, Forecaster forecaster, Compute compute) {
        StreamSettings settings = StreamSettings.fromJson(json.require("settings").asObject());
        if (!json.require("windows").equals(forecaster.form().toJson())
                || !json.require("frequency").asText().equals(forecaster.frequency().toString())) {
            throw new IllegalArgumentException("the saved stream is of a forecaster with other columns, windows or"
                    + " frequency; give the one it was saved with");
        }
        StreamingForecaster stream = new StreamingForecaster(forecaster, settings, compute);
        for (JsonValue saved : json.require("keys").asList()) {
            JsonObject history = saved.asObject();
            String key = history.require("key").asText();
            KeyIntervals intervals = stream.learnsIntervals()
                    ? KeyIntervals.fromJson(history.require("intervals"), forecaster)
                    : null;
            stream.histories.put(key, KeyHistory.restored(history,
                    stream.beginning(key, history.require("start").asLong(), intervals)));
        }
        return stream;
    }

    private List<Forecast> forecastFrom(KeyHistory history, int horizon, QuantileCorrection correction) {
        return forecaster.forecastAt(forecaster.prepare(history.series()), history.origin(), horizon, correction,
                compute);
    }

    /// A future column that is not known at each step of the horizon.
    private @Nullable String unknownFuture(KeyHistory history, int horizon) {
        for (int column : columns.future()) {
            for (int step = history.steps(); step < history.steps() + horizon; step++) {
                if (Double.isNaN(history.value(column, step))) {
                    return columns.name(column);
                }
            }
        }
        return null;
    }

    /// The key's history, or a new one that is not kept yet.
    private KeyHistory historyFor(String key, long time) {
        KeyHistory history = histories.get(key);
        if (history != null) {
            return history;
        }
        if (settings.full() == FullStream.REFUSE && histories.size() >= settings.mostKeys()) {
            throw new DataException(new Problem("the stream has no room for key '" + key + "'",
                    "at most " + settings.mostKeys() + " keys", "one more",
                    "allow more keys, or let the key used least recently give way"));
        }
        if (settings.newKeys() == NewKeys.REFUSE && !forecaster.knowsScaleOf(key)) {
            throw new DataException(Problem.of("the forecaster was not trained on a series '" + key
                    + "', so its scale is not known",
                    "train with it, or let new keys be scaled by their rows in memory"));
        }
        return beginning(key, time, learnsIntervals() ? KeyIntervals.of(forecaster) : null);
    }

    private boolean learnsIntervals() {
        return settings.intervals() == StreamIntervals.CORRECTED && forecaster.givesQuantiles();
    }

    private KeyHistory beginning(String key, long time, @Nullable KeyIntervals intervals) {
        Timeline timeline = Timeline.of(time, forecaster.frequency(), settings.zone());
        return new KeyHistory(key, timeline, forecaster.form(), columns, intervals);
    }

    private void keep(KeyHistory history) {
        if (histories.putIfAbsent(history.key(), history) == null && histories.size() > settings.mostKeys()) {
            histories.remove(histories.keySet().iterator().next());
        }
    }

    private KeyHistory history(String key) {
        KeyHistory history = histories.get(key);
        if (history == null) {
            throw new DataException(Problem.of("there is no row of key '" + key + "'",
                    Suggestion.text(key, keys()) + "push its rows first; of more than " + settings.mostKeys()
                            + " keys the one used least recently is forgotten"));
        }
        return history;
    }

    /// The step of a row; before the next one when it is ignored.
    private int nextStep(KeyHistory history, long time) {
        if (history.steps() == 0) {
            return 0;
        }
        int last = history.steps() - 1;
        long latest = history.timeline().instantMillis(last);
        if (time > latest) {
            return StepFinder.find(history.key(), history.timeline(), last, time);
        }
        if (settings.oldRows() == OldRows.IGNORE) {
            return last;
        }
        throw new DataException(new Problem("a row of key '" + history.key() + "' is not later than the one before it",
                "a time after " + history.timeline().format(last), text(history.timeline(), time),
                "push each time once and in order, or let old rows be ignored"));
    }

    private static RowOutcome outcome(KeyHistory history, int step) {
        if (history.steps() == 0) {
            return RowOutcome.FIRST;
        }
        return step == history.steps() ? RowOutcome.NEXT : RowOutcome.AFTER_GAP;
    }

    private static String text(Timeline timeline, long time) {
        return timeline.frequency() instanceof StepIndex ? Long.toString(time) : Instant.ofEpochMilli(time).toString();
    }
}
