package org.lstm4j.train;

import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The data of many a first LSTM: sequences of uniform numbers in [0, 1), the target being their sum. Nothing can be better
/// learnt by heart than by understanding, and every test loss can be judged: predicting the mean gives steps/12.
///
/// @param trainInputs [samples, steps, 1]
/// @param trainTargets [samples, 1]
/// @param testInputs [samples, steps, 1]
/// @param testTargets [samples, 1]
public record SequenceSums(Tensor trainInputs, Tensor trainTargets, Tensor testInputs, Tensor testTargets) {

    /// Draws sequences and splits them at random.
    ///
    /// @param samples how many sequences in all
    /// @param testShare the share that goes to the test part, in [0, 1]
    /// @param seed decides numbers and split
    /// @throws IllegalArgumentException when a number is out of its range
    public static SequenceSums draw(int samples, int steps, double testShare, long seed) {
        if (samples < 1 || steps < 1 || !(testShare >= 0 && testShare <= 1)) {
            throw new IllegalArgumentException(
                    "sequences need at least 1 sample, 1 step and a test share in [0, 1], but were "
                            + samples + ", " + steps + " and " + testShare);
        }
        RandomStreams streams = new RandomStreams(seed);
        RandomStream numbers = streams.stream("sequences");
        Tensor inputs = Tensor.zeros(Shape.sequence(steps, 1).withBatch(samples));
        Tensor targets = Tensor.zeros(Shape.of(new Axis("outputs", 1)).withBatch(samples));
        int[] order = new int[samples];
        for (int sample = 0; sample < samples; sample++) {
            order[sample] = sample;
            double sum = 0;
            for (int step = 0; step < steps; step++) {
                float value = numbers.nextFloat();
                inputs.data()[sample * steps + step] = value;
                sum += value;
            }
            targets.data()[sample] = (float) sum;
        }
        streams.stream("split").shuffle(order, samples);
        int test = (int) Math.round(samples * testShare);
        int train = samples - test;
        return new SequenceSums(
                pick(inputs, order, 0, train),
                pick(targets, order, 0, train),
                pick(inputs, order, train, samples),
                pick(targets, order, train, samples));
    }

    private static Tensor pick(Tensor all, int[] order, int from, int to) {
        Shape sample = all.shape().withoutBatch();
        Tensor part = Tensor.zeros(sample.withBatch(to - from));
        int size = sample.elements();
        for (int index = from; index < to; index++) {
            System.arraycopy(all.data(), order[index] * size, part.data(), (index - from) * size, size);
        }
        return part;
    }
}
