package org.lstm4j.cli;

import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.update.UpdateSettings;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ModelFile;
import org.lstm4j.optim.Optimizers;

/// How the model of a file was trained, as its provenance says, so that an update can go on alike.
final class RememberedTraining {

    private static final String SETTINGS = "settings";

    private RememberedTraining() {}

    /// The settings of an update after that training; the usual ones where the file does not say how it went.
    static UpdateSettings of(ModelFile model) {
        if (!model.sections().containsKey(UpdatedModel.PROVENANCE)) {
            return UpdateSettings.standard();
        }
        return model.section(UpdatedModel.PROVENANCE, json -> {
            JsonValue settings = json.asObject().get(SETTINGS);
            return settings == null ? UpdateSettings.standard() : UpdateSettings.after(training(settings.asObject()));
        });
    }

    private static OptimizationSettings training(JsonObject settings) {
        OptimizationSettings training = OptimizationSettings.standard();
        String optimizer = text(settings, "optimizer");
        String rate = text(settings, "lr");
        String batchSize = text(settings, "batch-size");
        String clipNorm = text(settings, "clip-norm");
        if (optimizer != null) {
            training = training.withOptimizer(Optimizers.named(optimizer));
        }
        if (rate != null) {
            training = training.withOptimizer(training.optimizer().withLearningRate(Double.parseDouble(rate)));
        }
        if (batchSize != null) {
            training = training.withBatchSize(Integer.parseInt(batchSize));
        }
        if (clipNorm != null) {
            double norm = Double.parseDouble(clipNorm);
            training = training.withClipNorm(norm == 0 ? Double.POSITIVE_INFINITY : norm);
        }
        return training;
    }

    private static @Nullable String text(JsonObject settings, String name) {
        JsonValue value = settings.get(name);
        return value == null ? null : value.asText();
    }
}
