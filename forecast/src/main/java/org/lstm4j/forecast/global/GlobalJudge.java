package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.JudgedForecast;
import org.lstm4j.forecast.JudgedWindow;
import org.lstm4j.forecast.Judgement;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.conformal.CalibrationWindows;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.conformal.ConformalSettings;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.forecast.prepare.WindowSpec;

/// Compares a global model with the baselines, window by window, and calibrates it.
///
/// A forecast reads a whole past, or draws paths, and so takes longer than one from a window: of more than a thousand windows, a
/// thousand are judged, spread evenly.
///
/// @param forecaster what is judged
record GlobalJudge(GlobalForecaster forecaster, Compute compute) {

    private static final int MOST_WINDOWS = 1_000;

    /// Judges on all windows after the training and validation parts, or on all windows when there are none after.
    Evaluation judge(List<TimeSeries> series) {
        series.forEach(forecaster::requireReadable);
        WindowSamples unseen = windows(series, true);
        if (unseen.count() > 0) {
            return judge(unseen, List.of());
        }
        WindowSamples all = windows(series, false);
        if (all.count() == 0) {
            throw new DataException(new Problem(
                    "there is no window to judge the model on",
                    "a series with " + forecaster.horizon() + " steps after those that a forecast needs, its targets"
                            + " observed",
                    series.size() + " series of at most " + series.stream().mapToInt(TimeSeries::steps).max().orElse(0)
                            + " steps",
                    "bring more rows"));
        }
        return judge(all, List.of("nothing here is later than the training and validation parts, so the figures may"
                + " flatter the model"));
    }

    /// The windows whose targets lie in the test parts.
    ///
    /// @param splits one for each series
    WindowSamples test(List<TimeSeries> series, List<TimeSplit> splits) {
        WindowSamples.Builder builder = WindowSamples.of(form());
        for (int index = 0; index < splits.size(); index++) {
            add(builder, series.get(index), splits.get(index).calibrationEnd(), splits.get(index).steps());
        }
        return builder.build();
    }

    /// The windows whose targets lie in the calibration parts.
    ///
    /// @param splits one for each series
    WindowSamples calibration(List<TimeSeries> series, List<TimeSplit> splits) {
        WindowSamples.Builder builder = WindowSamples.of(form());
        for (int index = 0; index < splits.size(); index++) {
            add(builder, series.get(index), splits.get(index).validationEnd(), splits.get(index).calibrationEnd());
        }
        return builder.build();
    }

    /// The window at the end of each series.
    WindowSamples last(List<TimeSeries> series) {
        WindowSamples.Builder builder = WindowSamples.of(form());
        series.forEach(one -> add(builder, one, one.steps() - forecaster.horizon(), one.steps()));
        return builder.build();
    }

    private WindowSamples windows(List<TimeSeries> all, boolean onlyUnseen) {
        WindowSamples.Builder builder = WindowSamples.of(form());
        for (TimeSeries series : all) {
            add(builder, series, onlyUnseen ? firstUnseen(series) : 0, series.steps());
        }
        return builder.build();
    }

    private int firstUnseen(TimeSeries series) {
        long instant = Long.MIN_VALUE;
        for (TargetSeries target : forecaster.targets(series)) {
            TargetFacts known = forecaster.facts().get(target.name());
            instant = known == null ? instant : Math.max(instant, known.trainedUntil());
        }
        int step = 0;
        while (step < series.steps() && series.timeline().instantMillis(step) < instant) {
            step++;
        }
        return step;
    }

    private void add(WindowSamples.Builder builder, TimeSeries series, int from, int to) {
        int first = from;
        for (TargetSeries target : forecaster.targets(series)) {
            first = Math.max(first, forecaster.model().firstOrigin(target));
        }
        WindowForm form = form();
        PreparedSeries prepared = PreparedSeries.of(series, form,
                PreparedSeries.fit(series, form.schema(), Scaling.NONE, series.steps()));
        builder.add(prepared, first, to);
    }

    /// Targets alone: windows say here what is foretold when, and not what is read.
    private WindowForm form() {
        FeatureSchema schema = new FeatureSchema(forecaster.schema().targets(), List.of(), List.of(), List.of());
        return new WindowForm(schema, new WindowSpec(1, forecaster.horizon()), WindowScaling.NONE);
    }

    Evaluation judge(WindowSamples windows, List<String> notes) {
        WindowSamples judged = windows.thinned(MOST_WINDOWS);
        List<String> all = new ArrayList<>(notes);
        if (judged.count() < windows.count()) {
            all.add("judged on " + judged.count() + " of " + windows.count()
                    + " windows, spread evenly, as each takes a walk through its whole past");
        }
        Judgement judgement = new Judgement(Baseline.standard(forecaster.season()), forecaster.horizon(), 1,
                forecaster.givesQuantiles(), all);
        foretell(judged).forEach(judgement::add);
        return judgement.evaluation(judged.windowCount());
    }

    /// What the model says of each target of each window, in their order, beside what came true.
    List<JudgedForecast> foretell(WindowSamples windows) {
        List<TargetOrigin> origins = origins(windows);
        List<QuantileForecast> said = forecaster.foretell(origins, forecaster.horizon(), compute);
        List<JudgedForecast> all = new ArrayList<>();
        for (int index = 0; index < origins.size(); index++) {
            all.add(judged(windows, index, origins.get(index), said.get(index)));
        }
        return all;
    }

    /// Targets of a window stand next to each other.
    private JudgedForecast judged(WindowSamples windows, int index, TargetOrigin from, QuantileForecast said) {
        int targets = windows.form().targets();
        JudgedWindow window = new JudgedWindow(windows.series(index / targets), index % targets, from.origin(),
                forecaster.scale(from.target()));
        return new JudgedForecast(window, said.point(),
                forecaster.givesQuantiles() ? Optional.of(said) : Optional.empty());
    }

    private List<TargetOrigin> origins(WindowSamples windows) {
        Map<PreparedSeries, List<TargetSeries>> targets = new LinkedHashMap<>();
        List<TargetOrigin> origins = new ArrayList<>();
        for (int sample = 0; sample < windows.count(); sample++) {
            PreparedSeries series = windows.series(sample);
            int origin = windows.origin(sample);
            targets.computeIfAbsent(series, _ -> forecaster.targets(series.series()))
                    .forEach(target -> origins.add(new TargetOrigin(target, origin)));
        }
        return origins;
    }

    /// Learns from windows of the calibration part, which nothing else has seen, by how much quantiles must move to hold what they say.
    ConformalCalibration calibration(WindowSamples calibration) {
        List<TargetOrigin> origins = origins(calibration.thinned(MOST_WINDOWS));
        List<QuantileForecast> said = forecaster.foretell(origins, forecaster.horizon(), compute);
        double[][][] raw = new double[origins.size()][][];
        double[][] actual = new double[origins.size()][forecaster.horizon()];
        for (int index = 0; index < raw.length; index++) {
            TargetOrigin from = origins.get(index);
            ErrorUnit unit = forecaster.model().unit(from);
            raw[index] = GlobalForecaster.converted(said.get(index).values(), unit::scaled);
            for (int step = 0; step < actual[index].length; step++) {
                actual[index][step] = unit.scaled(from.target().values()[from.origin() + step]);
            }
        }
        return ConformalCalibration.fit(CalibrationWindows.ofQuantiles(forecaster.levels(), raw, actual),
                new ConformalSettings());
    }
}
