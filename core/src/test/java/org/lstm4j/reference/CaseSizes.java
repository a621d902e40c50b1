package org.lstm4j.reference;

import java.util.SplittableRandom;

/// The sizes of a random case.
///
/// @param everyStep whether the model's output has all steps, or the last only
/// @param initialState whether the LSTM layers start from random states, or from zeros
record CaseSizes(
        int steps,
        int batch,
        int features,
        int units,
        int layers,
        int outputs,
        boolean everyStep,
        boolean initialState) {

    /// Sizes small enough for thousands of forward passes; each of them is 1 in many cases.
    static CaseSizes drawSmall(SplittableRandom random) {
        return new CaseSizes(
                random.nextInt(1, 8),
                random.nextInt(1, 5),
                random.nextInt(1, 6),
                random.nextInt(1, 7),
                random.nextInt(1, 3),
                random.nextInt(1, 4),
                random.nextBoolean(),
                random.nextBoolean());
    }
}
