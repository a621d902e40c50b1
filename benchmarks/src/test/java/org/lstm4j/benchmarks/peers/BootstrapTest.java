package org.lstm4j.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The bound lies below the median, the lower the wider the samples, and is right as often as it says.
class BootstrapTest {

    @Test
    void samplesThatAgreeBoundThemselves() {
        assertThat(Bootstrap.lowerBound(1.5)).isEqualTo(1.5);
        assertThat(Bootstrap.lowerBound(2, 2, 2)).isEqualTo(2);
    }

    @Test
    void boundLiesBetweenTheLeastAndTheMedian() {
        assertThat(Bootstrap.lowerBound(1, 2, 3, 4, 5)).isBetween(1.0, 2.0);
        assertThat(Bootstrap.lowerBound(2.9, 2.95, 3, 3.05, 3.1)).isBetween(2.9, 3.0);
        assertThat(Bootstrap.lowerBound(3, 1, 2)).isEqualTo(Bootstrap.lowerBound(1, 2, 3));
    }

    @Test
    void coversTheTrueMedianNineTimesInTen() {
        SplittableRandom random = new SplittableRandom(3);
        int covered = 0;
        for (int trial = 0; trial < 300; trial++) {
            double[] samples = random.doubles(15, -1, 1).toArray();
            covered += Bootstrap.lowerBound(samples) <= 0 ? 1 : 0;
        }
        assertThat(covered / 300.0).isCloseTo(0.9, within(0.06));
    }
}
