package org.lstm4j.cli;

import java.util.List;
import java.util.Optional;
import org.lstm4j.Lstm4jException;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.ForecastModel;
import org.lstm4j.forecast.IntervalEvaluation;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.tune.study.RunEvaluation;
import org.lstm4j.tune.study.RunResult;
import org.lstm4j.tune.study.RunTask;
import org.lstm4j.tune.study.RunTraining;

/// What came of a training, in the form in which it is kept in study files, written into model files and said with `--json`.
final class RunContent {

    /// No number without intervals.
    private static final List<String> OF_INTERVALS = List.of("coverage_80", "coverage_95", "crps", "wql", "msis",
            "width_80", "width_95", "nd", "rmsse");
    /// Null where Naive2 was not judged.
    private static final String OWA = "owa";

    private RunContent() {}

    static RunResult of(Dataset data, TrainingOutcome trained) {
        return new RunResult(
                task(data, trained.model()),
                training(trained),
                evaluation(trained.test()),
                WeightsHash.sha256(trained.model().network().parameters()),
                trained.model().network().parameterCount());
    }

    static RunEvaluation evaluation(Evaluation evaluation) {
        ObjectBuilder baselines = JsonValue.object();
        Optional<IntervalEvaluation> intervals = evaluation.intervals();
        evaluation.baselines().forEach((name, metrics) -> baselines.put(name,
                metrics(evaluation, metrics, intervals.map(all -> all.baselines().get(name)))));
        return new RunEvaluation(
                metrics(evaluation, evaluation.model(), intervals.map(IntervalEvaluation::model)),
                baselines.build(), evaluation.beatsBaselines(),
                evaluation.windows(), evaluation.notes());
    }

    private static RunTask task(Dataset data, ForecastModel model) {
        return new RunTask(data.report().source(), data.fingerprint(), model.schema().targets(),
                model.horizon(), model.season());
    }

    private static RunTraining training(TrainingOutcome trained) {
        ObjectBuilder settings = JsonValue.object();
        trained.settings().forEach(fact -> settings.put(fact.name(), fact.value()));
        ObjectBuilder reasons = JsonValue.object();
        for (Choice choice : trained.choices()) {
            reasons.put(choice.name(), choice.reason());
        }
        return new RunTraining(settings.build(), reasons.build(), trained.seed(),
                trained.history(), trained.divergence().map(Lstm4jException::getMessage).orElse(""));
    }

    private static JsonObject metrics(Evaluation evaluation, PointMetrics metrics,
            Optional<IntervalMetrics> intervals) {
        ObjectBuilder json = JsonValue.object();
        metrics.toJson().members().forEach(json::put);
        if (intervals.isPresent()) {
            intervals.get().toJson().members().forEach(json::put);
        } else {
            OF_INTERVALS.forEach(name -> json.put(name, JsonNull.NULL));
        }
        return json.put(OWA, evaluation.owa(metrics)).build();
    }
}
