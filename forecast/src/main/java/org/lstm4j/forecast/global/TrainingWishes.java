package org.lstm4j.forecast.global;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What was asked for of a network and its training; what is empty is left to the kind of model.
///
/// @param lookback steps the network sees
/// @param hidden units of each LSTM layer
/// @param epochs at most
/// @param batchSize samples between two changes of the weights
/// @param learningRate above 0
/// @param clipNorm longest gradient, above 0
/// @param earlyStopping epochs without progress after which training stops; 0 for never
/// @param seed of everything random
public record TrainingWishes(OptionalInt lookback, OptionalInt hidden, OptionalInt epochs, OptionalInt batchSize,
        OptionalDouble learningRate, OptionalDouble clipNorm, OptionalInt earlyStopping, long seed) {

    /// Nothing but a seed.
    public static TrainingWishes ofSeed(long seed) {
        return new TrainingWishes(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), seed);
    }

    public TrainingWishes withHidden(int other) {
        return new TrainingWishes(lookback, OptionalInt.of(other), epochs, batchSize, learningRate, clipNorm,
                earlyStopping, seed);
    }

    public TrainingWishes withEpochs(int other) {
        return new TrainingWishes(lookback, hidden, OptionalInt.of(other), batchSize, learningRate, clipNorm,
                earlyStopping, seed);
    }

    public TrainingWishes withEarlyStopping(int other) {
        return new TrainingWishes(lookback, hidden, epochs, batchSize, learningRate, clipNorm, OptionalInt.of(other),
                seed);
    }
}
