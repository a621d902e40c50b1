package org.lstm4j.benchmarks.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The chapter as a loop over training steps, for libraries that offer no loop of their own: LSTM(50) and Dense(1), ten epochs
/// of shuffled batches of 32, then the mean squared error on the test part.
final class Chapter {

    private static final long SEED = 42;
    private static final Workload SHAPE = Workload.ALL.getFirst();

    private Chapter() {}

    static double run(Peer peer, ChapterData data) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] order = new int[ChapterData.TRAIN];
        for (int index = 0; index < order.length; index++) {
            order[index] = index;
        }
        float[] inputs = new float[ChapterData.BATCH * ChapterData.STEPS];
        float[] targets = new float[ChapterData.BATCH];
        try (Training training = peer.training(SHAPE, initialWeights(random), ChapterData.BATCH)) {
            for (int epoch = 0; epoch < ChapterData.EPOCHS; epoch++) {
                shuffle(order, random);
                for (int from = 0; from < order.length; from += ChapterData.BATCH) {
                    gather(data, order, from, inputs, targets);
                    training.load(inputs, targets);
                    training.step();
                }
            }
            return testLoss(peer, training.weights(), data);
        }
    }

    private static double testLoss(Peer peer, Weights weights, ChapterData data) {
        float[] outputs = new float[ChapterData.TEST];
        try (Inference inference = peer.inference(SHAPE, weights, ChapterData.TEST)) {
            inference.load(data.testInputs());
            inference.run();
            inference.read(outputs);
        }
        double sum = 0;
        for (int index = 0; index < outputs.length; index++) {
            double error = (double) outputs[index] - data.testTargets()[index];
            sum += error * error;
        }
        return sum / outputs.length;
    }

    private static void gather(ChapterData data, int[] order, int from, float[] inputs, float[] targets) {
        int steps = ChapterData.STEPS;
        for (int index = 0; index < targets.length; index++) {
            System.arraycopy(data.trainInputs(), order[from + index] * steps, inputs, index * steps, steps);
            targets[index] = data.trainTargets()[order[from + index]];
        }
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int index = order.length - 1; index > 0; index--) {
            int other = random.nextInt(index + 1);
            int kept = order[index];
            order[index] = order[other];
            order[other] = kept;
        }
    }

    /// Uniform in ±1/√H, as PyTorch begins.
    private static Weights initialWeights(SplittableRandom random) {
        int units = SHAPE.units();
        List<Weights.Layer> layers = new ArrayList<>();
        layers.add(new Weights.Layer(uniform(random, 4 * units), uniform(random, 4 * units * units),
                uniform(random, 4 * units)));
        return new Weights(layers, uniform(random, units), uniform(random, 1));
    }

    private static float[] uniform(SplittableRandom random, int count) {
        double bound = 1 / Math.sqrt(SHAPE.units());
        float[] numbers = new float[count];
        for (int index = 0; index < count; index++) {
            numbers[index] = (float) random.nextDouble(-bound, bound);
        }
        return numbers;
    }
}
