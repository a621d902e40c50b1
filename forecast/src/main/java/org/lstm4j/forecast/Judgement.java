package org.lstm4j.forecast;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.baseline.QuantileBaseline;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.forecast.metrics.MetricsAccumulator;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.forecast.metrics.SeriesErrors;
import org.lstm4j.forecast.metrics.StepErrors;
import org.lstm4j.forecast.significance.SkillComparison;

/// Gathers the errors of a model and of the baselines, window by window. Mutable, one caller at a time.
public final class Judgement {

    private final List<Baseline> baselines;
    private final boolean hasIntervals;
    private final Method model;
    private final List<Method> others;
    private final BaselineComparison comparison;
    private final JudgementNotes notes;
    private Floors floors = Floors.NONE;
    private int shortestHistory = Integer.MAX_VALUE;

    /// What is known of one method.
    private record Method(MetricsAccumulator points, IntervalAccumulator intervals) {

        static Method of(int horizon) {
            return new Method(new MetricsAccumulator(horizon), new IntervalAccumulator(horizon));
        }
    }

    /// @param stride steps from a window to the next
    /// @param hasIntervals whether the model gives quantiles, so that those of the baselines are wanted
    /// @param notes what is known before the windows are judged
    public Judgement(
            List<Baseline> baselines, int horizon, int stride, boolean hasIntervals, List<String> notes) {
        this.baselines = List.copyOf(baselines);
        this.hasIntervals = hasIntervals;
        this.notes = new JudgementNotes(notes);
        model = Method.of(horizon);
        others = baselines.stream().map(_ -> Method.of(horizon)).toList();
        comparison = new BaselineComparison(baselines.size(), horizon, stride);
    }

    /// From now on forecasts are of a model with these floors: values below them are noted, and what baselines say is raised to them as well, so
    /// that none loses by what anyone knows of the values.
    public void expect(Floors ofModel) {
        floors = ofModel;
    }

    /// Adds a window of which the baselines are still to be asked. Its place is its distance from the end of its series, so that series of
    /// different lengths meet.
    public void add(JudgedForecast forecast) {
        JudgedWindow window = forecast.window();
        add((long) window.origin() - window.series().series().steps(), forecast, said(baselines, window));
    }

    /// What baselines say of a window, each `[horizon]`.
    public static List<double[]> said(List<Baseline> baselines, JudgedWindow window) {
        return baselines.stream()
                .map(baseline -> baseline.forecast(window.values(), window.origin(), window.horizon()))
                .toList();
    }

    /// Adds a window.
    ///
    /// @param position its place in steps, a multiple of the stride from the others; those of different series that are foretold at the
    ///        same time have the same
    /// @param said what the baselines say of it, in their order, without floors
    /// @return whether it counts: not, when there was nothing to forecast from
    public boolean add(long position, JudgedForecast forecast, List<double[]> said) {
        JudgedWindow window = forecast.window();
        if (Double.isNaN(said.getFirst()[0])) {
            notes.leaveOut(window.key());
            return false;
        }
        count(position, forecast, said.stream().map(values -> floors.raised(window.target(), values)).toList());
        return true;
    }

    private void count(long position, JudgedForecast forecast, List<double[]> said) {
        JudgedWindow window = forecast.window();
        shortestHistory = Math.min(shortestHistory, window.origin());
        double[] actual = window.actual();
        notes.belowFloor(window, floors.of(window.target()));
        model.points().add(window.key(), window.scale().absolute(), actual, forecast.point());
        forecast.quantiles().ifPresent(
                quantiles -> model.intervals().add(window.key(), window.scale(), actual, quantiles));
        for (int index = 0; index < baselines.size(); index++) {
            others.get(index).points().add(window.key(), window.scale().absolute(), actual, said.get(index));
            if (hasIntervals && baselines.get(index) instanceof QuantileBaseline unsure) {
                others.get(index).intervals().add(window.key(), window.scale(), actual,
                        quantiles(unsure, window, said.get(index)));
            }
        }
        comparison.add(position, forecast, said);
    }

    private QuantileForecast quantiles(QuantileBaseline baseline, JudgedWindow window, double[] point) {
        double[] levels = IntervalAccumulator.levels();
        double[][] quantiles = baseline.quantiles(window.values(), window.origin(), window.horizon(), levels);
        return new QuantileForecast(levels,
                Arrays.stream(quantiles).map(ofStep -> floors.raised(window.target(), ofStep)).toArray(double[][]::new),
                point);
    }

    /// The model's errors of each series, or of each target of it, in the order of their first window.
    public List<SeriesErrors> bySeries() {
        return model.points().bySeries();
    }

    /// The same of a baseline.
    ///
    /// @param name one of those judged
    public List<SeriesErrors> bySeries(String name) {
        return others.get(baselines.stream().map(Baseline::name).toList().indexOf(name)).points().bySeries();
    }

    /// What all windows come to.
    ///
    /// @param windows how many there were, several targets of a window counting once
    public Evaluation evaluation(int windows) {
        for (Baseline baseline : baselines) {
            baseline.remark(shortestHistory).ifPresent(notes::add);
        }
        notes.about(model.points());
        Map<String, PointMetrics> metrics = new LinkedHashMap<>();
        Map<String, List<StepErrors>> bySteps = new LinkedHashMap<>();
        for (int index = 0; index < baselines.size(); index++) {
            metrics.put(baselines.get(index).name(), others.get(index).points().overall());
            bySteps.put(baselines.get(index).name(), others.get(index).points().byStep());
        }
        Evaluation evaluation = new Evaluation(model.points().overall(), model.points().byStep(), metrics, bySteps,
                intervals(), Optional.empty(), windows, notes.all());
        return evaluation.withComparison(compared(evaluation.bestBaseline(), evaluation.isScaled()));
    }

    private SkillComparison compared(String best, boolean isScaled) {
        int index = baselines.stream().map(Baseline::name).toList().indexOf(best);
        return comparison.with(index, isScaled, bySeries(), others.get(index).points().bySeries());
    }

    private Optional<IntervalEvaluation> intervals() {
        if (!hasIntervals) {
            return Optional.empty();
        }
        Map<String, IntervalMetrics> ofBaselines = new LinkedHashMap<>();
        for (int index = 0; index < baselines.size(); index++) {
            if (baselines.get(index) instanceof QuantileBaseline) {
                ofBaselines.put(baselines.get(index).name(), others.get(index).intervals().overall());
            }
        }
        return Optional.of(new IntervalEvaluation(
                model.intervals().overall(), model.intervals().byStep(), ofBaselines));
    }
}
