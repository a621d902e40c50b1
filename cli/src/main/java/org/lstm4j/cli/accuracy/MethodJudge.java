package org.lstm4j.cli.accuracy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.forecast.metrics.MetricsAccumulator;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.metrics.SeriesErrors;
import org.lstm4j.forecast.metrics.SeriesScale;

/// Judges methods on the windows of one task: every method on the same ones.
public final class MethodJudge {

    private final Task task;
    private final Protocol protocol;
    private final boolean scaled;
    /// What errors are divided by, `[series][targets]`.
    private final double[][] units;
    private final Map<String, Double> maseScales = new LinkedHashMap<>();

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

    /// Fits a method and judges it. OWA is not among the measures: it takes another method ([#withOwa]).
    public MethodResult judge(AccuracyMethod method) {
        long start = System.nanoTime();
        FittedMethod fitted = method.fit(task);
        MetricsAccumulator points = new MetricsAccumulator(protocol.horizon());
        IntervalAccumulator intervals = new IntervalAccumulator(protocol.horizon());
        OriginLosses losses = new OriginLosses(
                protocol.main().isOfSquares(), protocol.windows().stride(protocol.horizon()));
        for (JudgedWindow window : task.windows()) {
            double unit = units[window.series()][window.target()];
            double scale = maseScale(window) / unit;
            double[] actual = dividedBy(unit, task.actual(window));
            double[] forecast = dividedBy(unit, fitted.point(window));
            points.add(task.key(window), scale, actual, forecast);
            losses.add(window.origin(), scaled ? scale : 1, actual, forecast);
            if (protocol.measures().contains(Measure.WQL)) {
                fitted.quantiles(window).ifPresent(quantiles -> intervals.add(
                        task.key(window), new SeriesScale(scale, scale), task.actual(window), quantiles));
            }
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        double[] compared = protocol.windows() == WindowRule.LAST ? bySeries(points) : losses.values();
        return new MethodResult(method.name(), measures(points, intervals), compared, seconds, fitted.settings());
    }

    /// The result with OWA, where the protocol has it.
    public MethodResult withOwa(MethodResult result, MethodResult naive2) {
        if (!protocol.measures().contains(Measure.OWA)) {
            return result;
        }
        Map<Measure, Double> measures = new LinkedHashMap<>();
        for (Measure measure : protocol.measures()) {
            if (measure == Measure.OWA) {
                measures.put(measure, org.lstm4j.forecast.metrics.Metrics.owa(result.value(Measure.SMAPE),
                        result.value(Measure.MASE), naive2.value(Measure.SMAPE), naive2.value(Measure.MASE)));
            } else if (result.measures().containsKey(measure)) {
                measures.put(measure, result.value(measure));
            }
        }
        return new MethodResult(result.method(), measures, result.losses(), result.seconds(), result.settings());
    }

    private double maseScale(JudgedWindow window) {
        return scaled ? maseScales.computeIfAbsent(task.key(window), _ -> task.maseScale(window)) : 1;
    }

    private Map<Measure, Double> measures(MetricsAccumulator points, IntervalAccumulator intervals) {
        PointMetrics overall = points.overall();
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
                case OWA -> {
                    // of two methods: withOwa
                }
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

    /// One error for each series: MASE, or MAE where the protocol has no scale.
    private double[] bySeries(MetricsAccumulator points) {
        return points.bySeries().stream().mapToDouble(scaled ? SeriesErrors::mase : SeriesErrors::mae).toArray();
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
