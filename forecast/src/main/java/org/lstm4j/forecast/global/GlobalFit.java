package org.lstm4j.forecast.global;

import java.util.List;
import java.util.function.Consumer;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.train.History;

/// How a kind of global model is trained: [EsRnnFit] or [DeepArFit].
public sealed interface GlobalFit permits EsRnnFit, DeepArFit {

    /// The kind's name on the command line.
    String kind();

    /// What was asked for of network and training.
    TrainingWishes wishes();

    /// @throws org.lstm4j.ConfigurationException when the kind cannot read such columns
    void requireReadable(GlobalSettings settings);

    /// The most epochs, and updates of the weights in each.
    ///
    /// @param targets how many there are
    Pace pace(int targets);

    /// Steps before the first one foretold that every target must have in its training part.
    int leastHistory(GlobalPlan plan);

    /// The fewest that it may be, whatever the data.
    int leastHistory(GlobalSettings settings);

    /// Trains a model on the training parts; validation parts say when to stop and which epoch to keep.
    ///
    /// @param afterEpoch hears how it goes
    /// @throws org.lstm4j.DataException when a target cannot be trained on
    /// @throws org.lstm4j.TrainingException when the loss becomes NaN or infinite
    Fitted fit(GlobalPlan plan, Compute compute, Consumer<History.Epoch> afterEpoch);

    /// How long training may take.
    ///
    /// @param epochs at most
    /// @param batches in an epoch
    /// @param batchSize samples in a batch
    record Pace(int epochs, int batches, int batchSize) {}

    /// What fitting gives.
    ///
    /// @param schema the columns that the model reads
    /// @param history epoch by epoch; the model is that of its best epoch
    /// @param settings in force, by their names on the command line; with a reason where a rule chose
    /// @param loss what the losses of the history are, for readers
    record Fitted(GlobalModel model, FeatureSchema schema, History history, List<Choice> settings, String loss) {

        public Fitted {
            settings = List.copyOf(settings);
        }
    }
}
