package org.lstm4j.tune.study;

import java.time.Instant;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.train.History;
import org.lstm4j.tune.RungResult;
import org.lstm4j.tune.Score;
import org.lstm4j.tune.Trial;
import org.lstm4j.tune.space.Configuration;

/// Studies and runs for tests.
final class StudySamples {

    static final String DATA = "ab".repeat(32);
    static final String OTHER_DATA = "cd".repeat(32);
    static final Instant MADE = Instant.parse("2026-11-27T08:30:00.123456789Z");

    private StudySamples() {}

    /// Hidden units are searched, over 3 rungs.
    static StudyIdentity identity() {
        return new StudyIdentity(DATA, 3, 42, space(), settings(24), "0.1.0");
    }

    static JsonObject space() {
        return JsonValue.object().put("hidden", JsonValue.object().put("from", 8).put("to", 128).build()).build();
    }

    static JsonObject settings(int horizon) {
        return JsonValue.object().put("target", "load").put("horizon", horizon).build();
    }

    static Trial trial(int number) {
        return new Trial(number, new Configuration(
                JsonValue.object().put("hidden", 8 + number).put("lr", 0.1 / number).put("loss", "mae").build()));
    }

    /// The same for the same trial, wherever it is asked for.
    static RungResult result(int trial, int rung) {
        JsonObject details = JsonValue.object().put("folds", new double[]{1.0 / trial, rung}).build();
        return new RungResult(trial, rung, new Score(1 / (trial + 0.1 * rung), details), 0.25);
    }

    static RunLabel label(String name) {
        return new RunLabel(name, MADE, "0.1.0", "sales.lstm4j");
    }

    static RunResult run(double mase) {
        List<History.Epoch> epochs = List.of(new History.Epoch(1, 0.5, 0.75, 0.125),
                new History.Epoch(2, 0.25, 0.5, 0.1));
        JsonObject settings = JsonValue.object().put("hidden", "32").put("horizon", "24").build();
        JsonObject reasons = JsonValue.object().put("hidden", "the standard").build();
        JsonObject test = JsonValue.object().put("mase", mase).put("mae", 10 * mase).put("owa", Double.NaN).build();
        JsonObject baselines = JsonValue.object()
                .put("naive", JsonValue.object().put("mase", 2.0).put("mae", 20.0).build())
                .put("drift", JsonValue.object().put("mase", 1.5).put("mae", 25.0).build())
                .build();
        return new RunResult(
                new RunTask("sales.csv", DATA, List.of("load"), 24, 7),
                new RunTraining(settings, reasons, 42, new History(epochs, 2, "no progress"), ""),
                new RunEvaluation(test, baselines, mase < 1.5, 100, List.of("a note")),
                "0f".repeat(32), 4_000_000_000L);
    }
}
