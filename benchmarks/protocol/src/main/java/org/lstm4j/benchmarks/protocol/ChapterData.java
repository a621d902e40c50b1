package org.lstm4j.benchmarks.protocol;

import java.util.SplittableRandom;

/// The chapter's data: 1000 sequences of ten uniform numbers in [0, 1), the target being their sum; 800 to train on, 200 to
/// test on. The arrays are shared.
///
/// @param trainInputs `[800, 10, 1]`
/// @param trainTargets `[800]`
/// @param testInputs `[200, 10, 1]`
/// @param testTargets `[200]`
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: they are as large as networks
public record ChapterData(float[] trainInputs, float[] trainTargets, float[] testInputs, float[] testTargets) {

    /// Numbers in a sequence.
    public static final int STEPS = 10;
    /// Sequences to train on.
    public static final int TRAIN = 800;
    /// Sequences to test on.
    public static final int TEST = 200;
    /// Sequences in a training batch.
    public static final int BATCH = 32;
    /// Times the training part is gone through.
    public static final int EPOCHS = 10;

    /// Draws the data; the same seed gives the same numbers.
    public static ChapterData draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] trainInputs = uniform(random, TRAIN * STEPS);
        float[] testInputs = uniform(random, TEST * STEPS);
        return new ChapterData(trainInputs, sums(trainInputs), testInputs, sums(testInputs));
    }

    private static float[] uniform(SplittableRandom random, int count) {
        float[] numbers = new float[count];
        for (int index = 0; index < count; index++) {
            numbers[index] = (float) random.nextDouble();
        }
        return numbers;
    }

    private static float[] sums(float[] inputs) {
        float[] sums = new float[inputs.length / STEPS];
        for (int index = 0; index < inputs.length; index++) {
            sums[index / STEPS] += inputs[index];
        }
        return sums;
    }
}
