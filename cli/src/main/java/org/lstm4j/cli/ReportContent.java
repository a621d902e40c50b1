package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.ForecastModel;
import org.lstm4j.forecast.IntervalEvaluation;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.metrics.StepErrors;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.DataPart;
import org.lstm4j.report.content.DataSummary;
import org.lstm4j.report.content.Fact;
import org.lstm4j.report.content.HorizonErrors;
import org.lstm4j.report.content.IntervalComparison;
import org.lstm4j.report.content.LearningCurve;
import org.lstm4j.report.content.ReportModel;
import org.lstm4j.report.content.Reproduction;
import org.lstm4j.report.content.Score;
import org.lstm4j.report.content.SeriesData;
import org.lstm4j.report.content.SeriesForecast;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.Target;
import org.lstm4j.report.content.TimeAxis;
import org.lstm4j.report.content.Values;
import org.lstm4j.train.History;

/// Fills a report with a training run.
final class ReportContent {

    /// Series drawn; the table counts all.
    private static final int SERIES_SHOWN = 8;
    /// Horizons drawn one after the other at the end of each series.
    private static final int ORIGINS_SHOWN = 14;

    private final Dataset data;
    private final TrainingOutcome trained;
    private final Compute compute;
    private final List<Baseline> baselines;

    ReportContent(Dataset data, TrainingOutcome trained, Compute compute) {
        this.data = data;
        this.trained = trained;
        this.compute = compute;
        this.baselines = trained.baselines();
    }

    /// The report's content.
    ///
    /// @param command the command line that repeats the run
    ReportModel of(String title, String command) {
        String target = String.join(", ", trained.model().schema().targets());
        return new ReportModel(title, new Target(target, ""), summary(), learning(), evaluation(),
                reproduction(command));
    }

    private DataSummary summary() {
        List<Fact> facts = new ArrayList<>();
        data.report().lines().forEach(line -> facts.add(Fact.of("read", line)));
        data.cleaning().stream()
                .limit(SERIES_SHOWN)
                .flatMap(report -> report.lines().stream())
                .forEach(line -> facts.add(Fact.of("cleaned", line)));
        List<SeriesData> series = new ArrayList<>();
        for (TimeSeries one : data.series()) {
            double[] values = one.column(trained.model().schema().targets().getFirst());
            series.add(new SeriesData(name(one), axis(one.timeline(), one.steps()), Values.of(values), parts(one)));
        }
        return new DataSummary(data.report().source(), facts, series);
    }

    private List<DataPart> parts(TimeSeries series) {
        SplitShares shares = trained.split();
        if (shares.shuffled()) {
            return List.of();
        }
        TimeSplit split = TimeSplit.of(series.steps(), trained.model().horizon(), shares);
        List<DataPart> parts = new ArrayList<>(List.of(
                new DataPart("training", 0, split.trainEnd()),
                new DataPart("validation", split.trainEnd(), split.validationEnd())));
        if (split.calibrationEnd() > split.validationEnd()) {
            parts.add(new DataPart("calibration", split.validationEnd(), split.calibrationEnd()));
        }
        parts.add(new DataPart("test", split.calibrationEnd(), split.steps()));
        return List.copyOf(parts);
    }

    private LearningCurve learning() {
        List<History.Epoch> epochs = trained.history().epochs();
        double[] training = epochs.stream().mapToDouble(History.Epoch::loss).toArray();
        double[] validation = epochs.stream()
                .mapToDouble(History.Epoch::validationLoss)
                .filter(loss -> !Double.isNaN(loss))
                .toArray();
        return new LearningCurve(trained.loss(), Values.of(training), Values.of(validation),
                trained.history().bestEpoch());
    }

    private org.lstm4j.report.content.Evaluation evaluation() {
        Evaluation test = trained.test();
        List<String> methods = new ArrayList<>(List.of("LSTM"));
        List<PointMetrics> metrics = new ArrayList<>(List.of(test.model()));
        List<List<StepErrors>> bySteps = new ArrayList<>(List.of(test.modelBySteps()));
        test.baselines().forEach((name, measured) -> {
            methods.add(name.replace('_', ' '));
            metrics.add(measured);
        });
        bySteps.addAll(test.baselinesBySteps().values());
        List<HorizonErrors> horizon = List.of(
                new HorizonErrors("MAE", "", bySteps.stream().map(steps -> values(steps, StepErrors::mae)).toList()),
                new HorizonErrors("RMSE", "", bySteps.stream().map(steps -> values(steps, StepErrors::rmse)).toList()));
        List<SeriesForecast> forecasts = shownSeries().stream().map(this::lastForecasts).toList();
        return new org.lstm4j.report.content.Evaluation(methods, Score.all("", metrics), forecasts, horizon,
                test.intervals().map(ReportContent::intervals), test.notes());
    }

