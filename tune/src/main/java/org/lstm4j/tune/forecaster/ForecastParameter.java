package org.lstm4j.tune.forecaster;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.lstm4j.forecast.ForecastLosses;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.RateSchedule;
import org.lstm4j.forecast.ScaleName;
import org.lstm4j.json.JsonValue;
import org.lstm4j.optim.Optimizers;
import org.lstm4j.tune.forecaster.Domain.Counts;
import org.lstm4j.tune.forecaster.Domain.Losses;
import org.lstm4j.tune.forecaster.Domain.Names;
import org.lstm4j.tune.forecaster.Domain.Numbers;

/// A setting of forecasters that can be searched, by the name of its flag. In the order in which values are applied: an optimizer brings its
/// usual learning rate along, which a chosen one then replaces.
enum ForecastParameter {
    LOOKBACK("lookback", new Counts()) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            return settings.withLookback(OptionalInt.of(value.asInt()));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return Integer.toString(settings.lookback().orElse(usualLookback));
        }
    },
    HIDDEN("hidden", new Counts()) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            return settings.withNetwork(settings.network().withHidden(value.asInt()));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return Integer.toString(settings.network().hidden());
        }
    },
    LAYERS("layers", new Counts()) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            return settings.withNetwork(settings.network().withLayers(value.asInt()));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return Integer.toString(settings.network().layers());
        }
    },
    OPTIMIZER("optimizer", new Names(Optimizers.names())) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            OptimizationSettings how = settings.optimization();
            return settings.withOptimization(how.withOptimizer(Optimizers.named(value.asText())));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return settings.optimization().optimizer().name();
        }
    },
    LEARNING_RATE("lr", new Numbers(0, false, Double.POSITIVE_INFINITY, "a number above 0")) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            OptimizationSettings how = settings.optimization();
            return settings.withOptimization(
                    how.withOptimizer(how.optimizer().withLearningRate(value.asDouble())));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return Double.toString(settings.optimization().optimizer().learningRate());
        }
    },
    BATCH_SIZE("batch-size", new Counts()) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            return settings.withOptimization(settings.optimization().withBatchSize(value.asInt()));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return Integer.toString(settings.optimization().batchSize());
        }
    },
    EPOCHS("epochs", new Counts()) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            return settings.withOptimization(settings.optimization().withEpochs(value.asInt()));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return Integer.toString(settings.optimization().epochs());
        }
    },
    DROPOUT("dropout", share()) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            return settings.withNetwork(settings.network().withDropout(value.asDouble()));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return Double.toString(settings.network().dropout());
        }
    },
    RECURRENT_DROPOUT("recurrent-dropout", share()) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            return settings.withNetwork(settings.network().withRecurrentDropout(value.asDouble()));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return Double.toString(settings.network().recurrentDropout());
        }
    },
    BIDIRECTIONAL("bidirectional", new Names(List.of("true", "false"))) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            NetworkSettings network = settings.network();
            return settings.withNetwork(network.withBidirectional(Boolean.parseBoolean(value.asText())));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return Boolean.toString(settings.network().bidirectional());
        }
    },
    SCALE("scale", new Names(ScaleName.labels())) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            return ScaleName.of(value.asText()).applied(settings);
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return ScaleName.of(settings.scaling(), settings.windowScaling()).label();
        }
    },
    SCHEDULE("schedule", new Names(Arrays.stream(RateSchedule.values()).map(RateSchedule::label).toList())) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            RateSchedule schedule = Arrays.stream(RateSchedule.values())
                    .filter(one -> one.label().equals(value.asText()))
                    .findFirst()
                    .orElseThrow();
            return settings.withOptimization(settings.optimization().withSchedule(schedule));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return settings.optimization().schedule().label();
        }
    },
    CLIP_NORM("clip-norm",
            new Numbers(0, true, Double.POSITIVE_INFINITY, "a number of at least 0, which is no limit")) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            double norm = value.asDouble() == 0 ? Double.POSITIVE_INFINITY : value.asDouble();
            return settings.withOptimization(settings.optimization().withClipNorm(norm));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            double norm = settings.optimization().clipNorm();
            return Double.isInfinite(norm) ? "0" : Double.toString(norm);
        }
    },
    LOSS("loss", new Losses()) {
        @Override
        ForecastSettings applied(ForecastSettings settings, JsonValue value) {
            return settings.withOptimization(
                    settings.optimization().withLoss(ForecastLosses.named(value.asText())));
        }

        @Override
        String text(ForecastSettings settings, int usualLookback) {
            return ForecastLosses.label(settings.optimization().loss());
        }
    };

    private final String label;
    @SuppressWarnings("ImmutableEnumChecker") // every domain is a record of immutable values
    private final Domain domain;

    ForecastParameter(String label, Domain domain) {
        this.label = label;
        this.domain = domain;
    }

    private static Domain share() {
        return new Numbers(0, true, 1, "a number of at least 0 and below 1");
    }

    /// The name of its flag, without dashes in front: `batch-size`.
    String label() {
        return label;
    }

    Domain domain() {
        return domain;
    }

    /// The settings with that value, which is one of the domain.
    abstract ForecastSettings applied(ForecastSettings settings, JsonValue value);

    /// Its value in settings, as it is typed.
    ///
    /// @param usualLookback where the settings leave it to a rule
    abstract String text(ForecastSettings settings, int usualLookback);
}
