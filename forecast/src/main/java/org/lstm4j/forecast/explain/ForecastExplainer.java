package org.lstm4j.forecast.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.explain.Attribution;
import org.lstm4j.explain.CellActivity;
import org.lstm4j.explain.GradientBySteps;
import org.lstm4j.explain.GradientStatistics;
import org.lstm4j.explain.IntegratedGradients;
import org.lstm4j.explain.OutputSum;
import org.lstm4j.explain.ParameterStatistics;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.head.Head;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.TargetUnit;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Explains the forecasts of a forecaster by input column and lag, in the target's unit.
///
/// {@snippet :
/// ForecastExplainer explainer = ForecastExplainer.of(
///         forecaster, forecaster.windowsToJudge(series), ExplanationSettings.standard(), Compute.shared());
/// ForecastExplanation everywhere = explainer.explain();
/// List<WindowExplanation> here = explainer.explain(forecaster.prepare(series.getFirst()), origin);
/// }
///
/// **What is explained** is the forecast of one target at one step of the horizon, or its mean over the horizon, as a function of
/// what the network reads: scaled columns, and where windows have a level of their own (`last`, `revin`) the target beside that
/// level. The level is held fixed: what the target's own past does by lifting or stretching the whole window is no attribution,
/// and is the same in forecast and reference. Scales are undone on what comes out, so that everything is in the target's unit;
/// where the target was scaled by a logarithm, which does not add up, in log(1 + target). Of a network that says quantiles or a
/// distribution it is the location that is explained: the central quantile, or the first parameter.
///
/// **Categories** have learnt vectors, and it is of these that the network is a function. What a category adds is the sum over the numbers
/// of its vector, its slope their norm, and all of them are hidden together. Where a segment network is told of static categories
/// by its decoder, they act at the first step of each segment ahead, and stand at these lags.
///
/// **Beside what**: a reference in which every channel stands at its mean over the windows that are explained, a category at the mean of
/// its vectors.
///
/// Not thread-safe.
public final class ForecastExplainer {

    private final Forecaster forecaster;
    private final ExplanationSettings settings;
    private final Compute compute;
    private final VectorNetwork network;
    /// for each sample that a window gives
    private final List<ExplainedWindows> parts;
    private final IntegratedGradients integrated;

    private ForecastExplainer(Forecaster forecaster, VectorNetwork network, List<ExplainedWindows> parts,
            ExplanationSettings settings, Compute compute) {
        this.forecaster = forecaster;
        this.network = network;
        this.parts = List.copyOf(parts);
        this.settings = settings;
        this.compute = compute;
        integrated = new IntegratedGradients(network.network(), compute, settings.path());
    }

    /// @param windows that are there to be explained, such as [Forecaster#windowsToJudge]; at least one
    /// @throws ConfigurationException when the step is beyond the horizon
    /// @throws IllegalArgumentException when there is no window
    public static ForecastExplainer of(
            Forecaster forecaster, WindowSamples windows, ExplanationSettings settings, Compute compute) {
        int horizon = forecaster.window().horizon();
        settings.step().ifPresent(step -> requireWithin(step, horizon));
        VectorNetwork network = VectorNetwork.of(forecaster.network(), forecaster.form());
        List<ExplainedWindows> parts = IntStream.range(0, forecaster.form().samples())
                .mapToObj(part -> ExplainedWindows.spread(ofPart(windows.complete(), part), settings.windows(),
                        network.channels(), forecaster.form()))
                .toList();
        return new ForecastExplainer(forecaster, network, parts, settings, compute);
    }

    /// @throws IllegalArgumentException when there is none
    private static WindowSamples ofPart(WindowSamples windows, int part) {
        int[] samples = IntStream.range(0, windows.count())
                .filter(sample -> windows.firstTarget(sample) == part)
                .toArray();
        if (samples.length == 0) {
            throw new IllegalArgumentException(
                    "there is no window to explain whose targets were all observed; bring more rows");
        }
        return windows.only(samples);
    }

    private static void requireWithin(int step, int horizon) {
        if (step > horizon) {
            throw new ConfigurationException(new Problem("step " + step + " of the forecast cannot be explained",
                    "1 to " + horizon + ", the steps the model foretells", "step " + step,
                    "use --step " + horizon + " or less, or leave it out for the mean over all steps"));
        }
    }

    /// Over many windows: means by column and lag, what hiding columns does, the gates of the last window, the weights and
    /// their gradients.
    ///
    /// @throws ConfigurationException when the network has no recurrent layer
    public ForecastExplanation explain() {
        List<CellActivity> gates = gates(latest().series(), latest().step());
        List<TargetExplanation> targets = new ArrayList<>();
        for (int target = 0; target < forecaster.schema().targets().size(); target++) {
            targets.add(new TargetMeans(
                    network, columns(target), windows(target), forecaster.head().outputs(), settings, compute,
                    integrated)
                    .explain(target, forecaster.schema().targets().get(target), outputs(target)));
        }
        ExplainedWindows windows = parts.getFirst();
        return new ForecastExplanation(settings.step(), windows.count(), targets, latest().time(), gates,
                ParameterStatistics.of(forecaster.network()),
                GradientStatistics.of(forecaster.network(), windows.samples(),
                        windows.targets(), forecaster.head().loss(), compute));
    }

