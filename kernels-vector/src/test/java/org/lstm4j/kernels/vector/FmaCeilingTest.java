package org.lstm4j.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The program gives a figure; that it checks its own sums is what makes the figure worth something.
class FmaCeilingTest {

    @Test
    void givesAPositiveFigure() {
        assertThat(FmaCeiling.gigaflops()).isPositive().isFinite();
    }
}
