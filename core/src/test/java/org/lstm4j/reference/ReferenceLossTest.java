package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The losses by hand; [GradientCheckTest] proves their slopes.
class ReferenceLossTest {

    private static final double[][][] PREDICTION = {{{1, 5}, {-2, 0}}};
    private static final double[][][] TARGET = {{{0.5, 2}, {-2, 2}}};

    // errors: 0.5, 3, 0, −2

    @Test
    void squaresErrors() {
        assertThat(ReferenceLoss.meanSquaredError().of(PREDICTION, TARGET))
                .isCloseTo((0.25 + 9 + 0 + 4) / 4, within(1e-15));
    }

    @Test
    void takesErrorsWithoutSign() {
        assertThat(ReferenceLoss.meanAbsoluteError().of(PREDICTION, TARGET))
                .isCloseTo((0.5 + 3 + 0 + 2) / 4, within(1e-15));
    }

    @Test
    void growsOnlyLinearlyBeyondDelta() {
        assertThat(ReferenceLoss.huber(1).of(PREDICTION, TARGET))
                .isCloseTo((0.125 + 2.5 + 0 + 1.5) / 4, within(1e-15));
    }
}
