package org.lstm4j.forecast.deepar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SamplePathsTest {

    private final SamplePaths paths = new SamplePaths(new double[][]{{4, 10}, {1, 30}, {2, 20}});

    @Test
    void meansAreOverPaths() {
        assertThat(paths.mean()).containsExactly(7 / 3.0, 20);
    }

    @Test
    void quantilesLieBetweenPaths() {
        assertThat(paths.quantiles(0, 0.5, 0.75, 1)[0]).containsExactly(1, 2, 3, 4);
        assertThat(paths.quantiles(0, 0.5, 0.75, 1)[1]).containsExactly(10, 20, 25, 30);
    }

    @Test
    void quantilesAscendWithTheirLevels() {
        double[] levels = new double[99];
        for (int index = 0; index < levels.length; index++) {
            levels[index] = (index + 1) / 100.0;
        }
        for (double[] ofStep : paths.quantiles(levels)) {
            assertThat(ofStep).isSorted();
        }
    }

    @Test
    void refusesWhatIsNoLevelAndNoPath() {
        assertThatIllegalArgumentException().isThrownBy(() -> paths.quantiles(1.1))
                .withMessage("a level must be in [0, 1], but was 1.1");
        assertThatIllegalArgumentException().isThrownBy(() -> new SamplePaths(new double[0][]))
                .withMessageContaining("at least one path");
    }

    @Test
    void pathsThatRunAwayHaveInfiniteQuantiles() {
        double infinite = Double.POSITIVE_INFINITY;
        SamplePaths paths = new SamplePaths(new double[][]{{1}, {infinite}, {infinite}});

        assertThat(paths.quantiles(0, 0.4, 0.9)[0]).containsExactly(1, infinite, infinite);
    }
}
