package org.lstm4j.reference;

import java.util.SplittableRandom;

/// The sizes of a random case.
///
/// @param everyStep whether the model's output has all steps, or the last only
/// @param initialState whether the LSTM layers start from random states, or from zeros
/// @param finalState whether the loss depends on the final states as well as on the output
record CaseSizes(
        int steps,
        int batch,
        int features,
        int units,
        int layers,
        int outputs,
        boolean everyStep,
        boolean initialState,
        boolean finalState) {

    // around the 16 units of a block, the 64 columns of a panel, the 4 rows of a tile, and 1
    private static final int[] AWKWARD_UNITS = {1, 1, 2, 3, 8, 15, 16, 17, 31, 33, 50, 64, 65};
    private static final int[] AWKWARD_FEATURES = {1, 1, 2, 3, 5, 8, 16, 17, 40, 65};
    private static final int[] AWKWARD_BATCHES = {1, 1, 2, 3, 4, 5, 9};
    private static final int[] AWKWARD_STEPS = {1, 1, 2, 3, 5, 8, 20};

    /// Sizes small enough for thousands of forward passes; each of them is 1 in many cases.
    static CaseSizes drawSmall(SplittableRandom random) {
        return draw(
                random.nextInt(1, 8),
                random.nextInt(1, 5),
                random.nextInt(1, 6),
                random.nextInt(1, 7),
                random);
    }

    /// Sizes that fit the float32 kernels' blocks, panels and tiles badly or just so. Where all of them come out large together
    /// they are drawn again, so that a thousand cases take seconds.
    static CaseSizes drawAwkward(SplittableRandom random) {
        CaseSizes sizes;
        do {
            sizes = draw(
                    one(AWKWARD_STEPS, random),
                    one(AWKWARD_BATCHES, random),
                    one(AWKWARD_FEATURES, random),
                    one(AWKWARD_UNITS, random),
                    random);
        } while (sizes.work() > 500_000);
        return sizes;
    }

    /// Multiplications of one gate in a forward pass, about.
    private long work() {
        return (long) layers * steps * batch * units * (features + units);
    }

    private static CaseSizes draw(int steps, int batch, int features, int units, SplittableRandom random) {
        return new CaseSizes(
                steps,
                batch,
                features,
                units,
                random.nextInt(1, 3),
                random.nextInt(1, 4),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private static int one(int[] choices, SplittableRandom random) {
        return choices[random.nextInt(choices.length)];
    }
}
