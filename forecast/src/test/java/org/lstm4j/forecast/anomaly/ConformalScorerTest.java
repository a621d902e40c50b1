package org.lstm4j.forecast.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.lstm4j.json.Json;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class ConformalScorerTest {

    private static final ConformalSettings SMALL = new ConformalSettings(3, 3, 1, ResidualMeasure.ABSOLUTE);

    /// Of 1, 2 and 3 one is at least 2.5; with the new one itself two of four.
    @Test
    void isOneLessTheShareOfPastResidualsAsLarge() {
        assertThat(afterOneTwoThree(SMALL, 2.5)).isEqualTo(0.5);
        assertThat(afterOneTwoThree(SMALL, 3)).isEqualTo(0.5);
        assertThat(afterOneTwoThree(SMALL, 9)).isEqualTo(0.75);
        assertThat(afterOneTwoThree(SMALL, 0)).isZero();
    }

    /// Weights 0.5, 0.25 and 0.125 for 3, 2 and 1: p = 1.5 / 1.875.
    @Test
    void countsOldResidualsLess() {
        assertThat(afterOneTwoThree(SMALL.withDecay(0.5), 2.5)).isCloseTo(0.2, within(1e-15));
    }

    private static double afterOneTwoThree(ConformalSettings settings, double residual) {
        ConformalScorer scorer = new ConformalScorer(settings);
        for (double past = 1; past <= 3; past++) {
            assertThat(score(scorer, past)).isEmpty();
        }
        return score(scorer, residual).orElseThrow();
    }

    @Test
    void scoresEachOfEqualResidualsZero() {
        ConformalScorer scorer = new ConformalScorer(SMALL);
        for (int step = 0; step < 5; step++) {
            score(scorer, 2);
        }
        assertThat(score(scorer, 2)).hasValue(0);
    }

    /// Of 4000 scores 400 are to be above 0.9; their standard deviation is 19.
    @Test
    void scoresAboveALevelAsOftenAsItSays() {
        ConformalScorer scorer = new ConformalScorer(SMALL.withWindow(1000).withLeast(99));
        RandomStream random = new RandomStreams(3).stream("noise");
        int above = 0;
        for (int step = 0; step < 4099; step++) {
            double normal = random.nextGaussian();
            above += score(scorer, normal * normal * normal).orElse(0) > 0.9 ? 1 : 0;
        }
        assertThat(above).isBetween(340, 460);
    }

    @Test
    void forgetsAfterItsWindowAndPassesOverMissingSteps() {
        ConformalScorer scorer = new ConformalScorer(SMALL);
        score(scorer, 100);
        for (double past = 1; past <= 3; past++) {
            score(scorer, past);
        }
        assertThat(score(scorer, Double.NaN)).isEmpty();
        assertThat(score(scorer, 9)).hasValue(0.75);
    }

    @Test
    void goesOnWithTheSameNumbersFromItsState() {
        ConformalScorer unbroken = new ConformalScorer(ConformalSettings.standard().withWindow(120));
        RandomStream random = new RandomStreams(1).stream("noise");
        for (int step = 0; step < 200; step++) {
            score(unbroken, random.nextGaussian());
        }
        ResidualScorer restored = ResidualScorer
                .fromJson(Json.parse(Json.write(unbroken.toJson())).asObject());
        for (int step = 0; step < 200; step++) {
            double actual = random.nextGaussian();
            assertThat(score(restored, actual)).isEqualTo(score(unbroken, actual));
        }
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> SMALL.withLeast(4)).hasMessage(
                "the first score needs from 1 residual to a full window of 3, but was to come after 4");
        assertThatThrownBy(() -> SMALL.withDecay(0)).hasMessage(
                "the decay of old residuals must be above 0 and at most 1, but was 0.0; 1 counts all alike");
    }

    private static OptionalDouble score(ResidualScorer scorer, double actual) {
        return scorer.score(actual, StepForecast.ofPoint(0));
    }
}
