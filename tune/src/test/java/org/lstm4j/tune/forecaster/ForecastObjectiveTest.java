package org.lstm4j.tune.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.RollingResult;
import org.lstm4j.json.Json;
import org.lstm4j.tune.Deadline;
import org.lstm4j.tune.Score;
import org.lstm4j.tune.Trial;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.space.SearchSpace;

class ForecastObjectiveTest {

    private static final Trial DEFAULTS = new Trial(1, Configuration.empty());

    @Test
    void theFirstTrialIsTheBaseSettings() {
        ForecastObjective objective = objective(100, "hidden=2..6");
        RollingResult expected = Demand.validation(100).judge(Demand.settings(), 199, Compute.shared(), () -> false)
                .orElseThrow();

        Score score = objective.evaluate(DEFAULTS, 0, Deadline.NEVER).orElseThrow();

        assertThat(objective.trainingRungs().windows()).containsExactly(199);
        assertThat(score.error()).isEqualTo(expected.error());
        assertThat(Json.write(score.details()))
                .isEqualTo("{\"windows\":199," + Json.write(expected.toJson()).substring(1));
    }

    @Test
    void aRungSaysHowManyWindowsAreTrainedOn() {
        ForecastObjective objective = new ForecastObjective(
                Demand.validation(100), space("hidden=2..6"), Demand.settings(), 50);

        String details = Json.write(objective.evaluate(DEFAULTS, 0, Deadline.NEVER).orElseThrow().details());

        assertThat(objective.rungs()).isEqualTo(1);
        assertThat(details).startsWith("{\"windows\":50,\"measure\":\"mase\"").contains("\"training_windows\":50,");
    }

    @Test
    void aTrialComesToTheSameInAnyOrderAndThread() throws Exception {
        ForecastObjective objective = objective(100, "hidden=2..6", "dropout=0.0..0.4");
        List<Trial> trials = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            trials.add(trial(objective, number, 0.2 * number));
        }
        List<Score> expected = trials.stream().map(trial -> score(objective, trial)).toList();
        List<Future<Score>> scores = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Trial trial : trials.reversed()) {
                scores.add(threads.submit(() -> score(objective, trial)));
            }
        }
        for (int index = 0; index < 4; index++) {
            assertThat(scores.get(3 - index).get()).isEqualTo(expected.get(index));
        }
        assertThat(expected).extracting(Score::error).doesNotHaveDuplicates();
    }

    @Test
    void hasNoScoreOnceTheDeadlinePassed() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(objective(100, "hidden=2..6").evaluate(DEFAULTS, 0, () -> asked.incrementAndGet() > 5)).isEmpty();
        assertThat(asked).hasValue(6);
    }

    @Test
    void settingsThatCannotBeTrainedAreFailedTrials() {
        assertFailed(objective(100, "loss=mape"),
                "the loss mape looks at ratios, and values scaled by 'standard' have none: they lie around 0; expected a scaling"
                        + " that keeps signs: none, mean-abs or minmax; received 'standard'; add --scale mean-abs, or choose"
                        + " another loss, such as mae");
        assertFailed(objective(0, "scale=log"),
                "log scaling needs values above -1, but there is -", "; use --scale standard");
        assertFailed(objective(100, "lr=1e30"), "fold 1: ", "became NaN or infinite in epoch 1, batch 2");
    }

    private static void assertFailed(ForecastObjective objective, String... parts) {
        Score score = score(objective, trial(objective, 2, 0));

        assertThat(score.failed()).isTrue();
        assertThat(score.details().require("failure").asText()).startsWith(parts[0]).contains(parts);
    }

    @Test
    void refusesALookbackWithoutDataBeforeTheFirstTrial() {
        assertThatThrownBy(() -> objective(100, "lookback=4..207")).isInstanceOf(DataException.class)
                .hasMessageStartingWith("the longest lookback of the search space is 207, but")
                .hasMessageEndingWith("use 206 or less");
        objective(100, "lookback=4..206");
    }

    private static Score score(ForecastObjective objective, Trial trial) {
        return objective.evaluate(trial, 0, Deadline.NEVER).orElseThrow();
    }

    private static Trial trial(ForecastObjective objective, int number, double point) {
        double[] points = new double[objective.space().space().size()];
        Arrays.fill(points, point);
        return new Trial(number, objective.space().space().configurationAt(points));
    }

    private static ForecastObjective objective(double level, String... texts) {
        return new ForecastObjective(Demand.validation(level), space(texts), Demand.settings());
    }

    private static ForecastSpace space(String... texts) {
        return new ForecastSpace(SearchSpace.parse(List.of(texts)), List.of());
    }
}
