package org.lstm4j.forecast.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.lstm4j.json.Json;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class AnomalyLikelihoodTest {

    private static final LikelihoodSettings SMALL = new LikelihoodSettings(
            4, 2, 3, 0, ResidualMeasure.ABSOLUTE, LikelihoodScale.PROBABILITY);

    /// Means 2, 3 and 2.75, deviations 1, √(14/3) and 2.5, recent means 2.5, 4.5 and 3, by hand.
    @Test
    void isTheNormalProbabilityOfTheRecentMean() {
        AnomalyLikelihood scorer = new AnomalyLikelihood(SMALL);
        assertThat(score(scorer, 1)).isEmpty();
        assertThat(score(scorer, -2)).isEmpty();
        assertThat(score(scorer, 3).orElseThrow()).isCloseTo(0.6914624612740131, within(1e-12));
        assertThat(score(scorer, 6).orElseThrow()).isCloseTo(0.7562733548179825, within(1e-12));
        assertThat(score(scorer, 0).orElseThrow()).isCloseTo(0.539827837277029, within(1e-12));
    }

    @Test
    void countsPowersOfTenOnTheLogScale() {
        AnomalyLikelihood scorer = new AnomalyLikelihood(SMALL.withScale(LikelihoodScale.LOG));
        score(scorer, 1);
        score(scorer, 2);
        assertThat(score(scorer, 3).orElseThrow()).isCloseTo(0.05106919891, within(1e-11));
        assertThat(LikelihoodScale.LOG.score(0)).isEqualTo(1);
        assertThat(LikelihoodScale.LOG.score(1)).isZero();
        assertThat(LikelihoodScale.LOG.score(1e-5)).isCloseTo(0.5, within(1e-5));
    }

    @Test
    void passesOverMissingStepsWithoutATrace() {
        AnomalyLikelihood scorer = new AnomalyLikelihood(SMALL);
        score(scorer, 1);
        score(scorer, 2);
        String before = Json.write(scorer.toJson());
        assertThat(score(scorer, Double.NaN)).isEmpty();
        assertThat(scorer.score(3, StepForecast.ofPoint(Double.NaN))).isEmpty();
        assertThat(Json.write(scorer.toJson())).isEqualTo(before);
        assertThat(score(scorer, 3).orElseThrow()).isCloseTo(0.6914624612740131, within(1e-12));
    }

    @Test
    void findsNothingUnusualInResidualsThatAreAllEqual() {
        AnomalyLikelihood scorer = new AnomalyLikelihood(SMALL.withWindow(100));
        for (int step = 0; step < 50; step++) {
            score(scorer, 0.1);
        }
        assertThat(score(scorer, 0.1).orElseThrow()).isCloseTo(0.5, within(1e-9));
        assertThat(score(scorer, 0.1 + 1e-9).orElseThrow()).isCloseTo(0.5, within(1e-6));
        assertThat(score(scorer, 0.2).orElseThrow()).isGreaterThan(0.99);
    }

    @Test
    void scoresTheFirstErrorAmongNoneUnlessItIsBelowTheLeastDeviation() {
        assertThat(afterZeros(SMALL.withWindow(1000), 1).orElseThrow()).isGreaterThan(0.999);
        assertThat(afterZeros(SMALL.withWindow(1000), 0).orElseThrow()).isEqualTo(0.5);
        assertThat(afterZeros(SMALL.withWindow(1000).withLeastDeviation(10), 1).orElseThrow()).isLessThan(0.53);
    }

    private static OptionalDouble afterZeros(LikelihoodSettings settings, double residual) {
        AnomalyLikelihood scorer = new AnomalyLikelihood(settings);
        for (int step = 0; step < 500; step++) {
            score(scorer, 0);
        }
        return score(scorer, residual);
    }

    @Test
    void scoresARunOfErrorsAboveASingleOneOfTheirSize() {
        AnomalyLikelihood scorer = new AnomalyLikelihood(LikelihoodSettings.standard());
        RandomStream random = new RandomStreams(7).stream("noise");
        for (int step = 0; step < 3000; step++) {
            score(scorer, random.nextGaussian());
        }
        double single = score(scorer, 4).orElseThrow();
        double run = 0;
        for (int step = 0; step < 9; step++) {
            run = score(scorer, 4).orElseThrow();
        }
        assertThat(run).isGreaterThan(single).isGreaterThan(0.5);
    }

    @Test
    void goesOnWithTheSameNumbersFromItsState() {
        AnomalyLikelihood unbroken = new AnomalyLikelihood(LikelihoodSettings.standard().withWindow(150));
        RandomStream random = new RandomStreams(1).stream("noise");
        for (int step = 0; step < 260; step++) {
            score(unbroken, random.nextGaussian());
        }
        ResidualScorer restored = ResidualScorer
                .fromJson(Json.parse(Json.write(unbroken.toJson())).asObject());
        for (int step = 0; step < 200; step++) {
            double actual = random.nextGaussian();
            assertThat(score(restored, actual)).isEqualTo(score(unbroken, actual));
        }
        assertThat(restored.toJson()).isEqualTo(unbroken.toJson());
    }

    @Test
    void measuresBySpreadWhereThereAreQuantiles() {
        StepForecast forecast = new StepForecast(10, new double[]{0.1, 0.5, 0.9}, new double[]{9, 10, 14});
        assertThat(ResidualMeasure.BY_SPREAD.of(12, forecast)).isEqualTo(0.5);
        assertThat(ResidualMeasure.BY_SPREAD.of(8, forecast)).isEqualTo(2);
        assertThat(ResidualMeasure.BY_SPREAD.of(10, forecast)).isZero();
        StepForecast certain = new StepForecast(10, new double[]{0.1, 0.9}, new double[]{10, 10});
        assertThat(ResidualMeasure.BY_SPREAD.of(11, certain)).isEqualTo(1e9);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> ResidualMeasure.BY_SPREAD.of(1, StepForecast.ofPoint(2))).hasMessage(
                "residuals by spread need a forecast with at least two quantiles, but there are 0; forecast quantiles, or"
                        + " measure absolute residuals");
        assertThatThrownBy(() -> score(new AnomalyLikelihood(SMALL), Double.POSITIVE_INFINITY)).hasMessage(
                "a residual needs finite numbers, or NaN for what is missing, but the actual value is Infinity and the"
                        + " forecast 0.0");
        assertThatThrownBy(() -> SMALL.withLeast(5)).hasMessage(
                "the first score needs from 2 residuals to a full window of 4, but was to come after 5");
        assertThatThrownBy(() -> SMALL.withRecent(4)).hasMessage(
                "the recent window must hold from 1 residual to the 3 of the first score, but was to hold 4");
        assertThatThrownBy(() -> SMALL.withLeastDeviation(Double.NaN)).hasMessage(
                "the least deviation must be 0 or more and finite, but was NaN");
        assertThatThrownBy(() -> ResidualScorer.fromJson(Json.parse("{\"kind\":\"guess\"}").asObject()))
                .hasMessage("no scorer is called 'guess'; there are likelihood, conformal");
        String damaged = Json.write(new AnomalyLikelihood(SMALL).toJson()).replace("[]", "[1,2,3,4,5]");
        assertThatThrownBy(() -> ResidualScorer.fromJson(Json.parse(damaged).asObject()))
                .hasMessage("5 residuals are saved, where the settings keep 4");
        assertThatThrownBy(() -> new StepForecast(1, new double[]{0.5}, new double[0])).hasMessage(
                "a forecast of one step has 0 quantiles for 1 levels; give one quantile for each level");
    }

    private static OptionalDouble score(ResidualScorer scorer, double actual) {
        return scorer.score(actual, StepForecast.ofPoint(0));
    }
}
