package org.lstm4j.tune.forecaster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lstm4j.tune.space.Hyperparameter;
import org.lstm4j.tune.space.HyperparameterText;

class StandardSpaceTest {

    @Test
    void searchesAroundTheDefaults() {
        assertThat(StandardSpace.of(48, 96, 36_000).hyperparameters()).extracting(HyperparameterText::write)
                .containsExactly("lookback=48..192:log", "hidden=16..96:log", "layers=1..2", "lr=0.0003..0.01:log",
                        "batch-size=16,32,64", "epochs=10..50", "optimizer=adam,adamw,nadam,rmsprop",
                        "dropout=0.0..0.4",
                        "scale=standard,last,revin");
    }

    @Test
    void looksBackAtLeastTheHorizonAndAtMostHalfOfWhatThereIs() {
        assertThat(StandardSpace.of(96, 96, 36_000)).isEqualTo(new StandardSpace(96, 192));
        assertThat(StandardSpace.of(12, 48, 120)).isEqualTo(new StandardSpace(24, 60));
        assertThat(StandardSpace.of(1, 1, 1000)).isEqualTo(new StandardSpace(1, 2));
    }

    /// A lookback of 3 is all that a short series allows to a horizon of 12.
    @Test
    void doesNotSearchALookbackThatHasNoChoice() {
        assertThat(StandardSpace.of(12, 3, 7)).isEqualTo(new StandardSpace(3, 3));
        assertThat(StandardSpace.of(12, 3, 7).hyperparameters()).extracting(Hyperparameter::name)
                .doesNotContain("lookback").hasSize(8);
    }
}
