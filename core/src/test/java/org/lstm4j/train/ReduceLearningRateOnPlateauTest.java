package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Against sequences worked out by hand.
class ReduceLearningRateOnPlateauTest {

    private final ScriptedLog log = new ScriptedLog(8);
    private final ReduceLearningRateOnPlateau halving = new ReduceLearningRateOnPlateau(Monitor.VALIDATION_LOSS)
            .withFactor(0.5).withPatience(2);

    @Test
    void lowersTheRateWheneverPatienceEnds() {
        log.run(halving, 5, 5, 6, 6, 5, 4, 4, 4);
        assertThat(log.rates()).containsExactly(8., 8., 4., 4., 2., 2., 2., 1.);
    }

    @Test
    void aTenthAfterTenEpochsUnlessToldOtherwise() {
        log.run(new ReduceLearningRateOnPlateau(Monitor.VALIDATION_LOSS), 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        assertThat(log.rates()).startsWith(8., 8., 8., 8., 8., 8., 8., 8., 8., 8.).endsWith(0.8);
    }

    /// Lowered after epoch 3; epochs 4 and 5 pass uncounted but for the last, as Keras counts.
    @Test
    void looksAwayDuringTheCooldown() {
        log.run(halving.withCooldown(2), 5, 5, 5, 5, 5, 5, 5, 5, 5);
        assertThat(log.rates()).containsExactly(8., 8., 4., 4., 4., 2., 2., 2., 1.);
    }

    @Test
    void improvementsDuringTheCooldownAreTheBestThen() {
        log.run(halving.withCooldown(2), 5, 5, 5, 1, 4, 4, 4);
        assertThat(log.rates()).containsExactly(8., 8., 4., 4., 4., 2., 2.);
    }

    @Test
    void goesNoLowerThanTheLeastRate() {
        log.run(halving.withPatience(1).withLeast(3), 5, 5, 5, 5);
        assertThat(log.rates()).containsExactly(8., 4., 3., 3.);
    }

    @Test
    void improvementsUpToTheMinDeltaDoNotCount() {
        Monitor monitor = Monitor.VALIDATION_LOSS.withMinDelta(1);
        log.run(new ReduceLearningRateOnPlateau(monitor).withFactor(0.5).withPatience(2), 5, 4.5, 4, 3, 2.5, 2.4);
        assertThat(log.rates()).containsExactly(8., 8., 4., 4., 4., 2.);
    }

    @Test
    void highValuesMayBeTheGoodOnes() {
        log.run(new ReduceLearningRateOnPlateau(Monitor.highest("val_loss")).withFactor(0.5).withPatience(1), 1, 2, 1);
        assertThat(log.rates()).containsExactly(8., 8., 4.);
    }

    @Test
    void epochsWithoutValidationDoNotCount() {
        log.run(halving, 5, Double.NaN, 5, Double.NaN, 5);
        assertThat(log.rates()).containsExactly(8., 8., 8., 8., 4.);
    }

    @Test
    void beginsAnewWithEveryFit() {
        log.run(halving, 1, 1);
        log.run(halving, 9, 8, 8);
        assertThat(log.rates()).containsExactly(8., 8., 8.);
    }

    @Test
    void aFitLearnsWithTheLoweredRate() {
        SmallFit small = new SmallFit();
        Monitor never = Monitor.lowest("loss").withMinDelta(1e9);
        History history = small.model().fit(small.training(), FitOptions.epochs(4),
                new ReduceLearningRateOnPlateau(never).withFactor(0.5).withPatience(1));
        assertThat(history.epochs()).extracting(History.Epoch::learningRate).containsExactly(0.01, 0.01, 0.005, 0.0025);
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> halving.withFactor(1)).hasMessageContaining("in (0, 1), but was 1.0");
        assertThatThrownBy(() -> halving.withPatience(0)).hasMessageContaining("but was 0");
        assertThatThrownBy(() -> halving.withCooldown(-1)).hasMessageContaining("but was -1");
        assertThatThrownBy(() -> halving.withLeast(Double.NaN)).hasMessageContaining("but was NaN");
    }
}