    private static IntervalComparison intervals(IntervalEvaluation test) {
        List<String> methods = new ArrayList<>(List.of("LSTM"));
        List<IntervalMetrics> metrics = new ArrayList<>(List.of(test.model()));
        test.baselines().forEach((name, measured) -> {
            methods.add(name.replace('_', ' '));
            metrics.add(measured);
        });
        return new IntervalComparison(methods, metrics, test.bySteps());
    }

    private static Values values(List<StepErrors> steps, java.util.function.ToDoubleFunction<StepErrors> measure) {
        return Values.of(steps.stream().mapToDouble(measure).toArray());
    }

    /// The last part of a series with forecasts from origins a horizon apart, so that each step is foretold once.
    private SeriesForecast lastForecasts(TimeSeries series) {
        ForecastModel model = trained.model();
        int horizon = model.horizon();
        int end = endOfTargets(series);
        int earliest = Math.max(firstJudged(series), end - ORIGINS_SHOWN * horizon);
        int first = end - (end - earliest) / horizon * horizon;
        int from = Math.max(0, first - model.lookback());
        int length = end - from;
        double[][] byMethod = new double[1 + baselines.size()][length];
        Arrays.stream(byMethod).forEach(values -> Arrays.fill(values, Double.NaN));
        List<Integer> origins = new ArrayList<>();
        for (int origin = first; origin + horizon <= end; origin += horizon) {
            origins.add(origin);
        }
        List<Forecast> forecasts = model.forecastFrom(series, origins, compute).stream().map(List::getFirst).toList();
        double[] actual = series.column(model.schema().targets().getFirst());
        for (int place = 0; place < origins.size(); place++) {
            int origin = origins.get(place);
            for (int step = 0; step < horizon; step++) {
                byMethod[0][origin - from + step] = forecasts.get(place).mean().get(step);
            }
            for (int index = 0; index < baselines.size(); index++) {
                double[] said = baselines.get(index).forecast(actual, origin, horizon);
                System.arraycopy(said, 0, byMethod[1 + index], origin - from, horizon);
            }
        }
        List<Integer> places = origins.stream().map(origin -> origin - from).toList();
        return new SeriesForecast(
                name(series),
                axis(series.timeline().from(from), length),
                Values.of(Arrays.copyOfRange(actual, from, end)),
                Arrays.stream(byMethod).map(Values::of).toList(),
                forecasts.isEmpty() ? List.of() : ForecastBands.of(forecasts, places, length),
                places);
    }

    /// The step after the last one at which some target was observed.
    private int endOfTargets(TimeSeries series) {
        int end = 0;
        for (String target : trained.model().schema().targets()) {
            double[] values = series.column(target);
            int step = values.length;
            while (step > end && Double.isNaN(values[step - 1])) {
                step--;
            }
            end = Math.max(end, step);
        }
        return end;
    }

    /// The first step whose forecast was not trained on; where windows were dealt at random, the first that has a forecast.
    private int firstJudged(TimeSeries series) {
        SplitShares shares = trained.split();
        int lookback = trained.model().lookback();
        return shares.shuffled()
                ? lookback
                : Math.max(lookback,
                        TimeSplit.of(series.steps(), trained.model().horizon(), shares).calibrationEnd());
    }

    private Reproduction reproduction(String command) {
        List<Fact> provenance = List.of(
                Fact.of("seed", Long.toString(trained.seed())),
                Fact.of("data SHA-256", data.fingerprint()),
                Fact.of("weights SHA-256", WeightsHash.sha256(trained.model().network().parameters())),
                Fact.of("lstm4j", Version.number()));
        return new Reproduction(command, trained.settings(), provenance);
    }

    private List<TimeSeries> shownSeries() {
        return data.series().stream().limit(SERIES_SHOWN).toList();
    }

    private static String name(TimeSeries series) {
        return series.name().isEmpty() ? series.columns().getFirst() : series.name();
    }

    static Axis axis(Timeline timeline, int steps) {
        if (!timeline.hasTime()) {
            return new StepAxis(steps, timeline.instantMillis(0), "step");
        }
        long[] instants = new long[steps];
        for (int step = 0; step < steps; step++) {
            instants[step] = timeline.instantMillis(step);
        }
        return new TimeAxis(instants, timeline.zone());
    }
}
