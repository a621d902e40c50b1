package org.lstm4j.forecast.deepar;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void refuseWhatIsOutOfRange() {
        DeepArTraining training = DeepArTraining.standard();
        assertThatIllegalArgumentException().isThrownBy(() -> training.withEpochs(0))
                .withMessageContaining("must be at least 1");
        assertThatIllegalArgumentException().isThrownBy(() -> training.withBatches(0, 32));
        assertThatIllegalArgumentException().isThrownBy(() -> training.withPatience(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> training.withLearningRate(0))
                .withMessage("learning rate and clip norm must be above 0: 0.0, 10.0");
        assertThatIllegalArgumentException().isThrownBy(() -> training.withClipNorm(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeepArNetwork(0, 1, 0))
                .withMessageContaining("units and layers");
        assertThatIllegalArgumentException().isThrownBy(() -> new DeepArNetwork(1, 1, 1))
                .withMessage("dropout must be in [0, 1), but was 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> SmallModel.settings().withPaths(0))
                .withMessage("context, horizon and paths must be at least 1: 8, 6, 0");
        assertThatIllegalArgumentException().isThrownBy(() -> SmallModel.settings().withContext(0));
    }
}
