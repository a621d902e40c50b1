package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.optim.LearningRateSchedule;

/// The rates of schedules at the first, the middle and the last of 100 steps, from a rate of 1.
class RateScheduleTest {

    private static final double INITIAL = 1;
    private static final long STEPS = 100;

    /// After 5 steps of warm-up, 95 are left for the cosine, of which 45 are gone in the middle.
    @ParameterizedTest
    @CsvSource({
        "STEP, 1, 0.1, 0.001",
        "LINEAR, 1, 0.505, 0.0199",
        "EXPONENTIAL, 1, 0.1, 0.010471",
        "COSINE, 1, 0.505, 0.010244",
        "WARM_UP_COSINE, 0.2, 0.545877, 0.010271",
        "ONE_CYCLE, 0.04, 0.793893, 0.000004"
    })
    void goesFromTheFirstRateToTheLast(RateSchedule schedule, double first, double middle, double last) {
        LearningRateSchedule rate = schedule.over(STEPS).orElseThrow();
        assertThat(rate.learningRate(0, INITIAL)).isCloseTo(first, within(1e-6));
        assertThat(rate.learningRate(STEPS / 2, INITIAL)).isCloseTo(middle, within(1e-6));
        assertThat(rate.learningRate(STEPS - 1, INITIAL)).isCloseTo(last, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSTANT", "PLATEAU"})
    void doesNotMoveByStepsWhereNothingOrTheValidationLossDecides(RateSchedule schedule) {
        assertThat(schedule.over(STEPS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesATrainingOfOneStep(RateSchedule schedule) {
        schedule.over(1)
                .ifPresent(rate -> assertThat(rate.learningRate(0, INITIAL)).isPositive().isLessThanOrEqualTo(1));
    }

    @Test
    void isNamedAsOnTheCommandLine() {
        assertThat(Arrays.stream(RateSchedule.values()).map(RateSchedule::label)).containsExactly("constant", "step",
                "linear", "exponential", "cosine", "warm-up-cosine", "one-cycle", "plateau");
    }

    /// Of 65 samples in batches of 32 there are three updates an epoch.
    @Test
    void runsOverAllUpdatesOfAllEpochs() {
        OptimizationSettings standard = OptimizationSettings.standard();
        OptimizationSettings settings = new OptimizationSettings(4, 32, standard.optimizer(), RateSchedule.LINEAR,
                standard.loss(), 1, 0, 1);
        LearningRateSchedule rate = settings.rateBySteps(65).orElseThrow();
        assertThat(rate.learningRate(6, INITIAL)).isCloseTo(0.505, within(1e-12));
        assertThat(rate.learningRate(12, INITIAL)).isCloseTo(0.01, within(1e-12));
    }
}