    /// One forecast, for each target.
    ///
    /// @param prepared by [Forecaster#prepare]
    /// @param origin the first step foretold: from the lookback to the step after the series' last
    /// @throws IndexOutOfBoundsException when the origin is not among them
    public List<WindowExplanation> explain(PreparedSeries prepared, int origin) {
        List<WindowExplanation> all = new ArrayList<>();
        for (int target = 0; target < forecaster.schema().targets().size(); target++) {
            Tensor inputs = network.channels().read(sample(prepared, origin, part(target)));
            Attribution attribution = integrated
                    .of(inputs, windows(target).reference(), OutputSum.mean(outputs(target)))
                    .getFirst();
            all.add(inUnit(attribution, prepared, origin, target));
        }
        return List.copyOf(all);
    }

    private int part(int target) {
        return parts.size() == 1 ? 0 : target;
    }

    private ExplainedWindows windows(int target) {
        return parts.get(part(target));
    }

    private List<InputColumn> columns(int target) {
        return InputColumn.of(forecaster.form(), target);
    }

    /// As the forecaster's network reads it, [1, rows, columns].
    private Tensor sample(PreparedSeries prepared, int origin, int part) {
        int lookback = forecaster.form().leastHistory();
        int steps = prepared.series().steps();
        if (origin < lookback || origin > steps) {
            throw new IndexOutOfBoundsException(
                    "a forecast from step " + origin + " cannot be explained; it looks back on "
                            + lookback + " steps of a series of " + steps + ", so give a step from " + lookback + " to "
                            + steps);
        }
        Tensor sample = Tensor.zeros(forecaster.form().inputShape().withBatch(1));
        prepared.copyInputs(origin, part, sample.data(), 0);
        return sample;
    }

    private WindowExplanation inUnit(Attribution attribution, PreparedSeries prepared, int origin, int target) {
        TargetUnit unit = prepared.unit(target, origin);
        List<InputColumn> columns = columns(target);
        List<WindowExplanation.ColumnAttribution> signed = new ArrayList<>();
        Shape sample = attribution.values().shape();
        Tensor ofColumns = network.channels().columns().sums(attribution.values().reshape(sample.withBatch(1)));
        for (int column = 0; column < columns.size(); column++) {
            List<Double> lags = new ArrayList<>();
            for (int step = 0; step < sample.size(0); step++) {
                lags.add(unit.slope() * ofColumns.get(0, step, column));
            }
            signed.add(new WindowExplanation.ColumnAttribution(columns.get(column), lags));
        }
        int from = settings.step().orElse(1) - 1;
        int to = settings.step().orElse(forecaster.horizon());
        return new WindowExplanation(prepared.series().name(), prepared.series().timeline().format(origin),
                forecaster.schema().targets().get(target), prepared.straightUnit(target),
                unit.straight(attribution.output(), from, to),
                unit.straight(attribution.baselineOutput(), from, to), signed,
                Math.abs(unit.slope()) * attribution.gap(), attribution.complete());
    }

    /// Which outputs of the network say what is explained: of a head with several numbers for each step, the location.
    private int[] outputs(int target) {
        int targets = forecaster.form().targets();
        int place = targets == 1 ? 0 : target;
        Head head = forecaster.head();
        OptionalInt step = settings.step();
        IntStream steps = step.isPresent()
                ? IntStream.of(step.getAsInt() - 1)
                : IntStream.range(0, forecaster.window().horizon());
        return steps.map(ahead -> (ahead * targets + place) * head.outputs() + head.location()).toArray();
    }

    /// What gates and states do over the window that a forecast is made from.
    ///
    /// @param prepared by [Forecaster#prepare]
    /// @param origin the first step foretold
    /// @throws ConfigurationException when the network has no recurrent layer
    /// @throws IndexOutOfBoundsException when a forecast cannot begin there
    public List<CellActivity> gates(PreparedSeries prepared, int origin) {
        requireGates();
        return CellActivity.of(forecaster.network(), sample(prepared, origin, 0), compute);
    }

    /// How strongly the forecast of a target feels each input step: the norm of its slope in all channels of the step, mean over windows. See
    /// [GradientBySteps].
    ///
    /// @param target its number, from 0
    /// @return [rows], in the order of time
    public double[] gradientBySteps(int target) {
        return new GradientBySteps(network.network(), compute).of(windows(target).inputs(),
                OutputSum.mean(outputs(target)));
    }

    /// The latest of the windows that are explained.
    public WindowOrigin latest() {
        return parts.getFirst().origins().getLast();
    }

    private void requireGates() {
        if (forecaster.network().layers().stream().noneMatch(ForecastExplainer::hasGates)) {
            throw new ConfigurationException(new Problem("the model has no recurrent layer whose gates could be shown",
                    "an LSTM, GRU or simple recurrent layer",
                    forecaster.network().layers().stream().map(Layer::name).toList().toString(),
                    "explain a model with such a layer"));
        }
    }

    private static boolean hasGates(Layer layer) {
        return layer instanceof RecurrentLayer || layer.parts().stream().anyMatch(ForecastExplainer::hasGates);
    }
}
