package org.lstm4j.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.forecast.metrics.SeriesScale;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.TargetUnit;
import org.lstm4j.forecast.prepare.WindowSamples;

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
        return judge(windows, Baseline.standard(forecaster.season()), notes);
    }

    /// @param baselines at least one
    Evaluation judge(WindowSamples windows, List<Baseline> baselines, List<String> notes) {
        Judgement judgement = new Judgement(
                baselines, forecaster.window().horizon(), 1, forecaster.givesQuantiles(), notes);
        judgement.expect(forecaster.floors());
        forEach(windows, judgement::add);
        return judgement.evaluation(windows.windowCount());
    }

    /// Hands over what the forecaster says of each target of each window, in order.
    void forEach(WindowSamples windows, Consumer<JudgedForecast> taker) {
        ForecastReader reader = forecaster.reader();
        float[] said = forecaster.say(windows, compute);
        Map<String, List<SeriesScale>> scales = new LinkedHashMap<>();
        for (int sample = 0; sample < windows.count(); sample++) {
            PreparedSeries series = windows.series(sample);
            List<SeriesScale> scale = scales.computeIfAbsent(series.series().name(), name -> errorScales(series));
            for (int index = 0; index < windows.form().targets(); index++) {
                int target = windows.firstTarget(sample) + index;
                JudgedWindow window = new JudgedWindow(series, target, windows.origin(sample), scale.get(target));
                TargetUnit unit = series.unit(target, windows.origin(sample));
                taker.accept(reader.givesQuantiles()
                        ? withQuantiles(window, reader.quantiles(said, sample, target, unit))
                        : new JudgedForecast(window, reader.point(said, sample, target, unit), Optional.empty()));
            }
        }
    }

    private static JudgedForecast withQuantiles(JudgedWindow window, QuantileForecast quantiles) {
        return new JudgedForecast(window, quantiles.point(), Optional.of(quantiles));
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

    /// What MASE and its kin divide by: the scale of the training part where it is known, else that of the series at hand.
    private List<SeriesScale> errorScales(PreparedSeries prepared) {
        SeriesFacts facts = forecaster.factsOf(prepared.series().name());
        if (facts != null) {
            return facts.errorScales();
        }
        return IntStream.range(0, forecaster.schema().targets().size())
                .mapToObj(target -> SeriesScale.of(prepared.target(target), forecaster.season()))
                .toList();
    }
}
