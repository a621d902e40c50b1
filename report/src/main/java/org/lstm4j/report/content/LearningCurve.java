package org.lstm4j.report.content;

/// The loss after each epoch; element 0 belongs to epoch 1.
///
/// @param loss what the loss is, with its unit: `mean squared error of scaled values`
/// @param training loss on the training part
/// @param validation loss on the validation part; empty when there was none
/// @param bestEpoch the epoch whose weights were kept, 0 when that is not known
public record LearningCurve(String loss, Values training, Values validation, int bestEpoch) {

    public LearningCurve {
        if (validation.size() > 0) {
            Lengths.requireEqual("epochs of the validation loss", validation.size(), training.size());
        }
        if (bestEpoch < 0 || bestEpoch > training.size()) {
            throw new IllegalArgumentException(
                    "best epoch must lie in 0 to " + training.size() + ", but was " + bestEpoch);
        }
    }

    /// For a report about a model that was not trained in this run.
    public static LearningCurve none() {
        return new LearningCurve("", Values.empty(), Values.empty(), 0);
    }
}
