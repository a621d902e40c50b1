package org.lstm4j.cli.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.forecast.metrics.Metrics;
import org.lstm4j.forecast.metrics.MetricsAccumulator;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.metrics.SeriesErrors;

/// Judges methods on the windows of one task: every method on the same ones. Mutable, one caller at a time.
public final class MethodJudge {

    private static final double SECONDS_PER_NANO = 1e-9;
    /// Steps that a method foretells at once: enough for a pass to be worth it, few enough to be held with all quantiles.
    private static final int STEPS_AT_ONCE = 100_000;

    private final Task task;
    private final Protocol protocol;
    private final int windowsAtOnce;
    /// What errors are divided by, `[series][targets]`.
    private final double[][] units;
    private final Map<String, Double> maseScales = new LinkedHashMap<>();
    private final boolean affordsNaive2;
    private @Nullable Reference naive2;

    public MethodJudge(Task task) {
        this(task, Math.max(1, STEPS_AT_ONCE / task.protocol().horizon()));
    }

    /// @param windowsAtOnce how many a method is asked for at once, which changes no figure
    MethodJudge(Task task, int windowsAtOnce) {
        this.task = task;
        this.protocol = task.protocol();
        this.windowsAtOnce = windowsAtOnce;
        this.affordsNaive2 = Methods.naive2().reasonAgainst(task).isEmpty();
        this.units = new double[task.series().size()][task.columns().targets().size()];
        for (int index = 0; index < units.length; index++) {
            for (int target = 0; target < units[index].length; target++) {
                units[index][target] = protocol.unit() == ErrorUnit.OWN ? 1 : task.deviation(index, target);
            }
        }
    }

    /// Fits a method and judges it.
    public MethodResult judge(AccuracyMethod method) {
        long start = System.nanoTime();
        FittedMethod fitted = method.fit(task);
        double training = (System.nanoTime() - start) * SECONDS_PER_NANO;
        Judged judged = judged(fitted);
        return new MethodResult(method.name(), method.kind(), measures(judged.errors()), losses(judged.errors()),
                training, judged.nanos() * SECONDS_PER_NANO, fitted.settings());
    }

    /// @param nanos that forecasting took, without judging
    private record Judged(WindowErrors errors, long nanos) {}

    /// Means over series that OWA divides by.
    private record Reference(double smape, double mase) {

        double owa(double ofSmape, double ofMase) {
            return Metrics.owa(ofSmape, ofMase, smape, mase);
        }
    }

    private Judged judged(FittedMethod fitted) {
        WindowErrors errors = new WindowErrors(protocol);
        OnlineIntervals online = new OnlineIntervals(task);
        long nanos = 0;
        List<JudgedWindow> windows = task.windows();
        for (int from = 0; from < windows.size(); from += windowsAtOnce) {
            List<JudgedWindow> part = windows.subList(from, Math.min(windows.size(), from + windowsAtOnce));
            long start = System.nanoTime();
            List<WindowForecast> forecasts = fitted.forecast(part);
            nanos += System.nanoTime() - start;
            for (int index = 0; index < part.size(); index++) {
                add(part.get(index), forecasts.get(index), errors, online);
            }
        }
        return new Judged(errors, nanos);
    }

    private void add(JudgedWindow window, WindowForecast forecast, WindowErrors errors, OnlineIntervals online) {
        String key = task.key(window);
        double scale = maseScales.computeIfAbsent(key, _ -> task.maseScale(window));
        double unit = units[window.series()][window.target()];
        double[] actual = task.actual(window);
        errors.add(window, key, unit, scale, actual, forecast);
        if (OnlineIntervals.suit(protocol)) {
            forecast.quantiles().ifPresent(quantiles -> errors.addCorrected(key, unit, actual,
                    online.corrected(window, quantiles)));
        }
    }

    /// Naive2 on the same windows, judged on first use; nothing where it would take too long.
    private Optional<Reference> reference() {
        Reference known = naive2;
        if (known == null && affordsNaive2) {
            MetricsAccumulator points = judged(Methods.naive2().fit(task)).errors().points();
            known = new Reference(points.smapeOverSeries(), points.overall().mase());
            naive2 = known;
        }
        return Optional.ofNullable(known);
    }

    /// Those of the protocol first, then the others where they are defined.
    private Map<Measure, Double> measures(WindowErrors errors) {
        Map<Measure, Double> all = allMeasures(errors);
        Map<Measure, Double> measures = new LinkedHashMap<>();
        for (Measure measure : protocol.measures()) {
            Double value = all.get(measure);
            if (value != null) {
                measures.put(measure, value);
            }
        }
        all.forEach((measure, value) -> {
            if (Double.isFinite(value)) {
                measures.putIfAbsent(measure, value);
            }
        });
        return measures;
    }

    private Map<Measure, Double> allMeasures(WindowErrors errors) {
        MetricsAccumulator points = errors.points();
        PointMetrics overall = points.overall();
        Map<Measure, Double> all = new LinkedHashMap<>();
        reference().ifPresent(
                naive -> all.put(Measure.OWA, naive.owa(points.smapeOverSeries(), overall.mase())));
        all.put(Measure.SMAPE, points.smapeOverSeries());
        all.put(Measure.MASE, overall.mase());
        PointMetrics ofMeans = errors.ofMeans();
        all.put(Measure.MSE, ofMeans.mse());
        all.put(Measure.MAE, overall.mae());
        all.put(Measure.RMSE, ofMeans.rmse());
        if (errors.intervals().points() > 0) {
            addIntervalMeasures(errors.intervals(), all);
        }
        if (errors.corrected().points() > 0) {
            addOnlineMeasures(errors.corrected().overall(), all);
        }
        return all;
    }

    private static void addIntervalMeasures(IntervalAccumulator intervals, Map<Measure, Double> all) {
        IntervalMetrics overall = intervals.overall();
        all.put(Measure.WQL, overall.wql());
        all.put(Measure.MSIS, overall.msis());
        all.put(Measure.CRPS, overall.crps());
        all.put(Measure.COVERAGE_80, overall.coverage80());
        all.put(Measure.COVERAGE_95, overall.coverage95());
    }

    private static void addOnlineMeasures(IntervalMetrics corrected, Map<Measure, Double> all) {
        all.put(Measure.WQL_ONLINE, corrected.wql());
        all.put(Measure.COVERAGE_80_ONLINE, corrected.coverage80());
        all.put(Measure.COVERAGE_95_ONLINE, corrected.coverage95());
    }

    /// What a test of significance compares: the loss behind the main measure, of each origin, or of each series where it has one
    /// window.
    private double[] losses(WindowErrors errors) {
        return protocol.windows() == WindowRule.LAST
                ? errors.points().bySeries().stream().mapToDouble(this::loss).toArray()
                : errors.losses().values();
    }

    private double loss(SeriesErrors series) {
        return switch (protocol.main()) {
            case OWA -> reference().map(naive -> naive.owa(series.smape(), series.mase())).orElse(Double.NaN);
            case SMAPE -> series.smape();
            case MASE -> series.mase();
            case MSE, MAE, RMSE, WQL, CRPS, MSIS, COVERAGE_80, COVERAGE_95, WQL_ONLINE, COVERAGE_80_ONLINE,
                    COVERAGE_95_ONLINE ->
                series.mae();
        };
    }
}
