package org.lstm4j.report;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lstm4j.forecast.metrics.IntervalCoverage;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.Band;
import org.lstm4j.report.content.DataPart;
import org.lstm4j.report.content.DataSummary;
import org.lstm4j.report.content.Evaluation;
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

/// Small reports for tests. Every text in them is the given name, so that a name
/// that means something to a browser turns up everywhere.
final class SampleReport {

    static final List<String> METHODS = List.of("LSTM", "naive", "seasonal naive", "drift");
    static final int HORIZON = 6;

    private static final long HOUR = 3_600_000;
    private static final int STEPS = 96;
    private static final int TEST = 72;

    private SampleReport() {}

    /// Writes pages to be tried in a browser into a folder: see
    /// src/test/browser/look.mjs.
    public static void main(String[] folder) {
        new HtmlReport(hourly("</script><script>alert(1)</script>")).writeTo(Path.of(folder[0], "names.html"));
        new HtmlReport(withIntervals("demand")).writeTo(Path.of(folder[0], "intervals.html"));
        new HtmlReport(steps("level")).writeTo(Path.of(folder[0], "steps.html"));
        new HtmlReport(extremes()).writeTo(Path.of(folder[0], "extremes.html"));
    }

    /// Hourly values with gaps, in a time zone whose clocks change on the way.
    static ReportModel hourly(String name) {
        long start = 1_332_633_600_000L; // 2012-03-25 00:00 UTC, an hour before the clocks change in Berlin
        long[] times = new long[STEPS];
        for (int step = 0; step < STEPS; step++) {
            times[step] = start + step * HOUR;
        }
        return report(name, List.of(name, name + " two"), new TimeAxis(times, ZoneId.of("Europe/Berlin")));
    }

    /// The same values without times.
    static ReportModel steps(String name) {
        return report(name, List.of(name), new StepAxis(STEPS, 0, "step"));
    }

    /// Fourteen series of two values and, among the first, one of one step, one
    /// without any value and one of huge values.
    static ReportModel extremes() {
        List<SeriesForecast> forecasts = new ArrayList<>();
        for (int series = 1; series <= 14; series++) {
            forecasts.add(forecast("series " + series, new double[]{series, -series}));
        }
        forecasts.add(1, forecast("one step", new double[]{1}));
        forecasts.add(2, forecast("no value", new double[]{Double.NaN, Double.NaN, Double.NaN}));
        forecasts.add(3, forecast("huge", new double[]{1e300, Double.NaN, -1e300}));
        List<SeriesData> series = forecasts.stream()
                .map(one -> new SeriesData(one.series(), one.axis(), one.actual(), List.of())).toList();
        return new ReportModel("Extremes", new Target("x", ""), new DataSummary("nowhere", List.of(), series),
                new LearningCurve("loss", Values.of(Double.NaN), Values.empty(), 0),
                new Evaluation(METHODS, scores(""), forecasts, List.of(), List.of()),
                new Reproduction("", List.of(), List.of()));
    }

    /// The hourly values of a model whose 95 % intervals are too narrow; they have a gap
    /// and a value alone.
    static ReportModel withIntervals(String name) {
        IntervalMetrics model = new IntervalMetrics(0.783, 0.9, 66.43, 0.2671, 14.63, 2, 6, 1, 1);
        IntervalMetrics seasonal = new IntervalMetrics(0.91, Double.NaN, 71.57, 0.2878, Double.NaN, 3, 9, 1, 1);
        return with(name, new IntervalComparison(List.of("LSTM", "seasonal naive"), List.of(model, seasonal),
                List.of(new IntervalCoverage(60, 0.82, 0.93, 2, 5), new IntervalCoverage(60, 0.785, 0.9025, 4, 6),
                        new IntervalCoverage(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN))));
    }

    /// The hourly values with such intervals.
    static ReportModel with(IntervalComparison intervals) {
        return with("demand", intervals);
    }

