package org.lstm4j.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.json.Json;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.space.SearchSpace;

class StudyTest {

    private static final SearchSpace SPACE = SearchSpace.parse(List.of("layers=1..9"));
    private static final double FAILED = Double.POSITIVE_INFINITY;

    private static TrialOutcome outcome(int number, double... errors) {
        Configuration configuration = number == 1
                ? Configuration.empty()
                : SPACE.configurationAt(new double[]{(number - 1) / 9.0});
        List<RungResult> results = new ArrayList<>();
        for (double error : errors) {
            Score score = error == FAILED ? Score.failed("diverged") : Score.of(error);
            results.add(new RungResult(number, results.size(), score, number));
        }
        return TrialOutcome.of(new Trial(number, configuration), results, 2);
    }

    private static Study study(TrialOutcome... trials) {
        return new Study(2, List.of(trials));
    }

    @Test
    void onlyCompleteTrialsWin() {
        Study study = study(outcome(1, 0.9, 0.8), outcome(2, 0.1), outcome(3, 0.5, 0.6), outcome(4, 0.2, FAILED),
                outcome(5, 0.4, 0.6));
        assertThat(study.trials().stream().map(TrialOutcome::state)).containsExactly(TrialState.COMPLETE,
                TrialState.PRUNED,
                TrialState.COMPLETE, TrialState.FAILED, TrialState.COMPLETE);
        assertThat(study.best().orElseThrow().number()).isEqualTo(3);
        assertThat(study.bestSoFar()).containsExactly(0.8, 0.8, 0.6, 0.6, 0.6);
        assertThat(study.gain().orElseThrow()).isEqualTo(1 - 0.6 / 0.8);
        assertThat(study.count(TrialState.COMPLETE)).isEqualTo(3);
        assertThat(study.trials().get(1).rung()).isZero();
        assertThat(study.trials().get(3).error()).isInfinite();
    }

    @Test
    void failedDefaultsAreNoMeasure() {
        Study study = study(outcome(1, FAILED), outcome(2, 0.5, 0.6));
        assertThat(study.bestSoFar()).containsExactly(FAILED, 0.6);
        assertThat(study.gain()).isEmpty();
        assertThat(study(outcome(1, 0.0, 0.0)).gain()).isEmpty();
        assertThat(study(outcome(1, FAILED)).best()).isEmpty();
    }

    @Test
    void jsonHasEverythingButTimes() {
        assertThat(Json.write(study(outcome(1, 0.9, 0.8), outcome(2, 0.1), outcome(3, FAILED)).toJson())).isEqualTo(
                "{\"rungs\":2,\"best\":1,\"gain\":0.0,\"bestSoFar\":[0.8,0.8,0.8],\"trials\":["
                        + "{\"number\":1,\"configuration\":{},\"state\":\"complete\",\"scores\":[{\"error\":0.9,\"details\":{}},"
                        + "{\"error\":0.8,\"details\":{}}]},"
                        + "{\"number\":2,\"configuration\":{\"layers\":2},\"state\":\"pruned\",\"scores\":[{\"error\":0.1,\"details\":{}}]},"
                        + "{\"number\":3,\"configuration\":{\"layers\":3},\"state\":\"failed\",\"scores\":[{\"error\":null,\"details\":"
                        + "{\"failure\":\"diverged\"}}]}]}");
        assertThat(Json.write(study(outcome(1, FAILED)).toJson()))
                .startsWith("{\"rungs\":2,\"best\":null,\"gain\":null,\"bestSoFar\":[null]");
    }

    @Test
    void refusesGaps() {
        assertThatThrownBy(() -> study(outcome(1, 0.9, 0.8), outcome(3, 0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("trial 2 is missing; trial 3 is in its place");
        assertThatThrownBy(() -> new TrialOutcome(new Trial(1, Configuration.empty()), TrialState.FAILED, List.of()))
                .hasMessage("trial 1 has been on no rung");
    }
}
