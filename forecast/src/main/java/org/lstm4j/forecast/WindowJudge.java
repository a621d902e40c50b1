package org.lstm4j.forecast;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.metrics.Metrics;
import org.lstm4j.forecast.metrics.MetricsAccumulator;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.metrics.StepErrors;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.TargetUnit;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.Model;

/// Compares a forecaster with the baselines, window by window, in the target's unit.
final class WindowJudge {

    private final Forecaster forecaster;
    private final Compute compute;

    WindowJudge(Forecaster forecaster, Compute compute) {
        this.forecaster = forecaster;
        this.compute = compute;
    }

    /// Judges on all windows after the training and validation parts, or on all windows when there are none after.
    Evaluation judge(List<TimeSeries> series) {
        WindowSamples unseen = windows(forecaster, series, true);
        if (unseen.count() > 0) {
            return judge(unseen, List.of());
        }
        return judge(allWindows(forecaster, series),
                List.of("nothing here is later than the training and validation parts, so the figures may flatter the"
                        + " model"));
    }

    /// The windows after the training and validation parts, or all windows when there are none after.
    static WindowSamples windows(Forecaster forecaster, List<TimeSeries> series) {
        WindowSamples unseen = windows(forecaster, series, true);
        return unseen.count() > 0 ? unseen : allWindows(forecaster, series);
    }

    private static WindowSamples allWindows(Forecaster forecaster, List<TimeSeries> series) {
        WindowSamples all = windows(forecaster, series, false);
        if (all.count() == 0) {
            throw new DataException(new Problem(
                    "there is no window to judge the model on",
                    "a series of " + forecaster.window().steps() + " steps at least, with its targets observed",
                    series.size() + " series of at most " + series.stream().mapToInt(TimeSeries::steps).max().orElse(0)
                            + " steps",
                    "bring more rows"));
        }
        return all;
    }

    /// Judges on the given windows, each target of a window by itself. A target never observed before the window is left out:
    /// no baseline has anything to say there.
    Evaluation judge(WindowSamples windows, List<String> notes) {
        List<Baseline> baselines = Baseline.standard(forecaster.season());
        Tensor predictions = Model.compile(forecaster.network(), new Adam(0.001), new MeanSquaredError(), compute)
                .predict(windows);
        int horizon = forecaster.window().horizon();
        MetricsAccumulator model = new MetricsAccumulator(horizon);
        List<MetricsAccumulator> others = baselines.stream().map(baseline -> new MetricsAccumulator(horizon)).toList();
        Map<String, double[]> scales = new LinkedHashMap<>();
        JudgementNotes remarks = new JudgementNotes(notes);
        int shortest = Integer.MAX_VALUE;
        for (int sample = 0; sample < windows.count(); sample++) {
            PreparedSeries series = windows.series(sample);
            double[] scale = scales.computeIfAbsent(series.series().name(), name -> errorScales(series));
            for (int index = 0; index < windows.form().targets(); index++) {
                int target = windows.firstTarget(sample) + index;
                Window window = new Window(series, target, forecaster.schema().targets().get(target),
                        windows.origin(sample), horizon);
                List<double[]> said = baselines.stream().map(baseline -> window.by(baseline)).toList();
                if (Double.isNaN(said.getFirst()[0])) {
                    remarks.leaveOut(window.key());
                    continue;
                }
                shortest = Math.min(shortest, window.origin());
                double[] actual = window.actual();
                model.add(window.key(), scale[target], actual, foretold(predictions, sample, index, window));
                for (int other = 0; other < others.size(); other++) {
                    others.get(other).add(window.key(), scale[target], actual, said.get(other));
                }
            }
        }
        for (Baseline baseline : baselines) {
            baseline.remark(shortest).ifPresent(remarks::add);
        }
        remarks.about(model);
        return evaluation(model, baselines, others, windows.windowCount(), remarks.all());
    }

    private static WindowSamples windows(Forecaster forecaster, List<TimeSeries> all, boolean onlyUnseen) {
        WindowSamples.Builder builder = WindowSamples.of(forecaster.form());
        for (TimeSeries series : all) {
            SeriesFacts facts = forecaster.factsOf(series.name());
            int from = onlyUnseen && facts != null ? firstStepAt(series, facts.trainedUntil()) : 0;
            builder.add(forecaster.prepare(series), from, series.steps());
        }
        return builder.build();
    }

    private static int firstStepAt(TimeSeries series, long instant) {
        int step = 0;
        while (step < series.steps() && series.timeline().instantMillis(step) < instant) {
            step++;
        }
        return step;
    }

    /// What MASE divides by: the scale of the training part where it is known, else that of the series at hand.
    private double[] errorScales(PreparedSeries prepared) {
        SeriesFacts facts = forecaster.factsOf(prepared.series().name());
        double[] scales = new double[forecaster.schema().targets().size()];
        for (int target = 0; target < scales.length; target++) {
            scales[target] = facts != null
                    ? facts.errorScales().get(target)
                    : Metrics.seasonalNaiveError(prepared.target(target), forecaster.season());
        }
        return scales;
    }

    /// @param index of the target among those of its sample
    private double[] foretold(Tensor predictions, int sample, int index, Window window) {
        int targets = forecaster.form().targets();
        TargetUnit unit = window.series().unit(window.target(), window.origin());
        double[] forecast = new double[window.horizon()];
        int first = sample * window.horizon() * targets + index;
        for (int step = 0; step < forecast.length; step++) {
            forecast[step] = unit.original(predictions.data()[first + step * targets]);
        }
        return forecast;
    }

    private static Evaluation evaluation(
            MetricsAccumulator model,
            List<Baseline> baselines,
            List<MetricsAccumulator> others,
            int windows,
            List<String> notes) {
        Map<String, PointMetrics> metrics = new LinkedHashMap<>();
        Map<String, List<StepErrors>> bySteps = new LinkedHashMap<>();
        for (int index = 0; index < others.size(); index++) {
            metrics.put(baselines.get(index).name(), others.get(index).overall());
            bySteps.put(baselines.get(index).name(), others.get(index).byStep());
        }
        return new Evaluation(model.overall(), model.byStep(), metrics, bySteps, windows, notes);
    }

    /// One target of one window.
    private record Window(PreparedSeries series, int target, String targetColumn, int origin, int horizon) {

        /// Tells series and targets apart: `demand`, or `demand of north`.
        String key() {
            String name = series.series().name();
            return name.isEmpty() ? targetColumn : targetColumn + " of " + name;
        }

        double[] actual() {
            return Arrays.copyOfRange(series.target(target), origin, origin + horizon);
        }

        double[] by(Baseline baseline) {
            return baseline.forecast(series.target(target), origin, horizon);
        }
    }
}
