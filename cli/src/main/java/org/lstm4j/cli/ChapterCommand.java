package org.lstm4j.cli;

import java.util.Locale;
import org.lstm4j.compute.Compute;
import org.lstm4j.json.JsonValue;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Shape;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.History;
import org.lstm4j.train.Model;
import org.lstm4j.train.Samples;
import org.lstm4j.train.SequenceSums;
import org.lstm4j.tune.study.RunTraining;
import picocli.CommandLine.Option;

/// The tutorial's own example: an LSTM learns to add up ten numbers. Its settings are fixed, but for epochs, seed and the
/// initial weights.
final class ChapterCommand implements Command {

    private static final int SAMPLES = 1000;
    private static final int STEPS = 10;
    private static final double TEST_SHARE = 0.2;
    private static final int UNITS = 50;
    private static final int BATCH = 32;
    private static final double LEARNING_RATE = 0.001;
    private static final double KERAS_EPSILON = 1e-7;

    @Option(names = "--epochs", paramLabel = "N", converter = Values.Count.class, defaultValue = "10",
            description = "Times to go through the training sequences (default: ${DEFAULT-VALUE}).")
    int epochs;

    @Option(names = "--init", paramLabel = "PRESET", defaultValue = "keras",
            description = "Initial weights as in ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    ModelOptions.Init init = ModelOptions.Init.KERAS;

    @Override
    public String example() {
        return "chapter --epochs 100";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        SequenceSums data = SequenceSums.draw(SAMPLES, STEPS, TEST_SHARE, options.seed);
        Initialization initialization = ModelSettings.initialization(init);
        Sequential network = Sequential.input(Shape.sequence(STEPS, 1))
                .add(new LstmSpec(UNITS).withInitialization(initialization))
                .add(new DenseSpec(1).withInitialization(initialization))
                .build(options.seed);
        network.summary().lines().forEach(console::message);
        Adam adam = new Adam(LEARNING_RATE);
        try (Compute compute = Compute.withThreads(options.threads())) {
            Model model = Model.compile(
                    network,
                    initialization == Initialization.KERAS ? adam.withEpsilon(KERAS_EPSILON) : adam,
                    new MeanSquaredError(),
                    compute);
            Samples training = Samples.of(data.trainInputs(), data.trainTargets());
            History history = fit(model, training, console, options);
            double testLoss = model.evaluate(data.testInputs(), data.testTargets());
            console.print(String.format(Locale.ROOT, "Test Loss: %.6f", testLoss));
            console.print(JsonValue.object()
                    .put("test_loss", testLoss)
                    .put("epochs", RunTraining.epochsJson(history))
                    .put("train_seconds", history.seconds())
                    .put("seed", options.seed)
                    .put("init", init.toString())
                    .build());
        }
        return ExitCode.OK;
    }

    /// Fits without looking at the test part, which is judged once at the end.
    private History fit(Model model, Samples training, Console console, GlobalOptions options) {
        try (ProgressReporter progress = console.progress(epochs, BATCH)) {
            FitOptions how = FitOptions.epochs(epochs).withBatchSize(BATCH).withSeed(options.seed);
            return model.fit(training, how, progress);
        }
    }
}
