package org.lstm4j.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What becomes of the output when a feature is hidden over a span of steps: its values there give way to those of a reference.
///
/// ```
/// change[span, feature] = mean over samples of abs(f(x with feature hidden over span) − f(x))
/// ```
///
/// Source: Zeiler and Fergus, Visualizing and understanding convolutional networks, 2014, section 4.2, with spans of a feature for
/// patches of an image. It asks the network itself and no slope, so it also finds what saturated gates hide from gradients. Inputs
/// that say the same thing twice cover for each other: hiding one of them changes little.
///
/// Cost: a forward for each span and feature. Not thread-safe.
public final class Occlusion {

    /// Samples at a time.
    private static final int BATCH = 32;

    private final Sequential network;
    private final Compute compute;

    public Occlusion(Sequential network, Compute compute) {
        this.network = network;
        this.compute = compute;
    }

    /// What hiding something does to one sample, as one number.
    @FunctionalInterface
    public interface Measure {

        /// @param sample its number
        /// @param shown what the network says of the batch that the sample is in, [batch, …]
        /// @param hidden what it says with something hidden
        /// @param row of the sample in both
        double of(int sample, Tensor shown, Tensor hidden, int row);

        /// The magnitude of the change in what is explained.
        static Measure change(OutputSum output) {
            return (_, shown, hidden, row) -> Math.abs(output.value(hidden, row) - output.value(shown, row));
        }

        /// How much further from its target the explained number is; below 0 where hiding helps.
        ///
        /// @param targets of all samples
        static Measure errorRise(OutputSum output, double... targets) {
            return (sample, shown, hidden, row) -> Math.abs(output.value(hidden, row) - targets[sample])
                    - Math.abs(output.value(shown, row) - targets[sample]);
        }
    }

    /// The mean of a measure over samples, by span and feature.
    ///
    /// @param samples [batch, steps, features]
    /// @param reference what stands where something is hidden: [steps, features], such as [#mean] or zeros
    /// @return [spans, features]
    /// @throws IllegalArgumentException when samples are no sequences, or spans or reference are of others
    public Tensor of(Tensor samples, Tensor reference, LagSpans spans, Measure measure) {
        return of(samples, reference, spans, List.of(measure)).getFirst();
    }

    /// [#of(Tensor, Tensor, LagSpans, Measure)] for several measures of the same forwards.
    ///
    /// @return of each measure, [spans, features]
    /// @throws IllegalArgumentException as [#of(Tensor, Tensor, LagSpans, Measure)]
    public List<Tensor> of(Tensor samples, Tensor reference, LagSpans spans, List<Measure> measures) {
        int[] eachAlone = IntStream.range(0, samples.shape().last()).toArray();
        return of(samples, reference, spans, eachAlone, measures);
    }

    /// [#of(Tensor, Tensor, LagSpans, List)] where some features are hidden together, such as the numbers of a vector.
    ///
    /// @param groups [features], the number of the group that a feature belongs to, from 0
    /// @return of each measure, [spans, groups]
    /// @throws IllegalArgumentException as [#of(Tensor, Tensor, LagSpans, Measure)]; when there are not as many groups as features
    public List<Tensor> of(Tensor samples, Tensor reference, LagSpans spans, int[] groups, List<Measure> measures) {
        Shape sample = samples.shape().withoutBatch();
        requireFit(sample, reference, spans);
        int[][] features = featuresOf(groups, sample.last());
        int cells = spans.count() * features.length;
        double[][] sums = new double[measures.size()][cells];
        for (int from = 0; from < samples.batch(); from += BATCH) {
            int count = Math.min(BATCH, samples.batch() - from);
            Tensor batch = samples.rows(from, from + count);
            SequentialPass pass = network.newPass(batch.shape(), PassMode.INFERENCE, compute);
            Tensor shown = forward(pass, batch).copy();
            for (int cell = 0; cell < cells; cell++) {
                int[] group = features[cell % features.length];
                replace(batch, reference, group, spans, cell / features.length);
                Tensor hidden = forward(pass, batch);
                for (int index = 0; index < sums.length; index++) {
                    for (int row = 0; row < count; row++) {
                        sums[index][cell] += measures.get(index).of(from + row, shown, hidden, row);
                    }
                }
                restore(batch, samples, from, group, spans, cell / features.length);
            }
        }
        Shape map = Shape.of(new Axis("spans", spans.count()), Axis.features(features.length));
        return Arrays.stream(sums).map(sum -> means(map, sum, samples.batch())).toList();
    }

    /// The features of each group.
    private static int[][] featuresOf(int[] groups, int features) {
        if (groups.length != features) {
            throw new IllegalArgumentException("samples have " + features + " features, but there are " + groups.length
                    + " numbers of groups; give one for each");
        }
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        return IntStream.range(0, count)
                .mapToObj(group -> IntStream.range(0, features).filter(feature -> groups[feature] == group).toArray())
                .toArray(int[][]::new);
    }

    private static Tensor means(Shape map, double[] sums, int count) {
        Tensor means = Tensor.zeros(map);
        for (int cell = 0; cell < sums.length; cell++) {
            means.data()[cell] = (float) (sums[cell] / Math.max(1, count));
        }
        return means;
    }

    /// The mean sample, step by step.
    ///
    /// @param samples [batch, …]
    public static Tensor mean(Tensor samples) {
        Tensor mean = Tensor.zeros(samples.shape().withoutBatch());
        int size = mean.data().length;
        for (int index = 0; index < size; index++) {
            double sum = 0;
            for (int row = 0; row < samples.batch(); row++) {
                sum += samples.data()[row * size + index];
            }
            mean.data()[index] = (float) (sum / Math.max(1, samples.batch()));
        }
        return mean;
    }

    private static Tensor forward(SequentialPass pass, Tensor batch) {
        pass.resetState();
        return pass.forward(batch);
    }

    private static void replace(Tensor batch, Tensor reference, int[] group, LagSpans spans, int span) {
        for (int row = 0; row < batch.batch(); row++) {
            for (int step = spans.first(span); step < spans.end(span); step++) {
                for (int feature : group) {
                    batch.set(reference.get(step, feature), row, step, feature);
                }
            }
        }
    }

    private static void restore(Tensor batch, Tensor samples, int from, int[] group, LagSpans spans, int span) {
        for (int row = 0; row < batch.batch(); row++) {
            for (int step = spans.first(span); step < spans.end(span); step++) {
                for (int feature : group) {
                    batch.set(samples.get(from + row, step, feature), row, step, feature);
                }
            }
        }
    }

    private static void requireFit(Shape sample, Tensor reference, LagSpans spans) {
        if (sample.rank() != 2) {
            throw new IllegalArgumentException(
                    "occlusion hides features of sequences [batch, steps, features], but samples"
                            + " are " + sample + "; reshape them");
        }
        if (!sample.sameSizes(reference.shape()) || spans.steps() != sample.size(0)) {
            throw new IllegalArgumentException("samples are " + sample + ", but the reference is " + reference.shape()
                    + " and spans are of " + spans.steps() + " steps; give both the sizes of one sample");
        }
    }
}
