package org.lstm4j.benchmarks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Every library wants another order.
class LayoutsTest {

    @Test
    void gatesAreReorderedBlockByBlock() {
        float[] rows = {1, 1, 2, 2, 3, 3, 4, 4}; // i, f, g, o

        assertThat(Layouts.gates(rows, Layouts.GATES, "iofg")).containsExactly(1, 1, 4, 4, 2, 2, 3, 3);
        assertThat(Layouts.gates(Layouts.gates(rows, Layouts.GATES, "gfoi"), "gfoi", Layouts.GATES))
                .isEqualTo(rows);
    }

    @Test
    void axesChangePlaces() {
        assertThat(Layouts.transpose(new float[]{1, 2, 3, 4, 5, 6}, 2, 3)).containsExactly(1, 4, 2, 5, 3, 6);
        // two sequences of two steps of two features
        assertThat(Layouts.timeMajor(new float[]{1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2))
                .containsExactly(1, 2, 5, 6, 3, 4, 7, 8);
        assertThat(Layouts.join(new float[]{1}, new float[0], new float[]{2, 3})).containsExactly(1, 2, 3);
    }
}
