package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.FittedScaler;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowLayout;

/// Makes the samples of a forecaster out of raw values: scaled, without their season, gaps filled, brought to the level of the window, with masks
/// that say what was observed, and channels in the order of [FeatureSchema].
final class ForecastWindow {

    private final Arithmetic arithmetic;
    private final GraphBuilder graph;
    private final WindowForm form;
    private final FeatureSchema schema;
    private final TargetSamples samples;
    private final List<FittedScaler> scalers;
    private final int lookback;
    private final int horizon;
    private final int rows;
    private final boolean states;

    /// @param states whether callers keep states: then a history is of any length, and goes on from the one before
    ForecastWindow(Arithmetic arithmetic, Forecaster forecaster, String series, boolean states) {
        this.arithmetic = arithmetic;
        this.graph = arithmetic.graph();
        this.form = forecaster.form();
        this.schema = form.schema();
        this.samples = new TargetSamples(arithmetic, form);
        this.scalers = forecaster.scalers(series);
        lookback = form.window().lookback();
        horizon = form.window().horizon();
        rows = form.layout().rows(form.window());
        this.states = states;
    }

    /// What goes in and the level it was brought to.
    ///
    /// @param sample [samples, rows, channels] float32
    /// @param level of the targets
    record Sample(String sample, ForecastLevel level) {}

    /// @param season of the targets
    Sample of(ForecastInputs inputs, ForecastSeason season) {
        FilledColumns targets = targets(inputs.get(ForecasterSignature.HISTORY), season);
        FilledColumns lookedBackOn = schema.lags().isEmpty() ? targets : targets.last(lookback);
        ForecastLevel level = ForecastLevel.of(arithmetic, form.scaling(), lookedBackOn);
        String levelled = level.levelled(targets);
        List<String> channels = new ArrayList<>(List.of(padded(observed(inputs, targets, levelled))));
        channels.addAll(known(inputs, targets, levelled));
        channels.addAll(categories(inputs));
        return new Sample(arithmetic.joined(channels, 2), level);
    }

    /// As far as the form reaches.
    private FilledColumns targets(String history, ForecastSeason season) {
        int count = schema.targets().size();
        String scaled = arithmetic.toFloat(
                season.takenOff(new ForecastScale(arithmetic, scalers.subList(0, count)).unrounded(history)));
        return states
                ? afterState(history, scaled, count)
                : FilledColumns.of(arithmetic, history, scaled).last(form.reach()).ofSize(form.reach(), count);
    }

    /// The last value goes in and out as the states of layers do.
    private FilledColumns afterState(String history, String scaled, int count) {
        List<Object> sizes = List.of("batch", (long) count);
        String before = graph.input(ForecasterSignature.LAST_BEFORE, sizes);
        FilledColumns filled = FilledColumns.after(arithmetic, before, history, scaled);
        graph.keep(ForecasterSignature.LAST_AFTER, graph.squeeze(filled.last(1).values(), 1), sizes);
        return filled;
    }

    private String lookedBackOn(String history) {
        return schema.lags().isEmpty() ? history : arithmetic.part(history, 1, -lookback, Long.MAX_VALUE);
    }

    /// Targets, past columns and lags that are shorter than the horizon, at the steps looked back on; then the masks of all.
    private String observed(ForecastInputs inputs, FilledColumns targets, String levelled) {
        List<String> observed = new ArrayList<>(List.of(samples.own(lookedBackOn(levelled), lookback)));
        List<String> masks = new ArrayList<>();
        if (schema.masks()) {
            masks.add(samples.own(lookedBackOn(targets.observed()), lookback));
        }
        if (inputs.has(ForecasterSignature.PAST)) {
            int columns = schema.past().size();
            FilledColumns past = past(inputs.get(ForecasterSignature.PAST));
            observed.add(samples.shared(past.values(), lookback, columns));
            if (schema.masks()) {
                masks.add(samples.shared(past.observed(), lookback, columns));
            }
        }
        for (int lag : lags(false)) {
            observed.add(lagged(levelled, lag, lookback));
            masks.add(lagged(targets.observed(), lag, lookback));
        }
        observed.addAll(masks);
        return arithmetic.joined(observed, 2);
    }

    private FilledColumns past(String raw) {
        int from = schema.targets().size();
        int columns = schema.past().size();
        List<FittedScaler> ofPast = scalers.subList(from, from + columns);
        return FilledColumns.of(arithmetic, raw, new ForecastScale(arithmetic, ofPast).scaled(raw))
                .last(lookback).ofSize(lookback, columns);
    }

    /// Calendar features come as they are, with scale 1. Lags of at least the horizon are known over it as well.
    private List<String> known(ForecastInputs inputs, FilledColumns targets, String levelled) {
        List<String> known = new ArrayList<>();
        if (inputs.has(ForecasterSignature.KNOWN)) {
            List<FittedScaler> ofKnown = new ArrayList<>(
                    scalers.subList(schema.targets().size() + schema.past().size(), scalers.size()));
            ofKnown.addAll(Collections.nCopies(schema.calendar().size(), new FittedScaler(0, 1)));
            known.add(samples.shared(
                    new ForecastScale(arithmetic, ofKnown).scaled(inputs.get(ForecasterSignature.KNOWN)), rows,
                    ofKnown.size()));
        }
        lags(true).forEach(lag -> known.add(lagged(levelled, lag - ahead(), rows)));
        lags(true).forEach(lag -> known.add(lagged(targets.observed(), lag - ahead(), rows)));
        return known;
    }

    private List<Integer> lags(boolean known) {
        return schema.lags().stream().filter(lag -> lag >= horizon == known).toList();
    }

    /// How many steps later known channels stand in a row than observed ones.
    private int ahead() {
        return form.layout() == WindowLayout.SHIFTED ? horizon : 0;
    }

    /// Targets, or their masks, so many steps before each row.
    private String lagged(String history, int lag, int count) {
        long from = (long) form.reach() - lookback - lag;
        return samples.own(arithmetic.part(history, 1, from, from + count), count);
    }

    /// The numbers of categories, column by column.
    private List<String> categories(ForecastInputs inputs) {
        List<String> channels = new ArrayList<>();
        Map<CategoryColumn.Role, Integer> seen = new EnumMap<>(CategoryColumn.Role.class);
        for (CategoryColumn column : schema.categories()) {
            int place = seen.merge(column.role(), 1, Integer::sum) - 1;
            channels.add(samples.shared(switch (column.role()) {
                case PAST -> padded(category(inputs.get(ForecasterSignature.PAST_CATEGORIES), 2, place));
                case FUTURE -> category(inputs.get(ForecasterSignature.KNOWN_CATEGORIES), 2, place);
                case STATIC -> atAllRows(category(inputs.get(ForecasterSignature.STATIC_CATEGORIES), 1, place));
            }, rows, 1));
        }
        return channels;
    }

    private String category(String numbers, int axis, int place) {
        return arithmetic.toFloat(arithmetic.part(numbers, axis, place, place + 1L));
    }

    /// @param category [batch, 1]
    private String atAllRows(String category) {
        String single = graph.node("Unsqueeze", List.of(category, graph.wholes("axes", 1)));
        return graph.node("Expand", List.of(single, graph.wholes("shape", 1, rows, 1)));
    }

    /// With zeros at the steps of the horizon, where the layout has rows for them.
    private String padded(String observed) {
        if (form.layout() == WindowLayout.SHIFTED) {
            return observed;
        }
        // begins and then ends of each axis
        return graph.node("Pad", List.of(observed, graph.wholes("pads", 0, 0, 0, 0, horizon, 0)));
    }
}
