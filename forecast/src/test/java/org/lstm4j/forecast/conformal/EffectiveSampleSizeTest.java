package org.lstm4j.forecast.conformal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class EffectiveSampleSizeTest {

    @Test
    void independentHitsCountAsManyAsTheyAre() {
        assertThat(EffectiveSampleSize.of(runs(2000, 1))).isBetween(1500.0, 2000.0);
    }

    /// Runs of ten equal hits are worth one each.
    @Test
    void runsCountAboutOnce() {
        assertThat(EffectiveSampleSize.of(runs(5000, 10))).isBetween(300.0, 800.0);
    }

    @Test
    void hitsThatNeverDifferTellNothingOfDependence() {
        assertThat(EffectiveSampleSize.of(new boolean[30])).isEqualTo(30);
    }

    private static boolean[] runs(int count, int length) {
        RandomStream random = new RandomStreams(3).stream("runs " + length);
        boolean[] hits = new boolean[count];
        for (int index = 0; index < count; index++) {
            hits[index] = index % length == 0 ? random.nextDouble() < 0.8 : hits[index - 1];
        }
        return hits;
    }
}
