package org.lstm4j.nn.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SegmentLstmSpecTest {

    private static final SegmentWindow WINDOW = new SegmentWindow(10, 7, 3);

    @Test
    void countsSegments() {
        assertThat(WINDOW.pastSegments()).isEqualTo(3);
        assertThat(WINDOW.skipped()).isEqualTo(1);
        assertThat(WINDOW.futureSegments()).isEqualTo(3);
        SegmentWindow exact = new SegmentWindow(6, 6, 3).withKnown(2).withCategories(List.of(5));
        assertThat(List.of(exact.pastSegments(), exact.skipped(), exact.futureSegments())).containsExactly(2, 0, 2);
        assertThat(exact.sample().toString()).isEqualTo("[steps 12, features 4]");
        assertThat(exact.pastSegmentSize()).isEqualTo(9);
    }

    @Test
    void categoriesTakeHalfOfTheUnits() {
        SegmentLstmSpec spec = new SegmentLstmSpec(WINDOW, 5);
        assertThat(List.of(spec.positionUnits(), spec.categoryUnits())).containsExactly(5, 0);
        SegmentLstmSpec shared = new SegmentLstmSpec(WINDOW.withCategories(List.of(2)), 5);
        assertThat(List.of(shared.positionUnits(), shared.categoryUnits())).containsExactly(2, 3);
    }

    @Test
    void refusesWindowsThatCannotBe() {
        refuses(() -> new SegmentWindow(23, 5, 24),
                "a lookback of 23 steps has no whole segment of 24 steps; the lookback"
                        + " must be at least the segment: give a lookback of 24 or more, or a segment of 23 or less");
        refuses(() -> new SegmentWindow(3, 0, 1), "horizon must be at least 1, but was 0");
        refuses(() -> new SegmentWindow(3, 1, 0), "segment must be at least 1, but was 0");
        refuses(() -> WINDOW.withObserved(0), "observed channels must be at least 1, but was 0");
        refuses(() -> WINDOW.withKnown(-1), "known channels must be at least 0, but was -1");
        refuses(() -> WINDOW.withCategories(List.of(3, 0)),
                "a channel of categories must have from 1 to 16777216 ids, but got 0 in [3, 0]");
        refuses(() -> new SegmentWindow(1 << 30, 1 << 30, 1 << 30), "a sample of 1073741824 + 1073741824 steps of 1"
                + " channels has more numbers than an array can hold");
    }

    @Test
    void refusesSettingsThatCannotBe() {
        SegmentLstmSpec spec = new SegmentLstmSpec(WINDOW, 4);
        refuses(() -> new SegmentLstmSpec(WINDOW, 0), "units must be from 1 to 23170, but was 0");
        refuses(() -> new SegmentLstmSpec(WINDOW.withCategories(List.of(2)), 1),
                "positions and categories share the units,"
                        + " which must be at least 2, but were 1; give more units, or leave the categories out");
        refuses(() -> spec.withLayers(0), "layers must be at least 1, but was 0");
        refuses(() -> spec.withOutputs(0), "outputs must be at least 1, but was 0");
        refuses(() -> spec.withOutputs(1 << 29),
                "536870912 outputs of 7 steps are more than an array can hold; give fewer");
        refuses(() -> spec.withDropout(1f), "dropout rate must be in [0, 1), but was 1.0");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
