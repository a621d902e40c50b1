package org.lstm4j.forecast.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WindowedGaussianTest {

    private static final double ONE_DEVIATION = 0.8413447460685429;

    /// After 1 and 3 the mean is 2 and the deviation 1.
    @Test
    void isTheProbabilityOfLessUnusualValues() {
        WindowedGaussian detector = new WindowedGaussian(2, 1);
        assertThat(detector.score(1)).hasValue(0);
        assertThat(detector.score(3).orElseThrow()).isEqualTo(1);
        assertThat(detector.score(1).orElseThrow()).isCloseTo(ONE_DEVIATION, within(1e-12));
        // the window is now 3, 1: the same mean and deviation
        assertThat(detector.score(3).orElseThrow()).isCloseTo(ONE_DEVIATION, within(1e-12));
        assertThat(detector.score(2)).hasValue(0.5);
    }

    @Test
    void movesAFullWindowOnByBlocks() {
        WindowedGaussian detector = new WindowedGaussian(2, 2);
        detector.score(1);
        detector.score(3);
        detector.score(101);
        assertThat(detector.score(3).orElseThrow()).isCloseTo(ONE_DEVIATION, within(1e-12));
        // the window is now 101, 3: mean 52, deviation 49
        assertThat(detector.score(3).orElseThrow()).isCloseTo(ONE_DEVIATION, within(1e-12));
        assertThat(detector.score(52)).hasValue(0.5);
    }

    @Test
    void passesOverMissingValues() {
        WindowedGaussian detector = WindowedGaussian.standard();
        assertThat(detector.score(Double.NaN)).isEmpty();
        assertThat(detector.score(5)).hasValue(0);
    }

    @Test
    void refusesABlockBeyondTheWindow() {
        assertThatThrownBy(() -> new WindowedGaussian(2, 3)).hasMessage(
                "a window of 2 values cannot move on by 3; give a block from 1 to the window");
    }
}
