package org.lstm4j.train;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.optim.SavedState;

/// All that a run of training has to remember to go on later as if it had not stopped, copied.
///
/// {@snippet :
/// TrainingState state = model.trainingState(2);
/// Model other = Model.compile(builtInTheSameWay, new Adam(0.001), new MeanSquaredError());
/// other.restore(state);
/// other.fit(samples, FitOptions.epochs(4).withInitialEpoch(state.epochs() + 1));
/// }
///
/// With the settings, samples and seed of the fit that was stopped, the weights are those of an unbroken fit, byte for byte. Not
/// remembered is what callbacks remember: early stopping and plateaus count their patience anew, and "best" is the best since.
///
/// @param epochs that were done
/// @param network its weights and random streams
/// @param optimizer the name of the optimizer, as its spec has it
/// @param optimizerState what the optimizer remembers, its learning rate included
/// @param average of the weights so far; null where the fit averages none
public record TrainingState(
        int epochs, NetworkState network, String optimizer, SavedState optimizerState, @Nullable SavedState average) {

    public TrainingState {
        Settings.requireAtLeast("epochs that were done", 0, epochs);
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(optimizer, "optimizer");
        Objects.requireNonNull(optimizerState, "optimizer state");
    }

    /// @throws IllegalArgumentException when it was saved with another optimizer
    void requireOptimizer(String name) {
        if (!optimizer.equals(name)) {
            throw new IllegalArgumentException("the state of training is that of another optimizer: expected " + name
                    + ", received " + optimizer + "; compile the model with the optimizer it was saved with");
        }
    }
}
