package org.lstm4j.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.FittedModel;
import org.lstm4j.forecast.backtest.BacktestResult;
import org.lstm4j.forecast.backtest.BacktestWindow;
import org.lstm4j.forecast.metrics.SeriesErrors;
import org.lstm4j.forecast.metrics.StepErrors;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.tune.study.RunEvaluation;

/// What came of a backtest, as the command says it with `--json`.
record BacktestJson(Dataset data, BacktestResult result) {

    private static final int MOST_SERIES = 100;

    /// @param seconds that all of it took
    JsonObject of(double seconds) {
        RunEvaluation pooled = RunContent.evaluation(result.pooled());
        ObjectBuilder json = JsonValue.object()
                .put("data", data.report().source())
                .put("data_sha256", data.fingerprint())
                .put("horizon", result.method().horizon())
                .put("stride", result.plan().stride())
                .put("refit", result.plan().refit().name().toLowerCase(Locale.ROOT))
                .put("windows", new JsonArray(result.windows().stream().map(BacktestJson::window).toList()))
                .put("test", pooled.test())
                .put("baselines", pooled.baselines())
                .put("beats_baselines", pooled.beatsBaselines())
                .put("verdict", result.verdict())
                .put("by_series", bySeries())
                .put("by_step", bySteps());
        JudgementJson.put(result.pooled(), json);
        FittedModel first = result.trainings().getFirst();
        return json.put("notes", JsonValue.ofTexts(pooled.notes()))
                .put("settings", settings(first))
                .put("seed", result.method().seed())
                .put("parameters", first.forecaster().network().parameterCount())
                .put("train_seconds", result.trainings().stream()
                        .mapToDouble(training -> training.history().seconds()).sum())
                .put("seconds", seconds)
                .build();
    }

    private static JsonValue window(BacktestWindow window) {
        RunEvaluation evaluation = RunContent.evaluation(window.evaluation());
        return JsonValue.object()
                .put("origin", window.origin())
                .put("test", evaluation.test())
                .put("baselines", evaluation.baselines())
                .build();
    }

    private JsonArray bySeries() {
        int shown = Math.min(MOST_SERIES, result.bySeries().size());
        return new JsonArray(IntStream.range(0, shown)
                .mapToObj(index -> series(result.bySeries().get(index), result.bestBaselineBySeries().get(index)))
                .toList());
    }

    private static JsonValue series(SeriesErrors model, SeriesErrors baseline) {
        return JsonValue.object()
                .put("series", model.series())
                .put("points", model.points())
                .put("mae", model.mae())
                .put("rmse", model.rmse())
                .put("mase", model.mase())
                .put("smape", model.smape())
                .put("baseline_mae", baseline.mae())
                .put("baseline_mase", baseline.mase())
                .build();
    }

    private JsonArray bySteps() {
        List<StepErrors> model = result.pooled().modelBySteps();
        List<StepErrors> baseline = Objects.requireNonNull(
                result.pooled().baselinesBySteps().get(result.bestBaseline()));
        return new JsonArray(IntStream.range(0, model.size())
                .mapToObj(step -> step(step, model.get(step), baseline.get(step)))
                .toList());
    }

    private static JsonValue step(int step, StepErrors model, StepErrors baseline) {
        return JsonValue.object()
                .put("step", step + 1)
                .put("mae", model.mae())
                .put("rmse", model.rmse())
                .put("baseline_mae", baseline.mae())
                .put("baseline_rmse", baseline.rmse())
                .build();
    }

    /// Those of the first training, with the reasons for what was left to rules.
    private JsonObject settings(FittedModel first) {
        ObjectBuilder json = JsonValue.object();
        SettingsList.of(first).forEach(fact -> json.put(fact.name(), fact.value()));
        ObjectBuilder reasons = JsonValue.object();
        for (Choice choice : first.choices()) {
            reasons.put(choice.name(), choice.reason());
        }
        return json.put("windows", Integer.toString(result.plan().windows()))
                .put("stride", Integer.toString(result.plan().stride()))
                .put("refit", result.plan().refit().name().toLowerCase(Locale.ROOT))
                .put("reasons", reasons.build())
                .build();
    }
}
