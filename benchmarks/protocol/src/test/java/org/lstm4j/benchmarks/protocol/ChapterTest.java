package org.lstm4j.benchmarks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The chapter's data are sums.
class ChapterTest {

    @Test
    void targetsAreTheSumsOfTheirSequences() {
        ChapterData data = ChapterData.draw(1);

        assertThat(data.trainTargets()).hasSize(ChapterData.TRAIN);
        float sum = 0;
        for (int step = 0; step < ChapterData.STEPS; step++) {
            sum += data.testInputs()[7 * ChapterData.STEPS + step];
        }
        assertThat(data.testTargets()[7]).isEqualTo(sum).isBetween(1f, 9f);
        assertThat(ChapterData.draw(1).trainInputs()).isEqualTo(data.trainInputs());
        assertThat(ChapterData.draw(2).trainInputs()).isNotEqualTo(data.trainInputs());
    }
}
