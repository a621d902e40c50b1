package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.FloorRule;
import org.lstm4j.forecast.ForecastLosses;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.optim.Optimizers;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The model and how it is trained. Null means `auto`: chosen by a rule and
/// printed with its reason.
@CommandLine.Command(optionListHeading = "Model and training:")
final class ModelOptions {

    /// What is minimised.
    static final class LossNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ForecastLosses.names().iterator();
        }
    }

    /// How weights follow their gradient.
    static final class OptimizerNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Optimizers.names().iterator();
        }
    }

    /// How the learning rate moves.
    enum Schedule {
        CONSTANT, STEP, LINEAR, EXPONENTIAL, COSINE, WARM_UP_COSINE, ONE_CYCLE, PLATEAU;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    /// What happens to values before the model sees them.
    enum Scale {
        AUTO, LAST, REVIN, STANDARD, MINMAX, ROBUST, MEAN_ABS, LOG, NONE;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    /// What kind of network foretells.
    enum ModelName {
        AUTO, DIRECT, SEGMENT, ESRNN, DEEPAR;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    /// What stands beside the network.
    enum SkipName {
        AUTO, NONE, LAST, SEASONAL, LONG_SEASONAL, LINEAR;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    /// What becomes of the season.
    enum SeasonRemoval {
        NONE, INDICES;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    /// What becomes of the validation part.
    enum FinishName {
        KEEP, REFIT;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    /// What becomes of a category that training had not.
    enum UnknownCategories {
        REFUSE, MISSING;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    /// Whose initial weights and defaults are used.
    enum Init {
        KERAS, PYTORCH;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    @Option(names = "--horizon", paramLabel = "N", converter = Values.Count.class, defaultValue = "1",
            description = "Steps to forecast (default: ${DEFAULT-VALUE}).")
    int horizon;

    @Option(names = "--lookback", paramLabel = "N", converter = Values.AutoCount.class,
            description = "Steps the model sees (default: auto).")
    @Nullable
    Integer lookback;

    @Option(names = "--lags", paramLabel = "N", split = ",", defaultValue = LagChoice.NONE,
            description = "How many steps before each step the target is read as well, beyond the lookback too: none, numbers such as"
                    + " 24,168, or auto, by the frequency (default: ${DEFAULT-VALUE}).")
    List<String> lags = new ArrayList<>();

    @Option(names = "--unknown-category", paramLabel = "HOW", defaultValue = "refuse",
            description = "What a category that training had not is taken for: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    UnknownCategories unknownCategory = UnknownCategories.REFUSE;

    @Option(names = "--model", paramLabel = "KIND", defaultValue = "auto",
            description = "Kind of network: ${COMPLETION-CANDIDATES}. direct is the plain LSTM of textbooks (default: ${DEFAULT-VALUE}).")
    ModelName model = ModelName.AUTO;

    @Option(names = "--skip", paramLabel = "HOW", defaultValue = "auto",
            description = "Forecast beside the network, which learns the rest: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    SkipName skip = SkipName.AUTO;

    @Option(names = "--deseasonalize", paramLabel = "HOW", defaultValue = "none",
            description = "Take the season off what the network reads, and put it back on what it says: ${COMPLETION-CANDIDATES}"
                    + " (default: ${DEFAULT-VALUE}).")
    SeasonRemoval deseasonalize = SeasonRemoval.NONE;

    @Option(names = "--hidden", paramLabel = "N", converter = Values.AutoCount.class,
            description = "Units of each LSTM layer (default: auto).")
    @Nullable
    Integer hidden;

    @Option(names = "--layers", paramLabel = "N", converter = Values.AutoCount.class,
            description = "LSTM layers (default: auto).")
    @Nullable
    Integer layers;

    @Option(names = "--bidirectional", description = "LSTM layers go through the lookback in both directions.")
    boolean bidirectional;

    @Option(names = "--dropout", paramLabel = "P", converter = Values.AutoShare.class,
            description = "Share of values dropped between layers (default: auto).")
    @Nullable
    Double dropout;

    @Option(names = "--recurrent-dropout", paramLabel = "P", converter = Values.AutoShare.class,
            description = "Share of each hidden state dropped on its way to the next step (default: auto).")
    @Nullable
    Double recurrentDropout;

    @Option(names = "--epochs", paramLabel = "N", converter = Values.AutoCount.class,
            description = "Times to go through the data, at most (default: auto).")
    @Nullable
    Integer epochs;

    @Option(names = "--batch-size", paramLabel = "N", converter = Values.AutoCount.class,
            description = "Samples between two changes of the weights (default: auto).")
    @Nullable
    Integer batchSize;

    @Option(names = "--batches-per-epoch", paramLabel = "N", converter = Values.AutoCountOrZero.class,
            description = "Batches after which an epoch ends and the validation part is looked at, 0 for all of them (default: auto; with --epochs 0).")
    @Nullable
    Integer batchesPerEpoch;

    @Option(names = "--seeds", paramLabel = "N", converter = Values.AutoCount.class,
            description = "Networks to train, from seeds that follow each other; the forecast is their mean (default: auto).")
    @Nullable
    Integer seeds;

    @Option(names = "--finish", paramLabel = "HOW",
            description = "What becomes of the validation part once it has chosen the epoch: ${COMPLETION-CANDIDATES}. With refit it trains too (default: auto).")
    @Nullable
    FinishName finish;

    @Option(names = "--lr", paramLabel = "RATE", converter = Values.AutoPositive.class,
            description = "Learning rate (default: auto).")
    @Nullable
    Double learningRate;

    @Option(names = "--schedule", paramLabel = "NAME",
            description = "How the learning rate moves: ${COMPLETION-CANDIDATES} (default: auto).")
    @Nullable
    Schedule schedule;

    @Option(names = "--optimizer", paramLabel = "NAME", converter = Values.OptimizerName.class,
            completionCandidates = OptimizerNames.class, description = "${COMPLETION-CANDIDATES} (default: auto).")
    @Nullable
    String optimizer;

    @Option(names = "--loss", paramLabel = "NAME", converter = Values.ForecastLoss.class,
            completionCandidates = LossNames.class,
            description = "${COMPLETION-CANDIDATES}; a number goes after a colon: quantile:0.9, huber:0.5. With quantiles and"
                    + " distributions forecasts come with intervals (default: auto).")
    @Nullable
    Loss loss;

    @Option(names = "--paths", paramLabel = "N", converter = Values.AutoCount.class,
            description = "Of --model deepar: paths drawn for a forecast (default: auto).")
    @Nullable
    Integer paths;

    @Option(names = "--clip-norm", paramLabel = "X", converter = Values.AutoPositiveOrZero.class,
            description = "Longest gradient, 0 for no limit (default: auto).")
    @Nullable
    Double clipNorm;

    @Option(names = "--val", paramLabel = "PART", converter = Values.Part.class, defaultValue = "0.1",
            description = "Share of the data, or from 1 on its number of steps, for early stopping and choices (default: ${DEFAULT-VALUE}).")
    double validation;

    @Option(names = "--calibration", paramLabel = "PART", converter = Values.AutoPart.class,
            description = "Share of the data, or from 1 on its number of steps, before the test part, from which intervals learn how wide they must be; auto"
                    + " leaves that to validation windows where a tenth is shorter than four horizons; none (default: auto).")
    @Nullable
    Double calibration;

    @Option(names = "--test", paramLabel = "PART", converter = Values.Part.class, defaultValue = "0.2",
            description = "Share of the data, or from 1 on its number of steps, the latest, for the final judgement (default: ${DEFAULT-VALUE}).")
    double test;

    @Option(names = "--shuffle-split", description = "Rows are independent samples: split at random, not by time.")
    boolean shuffleSplit;

    @Option(names = "--scale", paramLabel = "HOW", defaultValue = "auto",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Scale scale = Scale.AUTO;

    @Option(names = "--floor", paramLabel = "X", converter = Values.Floor.class, defaultValue = "auto",
            description = "Below which no forecast goes: a number, none, or auto, which is 0 where no value of the training part is below it and"
                    + " the least is at most a tenth of the mean (default: ${DEFAULT-VALUE}).")
    FloorRule floor = FloorRule.AUTO;

    @Option(names = "--early-stopping", paramLabel = "N", converter = Values.AutoCountOrZero.class,
            description = "Epochs without progress after which training stops, 0 for never (default: auto).")
    @Nullable
    Integer earlyStopping;

    @Option(names = "--init", paramLabel = "PRESET", defaultValue = "keras",
            description = "Initial weights as in ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Init init = Init.KERAS;

    @Option(names = "--stamp",
            description = "Note time, host, threads and Java in the model file; equal runs then differ.")
    boolean stamp;

    @Option(names = "--config", paramLabel = "SPEC.JSON",
            description = "Read options from this file, by the same names; options given here win.")
    @Nullable
    Path config;
}
