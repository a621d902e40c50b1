package org.lstm4j.forecast.explain;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.explain.Attribution;
import org.lstm4j.explain.InputGradients;
import org.lstm4j.explain.IntegratedGradients;
import org.lstm4j.explain.LagSpans;
import org.lstm4j.explain.Occlusion;
import org.lstm4j.explain.OutputSum;
import org.lstm4j.explain.Saliency;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Tensor;

/// What the forecasts of one target depend on, as means over windows. Every window has its own slope from what the network says to
/// the target's unit.
final class TargetMeans {

    private final Sequential network;
    private final ColumnChannels channels;
    private final List<InputColumn> columns;
    private final ExplainedWindows windows;
    /// numbers that the network says of each target
    private final int outputsOfTarget;
    private final ExplanationSettings settings;
    private final Compute compute;
    private final IntegratedGradients integrated;

    TargetMeans(VectorNetwork network, List<InputColumn> columns, ExplainedWindows windows, int outputsOfTarget,
            ExplanationSettings settings, Compute compute, IntegratedGradients integrated) {
        this.network = network.network();
        channels = network.channels().columns();
        this.columns = columns;
        this.windows = windows;
        this.outputsOfTarget = outputsOfTarget;
        this.settings = settings;
        this.compute = compute;
        this.integrated = integrated;
    }

    /// @param outputs of the network that say what is explained
    TargetExplanation explain(int target, String name, int[] outputs) {
        double[] slopes = slopes(target);
        OutputSum output = OutputSum.mean(outputs);
        Tensor gradients = new InputGradients(network, compute).of(windows.inputs(), output);
        scale(gradients, slopes);
        List<Attribution> attributions = integrated.of(windows.inputs(), windows.reference(), output);
        Maps maps = new Maps(Saliency.meanMagnitude(channels.norms(gradients)),
                Saliency.meanMagnitude(channels.sums(timesDistance(gradients))),
                Saliency.meanMagnitude(channels.sums(inUnit(attributions, slopes))));
        int lookback = windows.inputs().shape().size(1);
        LagSpans spans = new LagSpans(lookback, settings.spanOf(lookback));
        Occlusion.Measure change = scaled(Occlusion.Measure.change(output), slopes);
        Occlusion.Measure rise = scaled(errorRise(outputs), slopes);
        Hidden parts = hidden(spans, change, rise);
        Hidden whole = hidden(new LagSpans(lookback, lookback), change, rise);
        return new TargetExplanation(name, windows.origins().getFirst().series().straightUnit(target),
                columns(maps, parts, whole), spans,
                meanError(outputs, slopes), worstGap(attributions, slopes),
                attributions.stream().mapToInt(Attribution::points).max().orElse(0),
                attributions.stream().allMatch(Attribution::complete));
    }

    private record Maps(Tensor saliency, Tensor timesInput, Tensor attribution) {}

    private record Hidden(Tensor change, Tensor errorRise) {}

    private Hidden hidden(LagSpans spans, Occlusion.Measure change, Occlusion.Measure rise) {
        List<Tensor> both = new Occlusion(network, compute)
                .of(windows.inputs(), windows.reference(), spans, channels.groups(), List.of(change, rise));
        return new Hidden(both.getFirst(), both.getLast());
    }

    private double[] slopes(int target) {
        double[] slopes = new double[windows.count()];
        for (int index = 0; index < slopes.length; index++) {
            WindowOrigin origin = windows.origins().get(index);
            slopes[index] = Math.abs(origin.series().unit(target, origin.step()).slope());
        }
        return slopes;
    }

    private static void scale(Tensor ofWindows, double[] slopes) {
        int size = ofWindows.data().length / slopes.length;
        for (int index = 0; index < ofWindows.data().length; index++) {
            ofWindows.data()[index] *= (float) slopes[index / size];
        }
    }

    private Tensor timesDistance(Tensor gradients) {
        Tensor products = gradients.copy();
        float[] reference = windows.reference().data();
        for (int index = 0; index < products.data().length; index++) {
            products.data()[index] *= windows.inputs().data()[index] - reference[index % reference.length];
        }
        return products;
    }

    private Tensor inUnit(List<Attribution> attributions, double[] slopes) {
        Tensor all = Tensor.zeros(windows.inputs().shape());
        int size = windows.reference().data().length;
        for (int row = 0; row < attributions.size(); row++) {
            System.arraycopy(attributions.get(row).values().data(), 0, all.data(), row * size, size);
        }
        scale(all, slopes);
        return all;
    }

    private static Occlusion.Measure scaled(Occlusion.Measure measure, double[] slopes) {
        return (sample, shown, hidden, row) -> slopes[sample] * measure.of(sample, shown, hidden, row);
    }

    /// The mean over outputs of how much further each is from its target.
    private Occlusion.Measure errorRise(int[] outputs) {
        return (sample, shown, hidden, row) -> error(sample, hidden, row, outputs) - error(sample, shown, row, outputs);
    }

    private double error(int sample, Tensor said, int row, int[] outputs) {
        int size = said.data().length / said.batch();
        int targets = size / outputsOfTarget;
        double sum = 0;
        for (int output : outputs) {
            double target = windows.targets().data()[sample * targets + output / outputsOfTarget];
            sum += Math.abs(said.data()[row * size + output] - target);
        }
        return sum / outputs.length;
    }

    private double meanError(int[] outputs, double[] slopes) {
        Occlusion.Measure measure = (sample, shown, _, row) -> slopes[sample] * error(sample, shown, row, outputs);
        int lookback = windows.inputs().shape().size(1);
        return new Occlusion(network, compute)
                .of(windows.inputs(), windows.reference(), new LagSpans(lookback, lookback), measure).data()[0];
    }

    private static double worstGap(List<Attribution> attributions, double[] slopes) {
        double worst = 0;
        for (int row = 0; row < slopes.length; row++) {
            worst = Math.max(worst, slopes[row] * attributions.get(row).gap());
        }
        return worst;
    }

    private List<ColumnExplanation> columns(Maps maps, Hidden parts, Hidden whole) {
        List<ColumnExplanation> all = new ArrayList<>();
        for (int number = 0; number < columns.size(); number++) {
            all.add(new ColumnExplanation(columns.get(number), column(maps.saliency(), number),
                    column(maps.timesInput(), number), column(maps.attribution(), number),
                    column(parts.change(), number), column(parts.errorRise(), number),
                    whole.change().get(0, number), whole.errorRise().get(0, number)));
        }
        return all;
    }

    private static List<Double> column(Tensor map, int number) {
        List<Double> values = new ArrayList<>();
        for (int row = 0; row < map.shape().size(0); row++) {
            values.add((double) map.get(row, number));
        }
        return values;
    }
}
