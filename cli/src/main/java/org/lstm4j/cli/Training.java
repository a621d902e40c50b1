package org.lstm4j.cli;

import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;

/// How a model is trained: [WindowTraining] or [GlobalTraining].
interface Training {

    /// Trains on data, judges on their test part, and shows how it goes.
    TrainingOutcome run(Dataset data, Console console, Compute compute);
}
