package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.ForecastChecks;
import org.lstm4j.forecast.ForecastModel;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.JudgedForecast;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.forecast.metrics.SeriesScale;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.model.ModelFile;
import org.lstm4j.nn.Sequential;

/// An ES-RNN or a DeepAR with everything it takes to forecast. Immutable; may be shared by threads.
///
/// The point forecast is the median. Made by a [GlobalTrainer] or read by [ForecastModelFile].
public final class GlobalForecaster implements ForecastModel {

    /// As many origins at a time need little memory.
    private static final int CHUNK = 64;
    private static final double MEDIAN = 0.5;

    private final GlobalModel model;
    private final FeatureSchema schema;
    private final Frequency frequency;
    private final int season;
    private final Optional<ConformalCalibration> calibration;
    private final Map<String, TargetFacts> facts;

    /// @param calibration by which quantiles are moved, in the [ErrorUnit] of each forecast
    /// @param facts of the targets trained on, by name
    GlobalForecaster(GlobalModel model, FeatureSchema schema, Frequency frequency, int season,
            Optional<ConformalCalibration> calibration, Map<String, TargetFacts> facts) {
        this.model = model;
        this.schema = schema;
        this.frequency = frequency;
        this.season = season;
        this.calibration = calibration;
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    GlobalForecaster withCalibration(ConformalCalibration other) {
        return new GlobalForecaster(model, schema, frequency, season, Optional.of(other), facts);
    }

    GlobalModel model() {
        return model;
    }

    Map<String, TargetFacts> facts() {
        return facts;
    }

    /// What its quantiles are moved by, where there was a calibration part.
    public Optional<ConformalCalibration> calibration() {
        return calibration;
    }

    @Override
    public Sequential network() {
        return model.network();
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    @Override
    public Frequency frequency() {
        return frequency;
    }

    @Override
    public int season() {
        return season;
    }

    @Override
    public int lookback() {
        return model.lookback();
    }

    @Override
    public int horizon() {
        return model.horizon();
    }

    @Override
    public boolean givesQuantiles() {
        return saysQuantiles() || calibration.isPresent();
    }

    private boolean saysQuantiles() {
        return model.levels().size() > 1;
    }

    /// Levels of the quantiles: those of the model, or the usual ones where a calibration gives them.
    double[] levels() {
        return saysQuantiles()
                ? model.levels().stream().mapToDouble(Double::doubleValue).toArray()
                : IntervalAccumulator.levels();
    }

    @Override
    public List<Forecast> forecast(TimeSeries series, int horizon, Compute compute) {
        checks().requireHorizon(horizon);
        requireReadable(series);
        List<TargetSeries> targets = targets(series);
        int origin = endOf(targets);
        checks().requireFutureColumns(series, origin, horizon);
        return forecasts(targets, List.of(origin), horizon, compute).getFirst();
    }

    @Override
    public List<List<Forecast>> forecastFrom(TimeSeries series, List<Integer> origins, Compute compute) {
        requireReadable(series);
        return forecasts(targets(series), origins, horizon(), compute);
    }

    @Override
    public List<JudgedForecast> foretellLast(List<TimeSeries> series, Compute compute) {
        series.forEach(this::requireReadable);
        GlobalJudge judge = new GlobalJudge(this, compute);
        return judge.foretell(judge.last(series));
    }

    @Override
    public Evaluation evaluate(List<TimeSeries> series, Compute compute) {
        return new GlobalJudge(this, compute).judge(series);
    }

    @Override
    public Optional<String> remark(TimeSeries series) {
        return targets(series).stream().flatMap(target -> model.remark(target).stream()).findFirst();
    }

    @Override
    public ModelFile toFile() {
        return GlobalForecasterFile.of(this);
    }

    private ForecastChecks checks() {
        return new ForecastChecks(frequency, horizon(), schema.columns(Role.FUTURE));
    }

    /// @throws org.lstm4j.DataException when the series has another frequency
    void requireReadable(TimeSeries series) {
        checks().requireFrequency(series);
    }

    List<TargetSeries> targets(TimeSeries series) {
        return schema.targets().stream().map(target -> TargetSeries.of(series, target)).toList();
    }

    /// The step after the last one at which some target was observed.
    private static int endOf(List<TargetSeries> targets) {
        int end = 0;
        for (TargetSeries target : targets) {
            int step = target.values().length;
            while (step > end && Double.isNaN(target.values()[step - 1])) {
                step--;
            }
            end = Math.max(end, step);
        }
        return end;
    }

    private List<List<Forecast>> forecasts(List<TargetSeries> targets, List<Integer> origins, int horizon,
            Compute compute) {
        List<List<Forecast>> all = new ArrayList<>();
        origins.forEach(_ -> all.add(new ArrayList<>()));
        for (TargetSeries target : targets) {
            List<TargetOrigin> froms = origins.stream().map(origin -> new TargetOrigin(target, origin)).toList();
            List<QuantileForecast> said = foretell(froms, horizon, compute);
            for (int index = 0; index < froms.size(); index++) {
                all.get(index).add(forecast(froms.get(index), said.get(index)));
            }
        }
        return all;
    }

    private Forecast forecast(TargetOrigin from, QuantileForecast said) {
        TimeSeries series = from.target().series();
        List<Double> point = boxed(said.point());
        return new Forecast(series.name(), from.target().target(), series.timeline().from(from.origin()), point,
                givesQuantiles() ? boxed(said.levels()) : List.of(),
                givesQuantiles()
                        ? Arrays.stream(said.values()).map(GlobalForecaster::boxed).toList()
                        : Collections.nCopies(point.size(), List.of()));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /// What it says of targets in their own unit; where it gives no quantiles, those are the point forecast.
    ///
    /// @param origins those of one target next to each other
    List<QuantileForecast> foretell(List<TargetOrigin> origins, int steps, Compute compute) {
        List<QuantileForecast> all = new ArrayList<>();
        for (int first = 0; first < origins.size(); first += CHUNK) {
            List<TargetOrigin> chunk = origins.subList(first, Math.min(origins.size(), first + CHUNK));
            List<double[][]> said = model.foretell(chunk, steps, compute);
            for (int index = 0; index < chunk.size(); index++) {
                all.add(quantiles(chunk.get(index), said.get(index)));
            }
        }
        return all;
    }

    private QuantileForecast quantiles(TargetOrigin from, double[][] said) {
        double[] point = point(said);
        double[][] values = spread(said, point);
        if (calibration.isPresent()) {
            ErrorUnit unit = model.unit(from);
            values = converted(calibration.get().apply(converted(values, unit::scaled)), unit::original);
        }
        return new QuantileForecast(levels(), values, point);
    }

    private double[] point(double[][] said) {
        int median = model.levels().indexOf(MEDIAN);
        return Arrays.stream(said).mapToDouble(step -> step[median]).toArray();
    }

    /// The quantiles as they were said; every one the point forecast where that is all that was said.
    private double[][] spread(double[][] said, double[] point) {
        if (saysQuantiles()) {
            return said;
        }
        double[][] spread = new double[point.length][levels().length];
        for (int step = 0; step < point.length; step++) {
            Arrays.fill(spread[step], point[step]);
        }
        return spread;
    }

    static double[][] converted(double[][] values, DoubleUnaryOperator way) {
        return Arrays.stream(values).map(step -> Arrays.stream(step).map(way).toArray()).toArray(double[][]::new);
    }

    /// What errors of a target are divided by: known from its training part, else of all its values.
    SeriesScale scale(TargetSeries target) {
        TargetFacts known = facts.get(target.name());
        return known == null ? SeriesScale.of(target.values(), season) : known.scale();
    }
}
