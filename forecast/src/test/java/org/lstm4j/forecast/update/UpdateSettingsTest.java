package org.lstm4j.forecast.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.optim.RmsProp;

class UpdateSettingsTest {

    private static final UpdateSettings STANDARD = UpdateSettings.standard();

    @Test
    void goesOnAsTheTrainingDidAtATenthOfItsRate() {
        OptimizationSettings training = OptimizationSettings.standard()
                .withOptimizer(new RmsProp(0.02)).withBatchSize(7).withClipNorm(3).withSeed(5);

        assertThat(UpdateSettings.after(training)).isEqualTo(
                new UpdateSettings(5, 7, new RmsProp(0.002), 3, 0.5, 0.2, 5));
        assertThat(STANDARD.optimizer().learningRate()).isEqualTo(0.0001);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 2, Double.NaN})
    void refusesAShareOfOldWindowsThatLeavesNoNewOnes(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.withReplay(share))
                .withMessage("the share of replayed windows must be in [0, 1), but was " + share);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesToHoldOutNothingOrAPartOfAStep(double part) {
        assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.withHeldOut(part))
                .withMessage(
                        "the rows held out must be a share in (0, 1) or a whole number of steps from 1 on, but were "
                                + part);
    }

    @Test
    void refusesNoEpochsAndNoBatch() {
        assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.withEpochs(0))
                .withMessage("epochs must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateSettings.after(OptimizationSettings.standard().withBatchSize(0)))
                .withMessage("batch size must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateSettings.after(OptimizationSettings.standard().withClipNorm(0)))
                .withMessage("the largest norm of gradients must be above 0, but was 0.0");
    }
}
