package org.lstm4j.cli;

import java.util.List;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.train.History;

/// The parts that the JSON of several commands shares.
final class TrainJson {

    /// Measures of intervals and of the M4 competition: no number without intervals or Naive2.
    private static final List<String> UNDEFINED = List.of("coverage_80", "coverage_95", "crps", "wql", "owa");

    private TrainJson() {}

    static JsonArray epochs(History history) {
        return new JsonArray(history.epochs().stream().map(TrainJson::epoch).toList());
    }

    private static JsonValue epoch(History.Epoch epoch) {
        return JsonValue.object()
                .put("epoch", epoch.epoch())
                .put("loss", epoch.loss())
                .put("val_loss", epoch.validationLoss())
                .put("seconds", epoch.seconds())
                .build();
    }

    /// Adds `test`, `baselines`, `beats_baselines`, `windows` and `notes`.
    static void addEvaluation(ObjectBuilder json, Evaluation evaluation) {
        json.put("test", metrics(evaluation.model()));
        ObjectBuilder baselines = JsonValue.object();
        evaluation.baselines().forEach((name, metrics) -> baselines.put(name, metrics(metrics)));
        json.put("baselines", baselines.build())
                .put("beats_baselines", evaluation.beatsBaselines())
                .put("windows", evaluation.windows())
                .put("notes", JsonValue.ofTexts(evaluation.notes()));
    }

    private static JsonObject metrics(PointMetrics metrics) {
        ObjectBuilder json = JsonValue.object();
        metrics.toJson().members().forEach(json::put);
        UNDEFINED.forEach(name -> json.put(name, JsonNull.NULL));
        return json.build();
    }
}
