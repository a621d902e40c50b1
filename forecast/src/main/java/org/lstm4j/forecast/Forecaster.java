package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.conformal.ConformalSettings;
import org.lstm4j.forecast.head.Head;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.FittedScaler;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.SeasonalIndices;
import org.lstm4j.forecast.prepare.StaticScaling;
import org.lstm4j.forecast.prepare.TargetUnit;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.forecast.prepare.WindowSpec;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.model.ModelFile;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.Model;

/// A trained network with everything it takes to forecast: which columns it reads, how they were scaled, how far it looks back
/// and ahead. Immutable; may be shared by threads.
public final class Forecaster implements ForecastModel {

    private final Sequential network;
    private final WindowForm form;
    private final Frequency frequency;
    private final int season;
    private final Scaling scaling;
    private final Deseasonalization deseasonalization;
    private final ForecastReader reader;
    private final Map<String, SeriesFacts> facts;
    /// Made on first use: a forecaster is often only judged or written to a file.
    private final AtomicReference<@Nullable Predictor> predictor = new AtomicReference<>();

    Forecaster(
            Sequential network,
            ForecastReader reader,
            Frequency frequency,
            int season,
            Scaling scaling,
            Deseasonalization deseasonalization,
            Map<String, SeriesFacts> facts) {
        this.network = network;
        this.form = reader.form();
        this.frequency = frequency;
        this.season = season;
        this.scaling = scaling;
        this.deseasonalization = deseasonalization;
        this.reader = reader;
        this.facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    static Forecaster of(
            Sequential network, WindowPlan plan, Map<String, SeriesFacts> facts) {
        ForecastSettings settings = plan.settings();
        return new Forecaster(
                network, ForecastReader.raw(plan.form(), plan.head()), plan.frequency(), plan.season(),
                settings.scaling(), settings.deseasonalization(), facts);
    }

    /// The same forecaster, whose quantiles are moved by a calibration.
    Forecaster withCalibration(ConformalCalibration calibration, CalibrationSource source) {
        return new Forecaster(
                network, reader.withCalibration(calibration, source), frequency, season, scaling, deseasonalization,
                facts);
    }

    /// The same forecaster, whose forecasts never go below floors.
    ///
    /// @param floors one for each target, or none at all
    Forecaster withFloors(Floors floors) {
        return new Forecaster(network, reader.withFloors(floors), frequency, season, scaling, deseasonalization,
                facts);
    }

    /// The same forecaster with a network of other weights.
    Forecaster withNetwork(Sequential other) {
        return new Forecaster(other, reader, frequency, season, scaling, deseasonalization,
                facts);
    }

    /// The same forecaster, whose quantiles are moved by what windows say that its network has not seen.
    ///
    /// @param windows of series that it has [prepared][#prepare]
    public Forecaster recalibrated(WindowSamples windows, Compute compute) {
        return withCalibration(
                new CalibrationFit(this, compute).fit(windows, new ConformalSettings()), CalibrationSource.PART);
    }

    /// The same forecaster, which has been trained and chosen by what lies before an instant. Scales of a series it knew stay; those of
    /// another are learnt from the training part.
    ///
    /// @param training what it is trained on, from the first step on
    /// @param until as [#trainedUntil]
    public Forecaster knowing(TimeSeries training, long until) {
        SeriesFacts known = factsOf(training.name());
        Map<String, SeriesFacts> more = new LinkedHashMap<>(facts);
        String name = facts.size() == 1 ? facts.keySet().iterator().next() : training.name();
        more.put(name, known == null
                ? SeriesFacts.of(training, schema(), scaling, deseasonalization, season, statics(), until)
                : known.withTrainedUntil(until));
        return new Forecaster(network, reader, frequency, season, scaling, deseasonalization, more);
    }

    @Override
    public Sequential network() {
        return network;
    }

    /// What a sample made of a window looks like.
    public WindowForm form() {
        return form;
    }

    /// The columns it reads, in what role.
    @Override
    public FeatureSchema schema() {
        return form.schema();
    }

    /// How far it looks back and ahead.
    public WindowSpec window() {
        return form.window();
    }

    @Override
    public int lookback() {
        return window().lookback();
    }

    @Override
    public int horizon() {
        return window().horizon();
    }

    /// The distance of the steps it was trained on.
    @Override
    public Frequency frequency() {
        return frequency;
    }

    /// Steps in a season.
    @Override
    public int season() {
        return season;
    }

    public Scaling scaling() {
        return scaling;
    }

    /// Whether the season is taken off what the network reads.
    public Deseasonalization deseasonalization() {
        return deseasonalization;
    }

    public WindowScaling windowScaling() {
        return form.scaling();
    }

    /// What the outputs of the network mean.
    public Head head() {
        return reader.head();
    }

    /// The levels of its quantiles, rising; only where it [gives some][#givesQuantiles].
    public double[] levels() {
        return reader.levels();
    }

    /// What its quantiles are moved by, where they are.
    public Optional<ConformalCalibration> calibration() {
        return reader.calibration();
    }

    /// The windows that said so.
    public CalibrationSource calibrationSource() {
        return reader.source();
    }

    /// Below which no forecast goes.
    @Override
    public Floors floors() {
        return reader.floors();
    }

    /// Whether forecasts come with quantiles.
    @Override
    public boolean givesQuantiles() {
        return reader.givesQuantiles();
    }

    ForecastReader reader() {
        return reader;
    }

    /// What the network says of samples, end to end.
    float[] say(WindowSamples windows, Compute compute) {
        return Model.compile(network, new Adam(0.001), new MeanSquaredError(), compute).predict(windows).data();
    }

    /// How the columns of a series are scaled, in the order of [FeatureSchema#columns].
    ///
    /// @param series a name; of a forecaster of a single series any
    /// @throws IllegalArgumentException when it was trained on several, and this is none of them
    public List<FittedScaler> scalers(String series) {
        return requireFacts(series).scalers();
    }

    /// What the season adds to each target of a series, in its scaler's unit.
    ///
    /// @param series a name; of a forecaster of a single series any
    /// @throws IllegalArgumentException when it was trained on several, and this is none of them
    public List<SeasonalIndices> seasons(String series) {
        return requireFacts(series).seasons();
    }

    private SeriesFacts requireFacts(String series) {
        SeriesFacts known = factsOf(series);
        if (known == null) {
            throw new IllegalArgumentException("the forecaster was trained on the series " + facts.keySet()
                    + ", and '" + series + "' is none of them");
        }
        return known;
    }

    Map<String, SeriesFacts> facts() {
        return facts;
    }

    /// Foretells the steps after the last observed target.
    ///
    /// Rows after it, whose targets are missing, give the values of future columns.
    ///
    /// @param horizon steps ahead, at most the trained ones
    /// @return a forecast for each target
    /// @throws ConfigurationException when the horizon is longer than the trained one; [ExtendedForecast] goes on beyond it
    /// @throws DataException when the series is too short, lacks a column, has another frequency, or its future columns end
    ///         before the horizon does
    @Override
    public List<Forecast> forecast(TimeSeries series, int horizon, Compute compute) {
        checks().requireHorizon(horizon);
        PreparedSeries prepared = prepare(series);
        return forecastAt(prepared, requireOrigin(prepared, horizon), horizon, compute);
    }

    /// The step after the last observed target, where a forecast of so many steps can begin.
    int requireOrigin(PreparedSeries prepared, int horizon) {
        TimeSeries series = prepared.series();
        int origin = prepared.endOfTargets();
        String what = series.name().isEmpty() ? "the series" : "series '" + series.name() + "'";
        if (origin < form.leastHistory()) {
            throw new DataException(new Problem(
                    what + " has " + origin + " steps up to its last observed target",
                    "the " + form.leastHistory() + " steps the model looks back on",
                    origin + " steps",
                    "bring more rows, or train with --lookback " + Math.max(1, origin) + " or less"));
        }
        checks().requireFutureColumns(series, origin, horizon);
        return origin;
    }

    @Override
    public List<List<Forecast>> forecastFrom(TimeSeries series, List<Integer> origins, Compute compute) {
        PreparedSeries prepared = prepare(series);
        return origins.stream().map(origin -> forecastAt(prepared, origin, horizon(), compute)).toList();
    }

    @Override
    public ModelFile toFile() {
        return ForecasterFile.of(this);
    }

    /// Foretells from an origin inside the series, reading only what was known then.
    ///
    /// @param origin the step of the first target
    public List<Forecast> forecastAt(PreparedSeries prepared, int origin, int horizon, Compute compute) {
        return forecastAt(prepared, origin, horizon, QuantileCorrection.NONE, compute);
    }

    /// The same with quantiles that are corrected.
    ///
    /// @param correction asked once for each target, where there are quantiles
    public List<Forecast> forecastAt(PreparedSeries prepared, int origin, int horizon, QuantileCorrection correction,
            Compute compute) {
        Tensor input = Tensor.zeros(form.inputShape().withBatch(form.samples()));
        for (int part = 0; part < form.samples(); part++) {
            prepared.copyInputs(origin, part, input.data(), part * form.inputShape().elements());
        }
        float[] output = predictor(compute).newPass(input.shape()).forward(input).data();
        List<Forecast> forecasts = new ArrayList<>();
        Timeline ahead = prepared.series().timeline().from(origin);
        for (int index = 0; index < schema().targets().size(); index++) {
            int sample = form.samples() == 1 ? 0 : index;
            forecasts.add(forecast(prepared, index, ahead, horizon, output, sample, origin, correction));
        }
        return List.copyOf(forecasts);
    }

    private Forecast forecast(PreparedSeries prepared, int target, Timeline ahead, int horizon, float[] said,
            int sample, int origin, QuantileCorrection correction) {
        TargetUnit unit = prepared.unit(target, origin);
        String name = schema().targets().get(target);
        if (!givesQuantiles()) {
            List<Double> mean = Arrays.stream(reader.point(said, sample, target, unit)).limit(horizon).boxed().toList();
            return Forecast.of(prepared.series().name(), name, ahead, mean);
        }
        QuantileForecast whole = reader.quantiles(said, sample, target, unit,
                quantiles -> correction.corrected(target, quantiles, unit));
        return new Forecast(prepared.series().name(), name, ahead,
                Arrays.stream(whole.point()).limit(horizon).boxed().toList(),
                Arrays.stream(whole.levels()).boxed().toList(),
                Arrays.stream(whole.values()).limit(horizon)
                        .map(ofStep -> Arrays.stream(ofStep).boxed().toList())
                        .toList());
    }

    private Predictor predictor(Compute compute) {
        Predictor made = predictor.get();
        if (made == null) {
            made = Predictor.of(network, WeightFormat.FLOAT32, compute);
            predictor.set(made); // of two made at once either will do
        }
        return made.on(compute);
    }

    /// Judges the model on series, beside the baselines: on the windows after its training and validation parts where there
    /// are any, else on all.
    ///
    /// @throws DataException when no window can be judged
    @Override
    public Evaluation evaluate(List<TimeSeries> series, Compute compute) {
        return new WindowJudge(this, compute).judge(series);
    }

    /// Judges the model on windows, beside the baselines.
    ///
    /// @param windows of series that it has [prepared][#prepare]
    public Evaluation evaluate(WindowSamples windows, Compute compute) {
        return new WindowJudge(this, compute).judge(windows, List.of());
    }

    /// What it says of each target of each window, in their order, beside what came true.
    ///
    /// @param windows of series that it has [prepared][#prepare]
    public List<JudgedForecast> foretell(WindowSamples windows, Compute compute) {
        List<JudgedForecast> all = new ArrayList<>();
        new WindowJudge(this, compute).forEach(windows, all::add);
        return all;
    }

    @Override
    public List<JudgedForecast> foretellLast(List<TimeSeries> series, Compute compute) {
        WindowSamples.Builder windows = WindowSamples.of(form);
        series.forEach(one -> windows.add(prepare(one), one.steps() - horizon(), one.steps()));
        return foretell(windows.build(), compute);
    }

    /// The windows of series that it is judged on: those after its training and validation parts where there are any, else all.
    ///
    /// @throws DataException when there is none
    public WindowSamples windowsToJudge(List<TimeSeries> series) {
        return WindowJudge.windows(this, series);
    }

    /// A series as the network reads it.
    ///
    /// A series it was trained on keeps its scale; a forecaster of a single series takes that one's scale for any; another
    /// series is scaled by its own values, all of which are past when it is forecast. Static columns are scaled as in training.
    ///
    /// @throws DataException when the series lacks a column, has another frequency, or a category that was not in training
    public PreparedSeries prepare(TimeSeries series) {
        checks().requireFrequency(series);
        SeriesFacts known = factsOf(series.name());
        if (known != null) {
            return known.prepared(series, form);
        }
        List<FittedScaler> scalers = statics().with(PreparedSeries.fit(series, schema(), scaling, series.steps()));
        return PreparedSeries.of(series, form, scalers, deseasonalization.fit(series, schema(), scalers, season));
    }

    /// That of training, which all series share.
    private StaticScaling statics() {
        return StaticScaling.in(facts.values().iterator().next().scalers(), schema());
    }

    /// Whether a series of that name is scaled as in training, and not by its own values.
    public boolean knowsScaleOf(String series) {
        return factsOf(series) != null;
    }

    /// The names of the series it was trained on; a forecaster of a single series takes any other for that one.
    public List<String> knownSeries() {
        return List.copyOf(facts.keySet());
    }

    /// The instant of the first step of a series that neither trained nor chose anything, in UTC milliseconds, or the step's number
    /// without time; empty for a series it does not know.
    public OptionalLong trainedUntil(String series) {
        SeriesFacts known = factsOf(series);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known.trainedUntil());
    }

    @org.jspecify.annotations.Nullable
    SeriesFacts factsOf(String name) {
        return facts.size() == 1 ? facts.values().iterator().next() : facts.get(name);
    }

    private ForecastChecks checks() {
        return new ForecastChecks(frequency, horizon(), schema().columns(CategoryColumn.Role.FUTURE));
    }
}
