package org.lstm4j.benchmarks.determinism;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.lstm4j.compute.Compute;
import org.lstm4j.inference.PredictionStream;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What a network says to sequences, in every format of its weights; and that it says so whatever the way of asking.
final class Answers {

    private Answers() {}

    /// The answers of all formats, one after the other.
    ///
    /// @throws IllegalStateException when a sequence alone, or step by step, gets another answer than among others
    static double[] of(Sequential network, Tensor sequences, Compute compute) {
        double[] all = {};
        for (WeightFormat format : WeightFormat.values()) {
            Predictor predictor = Predictor.of(network, format, compute);
            float[] together = predictor.predict(sequences).data();
            requireSame(format + ", one by one", together, oneByOne(predictor, sequences));
            requireSame(format + ", step by step", together, stepByStep(predictor, sequences));
            int before = all.length;
            all = Arrays.copyOf(all, before + together.length);
            for (int index = 0; index < together.length; index++) {
                all[before + index] = together[index];
            }
        }
        return all;
    }

    private static float[] oneByOne(Predictor predictor, Tensor sequences) {
        float[] answers = {};
        for (int row = 0; row < sequences.batch(); row++) {
            float[] one = predictor.predict(sequences.rows(row, row + 1)).data();
            int before = answers.length;
            answers = Arrays.copyOf(answers, before + one.length);
            System.arraycopy(one, 0, answers, before, one.length);
        }
        return answers;
    }

    private static float[] stepByStep(Predictor predictor, Tensor sequences) {
        int steps = sequences.shape().size(1);
        int features = sequences.shape().last();
        PredictionStream stream = predictor.newStream(sequences.batch());
        Tensor input = Tensor.zeros(Shape.vector(features).withBatch(sequences.batch()));
        return IntStream.range(0, steps).mapToObj(step -> {
            for (int row = 0; row < sequences.batch(); row++) {
                System.arraycopy(sequences.data(), (row * steps + step) * features, input.data(), row * features,
                        features);
            }
            return stream.step(input).data();
        }).reduce((before, last) -> last).orElseThrow();
    }

    private static void requireSame(String how, float[] expected, float[] actual) {
        if (!Arrays.equals(expected, actual)) {
            throw new IllegalStateException("the answers differ: " + how);
        }
    }
}
