package org.lstm4j.cli.accuracy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.forecast.metrics.Metrics;
import org.lstm4j.forecast.metrics.MetricsAccumulator;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.metrics.SeriesErrors;
import org.lstm4j.forecast.metrics.SeriesScale;

/// Judges methods on the windows of one task: every method on the same ones. Mutable, one caller at a time.
public final class MethodJudge {

    private final Task task;
    private final Protocol protocol;
    private final boolean scaled;
    /// What errors are divided by, `[series][targets]`.
    private final double[][] units;
    private final Map<String, Double> maseScales = new LinkedHashMap<>();
    private @Nullable Reference naive2;

    public MethodJudge(Task task) {
        this.task = task;
        this.protocol = task.protocol();
        this.scaled = protocol.measures().contains(Measure.MASE);
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
        Errors errors = errors(fitted);
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new MethodResult(method.name(), measures(errors), losses(errors), seconds, fitted.settings());
    }

    /// What the windows of one method came to.
    private record Errors(MetricsAccumulator points, IntervalAccumulator intervals, OriginLosses losses) {}

    /// Means over series that OWA divides by.
    private record Reference(double smape, double mase) {

        double owa(double ofSmape, double ofMase) {
            return Metrics.owa(ofSmape, ofMase, smape, mase);
        }
    }

    private Errors errors(FittedMethod fitted) {
        Errors errors = new Errors(new MetricsAccumulator(protocol.horizon()),
                new IntervalAccumulator(protocol.horizon()), new OriginLosses(
                        protocol.main().isOfSquares(), protocol.windows().stride(protocol.horizon())));
        for (JudgedWindow window : task.windows()) {
            double unit = units[window.series()][window.target()];
            double scale = maseScale(window) / unit;
            double[] actual = dividedBy(unit, task.actual(window));
            double[] forecast = dividedBy(unit, fitted.point(window));
            errors.points().add(task.key(window), scale, actual, forecast);
            errors.losses().add(window.origin(), scaled ? scale : 1, actual, forecast);
            if (protocol.measures().contains(Measure.WQL)) {
                fitted.quantiles(window).ifPresent(quantiles -> errors.intervals().add(
                        task.key(window), new SeriesScale(scale, scale), task.actual(window), quantiles));
            }
        }
        return errors;
    }

    private double maseScale(JudgedWindow window) {
        return scaled ? maseScales.computeIfAbsent(task.key(window), _ -> task.maseScale(window)) : 1;
    }

    /// Naive2 on the same windows, judged on first use.
    private Reference reference() {
        Reference known = naive2;
        if (known == null) {
            MetricsAccumulator points = errors(Methods.naive2().fit(task)).points();
            known = new Reference(points.smapeOverSeries(), points.overall().mase());
            naive2 = known;
        }
        return known;
    }

    private Map<Measure, Double> measures(Errors errors) {
        MetricsAccumulator points = errors.points();
        PointMetrics overall = points.overall();
        IntervalAccumulator intervals = errors.intervals();
        IntervalMetrics interval = intervals.overall();
        Map<Measure, Double> measures = new LinkedHashMap<>();
        for (Measure measure : protocol.measures()) {
            switch (measure) {
                case SMAPE -> measures.put(measure, points.smapeOverSeries());
                case MASE -> measures.put(measure, overall.mase());
                case MSE -> measures.put(measure, overall.mse());
                case MAE -> measures.put(measure, overall.mae());
                case RMSE -> measures.put(measure, overall.rmse());
                case WQL -> put(measures, intervals, measure, interval.wql());
                case COVERAGE_80 -> put(measures, intervals, measure, interval.coverage80());
                case COVERAGE_95 -> put(measures, intervals, measure, interval.coverage95());
                case OWA -> measures.put(measure, reference().owa(points.smapeOverSeries(), overall.mase()));
            }
        }
        return measures;
    }

    private static void put(Map<Measure, Double> measures, IntervalAccumulator intervals, Measure measure,
            double value) {
        if (intervals.points() > 0) {
            measures.put(measure, value);
        }
    }

    /// What a test of significance compares: the loss behind the main measure, of each origin, or of each series where it has one
    /// window.
    private double[] losses(Errors errors) {
        return protocol.windows() == WindowRule.LAST
                ? errors.points().bySeries().stream().mapToDouble(this::loss).toArray()
                : errors.losses().values();
    }

    private double loss(SeriesErrors series) {
        return switch (protocol.main()) {
            case OWA -> reference().owa(series.smape(), series.mase());
            case SMAPE -> series.smape();
            case MASE -> series.mase();
            case MSE, MAE, RMSE, WQL, COVERAGE_80, COVERAGE_95 -> series.mae();
        };
    }

    private static double[] dividedBy(double unit, double[] values) {
        if (unit != 1) {
            for (int step = 0; step < values.length; step++) {
                values[step] /= unit;
            }
        }
        return values;
    }
}
