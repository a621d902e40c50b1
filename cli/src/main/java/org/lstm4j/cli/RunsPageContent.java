package org.lstm4j.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.json.JsonValue;
import org.lstm4j.report.content.ComparedRun;
import org.lstm4j.report.content.Evaluation;
import org.lstm4j.report.content.Fact;
import org.lstm4j.report.content.LearningCurve;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.RunsContent;
import org.lstm4j.report.content.Score;
import org.lstm4j.report.content.Values;
import org.lstm4j.train.History;
import org.lstm4j.tune.study.RunEvaluation;
import org.lstm4j.tune.study.RunTraining;
import org.lstm4j.tune.study.StoredRun;

/// Fills the page that shows several runs over each other.
final class RunsPageContent {

    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RunsPageContent() {}

    /// @param runs at least one
    static RunsContent of(List<StoredRun> runs) {
        List<String> remarks = runs.stream()
                .filter(run -> run.result().training().diverged())
                .map(run -> name(run) + " stopped before its time: " + run.result().training().failure())
                .toList();
        return new RunsContent(NumberText.count(runs.size(), "run") + " side by side",
                runs.stream().map(RunsPageContent::run).toList(), remarks);
    }

    private static ComparedRun run(StoredRun run) {
        RunTraining training = run.result().training();
        List<Fact> settings = new ArrayList<>();
        training.settings().members().forEach((name, value) -> settings.add(new Fact(name, value.asText(),
                reason(training.reasons().get(name)))));
        return new ComparedRun(name(run), task(run), learning(training), evaluation(run.result().evaluation()),
                settings,
                facts(run));
    }

    private static String reason(@Nullable JsonValue reason) {
        return reason == null ? "" : "auto: " + reason.asText();
    }

    /// `run 3`, or `run 3, wide`.
    private static String name(StoredRun run) {
        return "run " + run.id() + (run.label().name().isEmpty() ? "" : ", " + run.label().name());
    }

    private static ComparedRun.Task task(StoredRun run) {
        String fingerprint = run.result().task().dataSha256().substring(0, 8);
        return new ComparedRun.Task(run.result().task().source() + " (" + fingerprint + ")",
                String.join(", ", run.result().task().targets()), run.result().task().horizon());
    }

    private static LearningCurve learning(RunTraining training) {
        List<History.Epoch> epochs = training.history().epochs();
        double[] losses = epochs.stream().mapToDouble(History.Epoch::loss).toArray();
        double[] validation = epochs.stream()
                .mapToDouble(History.Epoch::validationLoss)
                .filter(loss -> !Double.isNaN(loss))
                .toArray();
        Values validated = validation.length == losses.length ? Values.of(validation) : Values.empty();
        String loss = training.settings().require("loss").asText() + " of scaled values";
        return new LearningCurve(loss, Values.of(losses), validated, training.history().bestEpoch());
    }

    private static Evaluation evaluation(RunEvaluation evaluation) {
        List<String> methods = new ArrayList<>(List.of("LSTM"));
        evaluation.baselines().members().keySet().forEach(name -> methods.add(name.replace('_', ' ')));
        List<Score> scores = new ArrayList<>();
        for (PointMetric metric : PointMetric.values()) {
            List<Double> values = new ArrayList<>(List.of(evaluation.metric(metric.key())));
            evaluation.baselines().members().keySet()
                    .forEach(baseline -> values.add(evaluation.metric(baseline, metric.key())));
            scores.add(new Score(metric.label(), "", metric.largerIsBetter(),
                    Values.of(values.stream().mapToDouble(value -> value).toArray()), metric.whyUndefined()));
        }
        return new Evaluation(methods, scores, List.of(), List.of(), evaluation.notes());
    }

    private static List<Fact> facts(StoredRun run) {
        return List.of(
                Fact.of("made", MADE.format(run.label().made())),
                Fact.of("lstm4j", run.label().version()),
                Fact.of("model", run.label().model().isEmpty() ? "not written" : run.label().model()),
                Fact.of("epochs", Integer.toString(run.result().training().history().epochs().size())),
                Fact.of("time of training", String.format(Locale.ROOT, "%.1f s", run.result().training().seconds())),
                Fact.of("parameters", NumberText.of(run.result().parameters())),
                Fact.of("weights (SHA-256)", run.result().weightsSha256()));
    }
}