    private static ReportModel with(String name, IntervalComparison intervals) {
        ReportModel whole = hourly(name);
        Evaluation plain = whole.evaluation();
        List<SeriesForecast> forecasts = plain.forecasts().stream().map(SampleReport::banded).toList();
        return new ReportModel(whole.title(), whole.target(), whole.data(), whole.learning(),
                new Evaluation(plain.methods(), plain.scores(), forecasts, plain.horizonErrors(),
                        Optional.of(intervals), plain.remarks()),
                whole.reproduction());
    }

    private static SeriesForecast banded(SeriesForecast plain) {
        return new SeriesForecast(plain.series(), plain.axis(), plain.actual(), plain.byMethod(),
                List.of(band(plain, 0.8, 1), band(plain, 0.95, 3)), plain.origins());
    }

    private static Band band(SeriesForecast forecast, double probability, double half) {
        double[] point = forecast.byMethod().getFirst().toArray();
        point[TEST + 1] = Double.NaN;
        point[STEPS - HORIZON - 1] = Double.NaN;
        return new Band(probability, Values.of(Arrays.stream(point).map(value -> value - half).toArray()),
                Values.of(Arrays.stream(point).map(value -> value + half).toArray()));
    }

    private static SeriesForecast forecast(String name, double[] actual) {
        Values values = Values.of(actual);
        return new SeriesForecast(name, new StepAxis(actual.length, 0, "step"), values,
                List.of(values, values, values, values), List.of());
    }

    private static ReportModel report(String name, List<String> series, Axis axis) {
        Fact fact = new Fact(name, name, name);
        return new ReportModel(name, new Target(name, name),
                new DataSummary(name, List.of(fact),
                        series.stream().map(one -> new SeriesData(one, axis, values(), parts(name))).toList()),
                new LearningCurve(name, Values.of(1, 0.5, 0.25), Values.of(1, 0.75, 0.8), 2),
                new Evaluation(METHODS, scores(name),
                        series.stream().map(one -> forecast(one, axis)).toList(),
                        List.of(new HorizonErrors(name, name, errors())), List.of(name)),
                new Reproduction(name, List.of(fact), List.of(fact)));
    }

    private static List<DataPart> parts(String name) {
        return List.of(new DataPart(name, 0, TEST), new DataPart(name + " 2", TEST, STEPS));
    }

    /// A daily wave with a gap of three steps and a value alone between two gaps.
    static Values values() {
        double[] values = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            values[step] = 10 + 5 * StrictMath.sin(step * 2 * Math.PI / 24);
        }
        Arrays.fill(values, 30, 33, Double.NaN);
        values[34] = Double.NaN;
        return Values.of(values);
    }

    private static List<Score> scores(String unit) {
        PointMetrics model = new PointMetrics(4, 1.5, 2, Double.NaN, 12, 0.5, 0.9);
        PointMetrics naive = new PointMetrics(9, 2.5, 3, Double.NaN, 24, 1.25, 0.1);
        PointMetrics seasonal = new PointMetrics(4, 1.75, 2, Double.NaN, 11, 1, 0.8);
        PointMetrics drift = new PointMetrics(16, 3.5, 4, Double.NaN, 30, 1.5, -0.2);
        return Score.all(unit, List.of(model, naive, seasonal, drift));
    }

    private static SeriesForecast forecast(String series, Axis axis) {
        List<Integer> origins = new ArrayList<>();
        double[] forecast = new double[STEPS];
        Arrays.fill(forecast, Double.NaN);
        for (int origin = TEST; origin < STEPS; origin += HORIZON) {
            origins.add(origin);
            Arrays.fill(forecast, origin, origin + HORIZON, origin / 10.0);
        }
        Values values = Values.of(forecast);
        return new SeriesForecast(series, axis, values(), List.of(values, values, values, values), origins);
    }

    private static List<Values> errors() {
        Values rising = Values.of(1, 2, 3, 4, 5, Double.NaN);
        return List.of(rising, rising, rising, rising);
    }
}
