package org.lstm4j.report;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lstm4j.report.content.Values;

class ThinningTest {

    @Test
    void leavesShortRowsAsTheyAre() {
        Values row = Values.of(3, NaN, 1);

        assertThat(Thinning.of(List.of(row), 3, 4)).isEqualTo(new Thinning(1, List.of(0, 1, 2), List.of(row)));
    }

    @Test
    void keepsTheExtremesOfEachBucketInTheirOrder() {
        Values row = Values.of(1, 9, 5, /**/ 8, 2, 4, /**/ 7, 7, 7);

        Thinning thinning = Thinning.of(List.of(row), 9, 6);

        assertThat(thinning.step()).isEqualTo(3);
        assertThat(thinning.places()).containsExactly(0, 1, 3, 4, 6, 7);
        assertThat(thinning.lines()).containsExactly(Values.of(1, 9, 8, 2, 7, 7));
    }

    @Test
    void keepsBucketsWithoutValuesAsGapsAndOneValueAtBothPlaces() {
        Values row = Values.of(NaN, NaN, NaN, /**/ NaN, 6, NaN, /**/ 1, NaN, 3);

        assertThat(Thinning.of(List.of(row), 9, 6).lines()).containsExactly(Values.of(NaN, NaN, 6, 6, 1, 3));
    }

    @Test
    void handlesLastBucketsOfEveryLength() {
        for (int size = 7; size <= 40; size++) {
            double[] row = new double[size];
            Arrays.setAll(row, index -> index);

            Thinning thinning = Thinning.of(List.of(Values.of(row)), size, 6);

            assertThat(thinning.places()).as("size %d", size).hasSize(thinning.lines().getFirst().size())
                    .hasSizeLessThanOrEqualTo(6).isSorted().doesNotHaveDuplicates();
            assertThat(thinning.lines().getFirst().at(thinning.places().size() - 1)).isEqualTo(size - 1);
        }
    }

    @Test
    void areasHoldAllThatLayInThem() {
        Values lower = Values.of(1, 9, 5, /**/ NaN, 2, 4, /**/ NaN, NaN, NaN, /**/ 7);
        Values upper = Values.of(2, 9, 8, /**/ NaN, 3, 4, /**/ NaN, NaN, NaN, /**/ 8);

        Thinning thinning = Thinning.of(List.of(lower), 10, 8);

        assertThat(thinning.places()).containsExactly(0, 1, 3, 4, 6, 7, 9);
        assertThat(thinning.lowest(lower)).isEqualTo(Values.of(1, 1, 2, 2, NaN, NaN, 7));
        assertThat(thinning.highest(upper)).isEqualTo(Values.of(9, 9, 4, 4, NaN, NaN, 8));
        assertThat(Thinning.of(List.of(lower), 10, 10).lowest(lower)).isSameAs(lower);
    }

    @Test
    void losesNoPeakOfALongRow() {
        SplittableRandom random = new SplittableRandom(42);
        double[] row = new double[100_003];
        Arrays.setAll(row, index -> random.nextDouble());
        row[77_777] = 50;
        row[12_345] = -50;

        Thinning thinning = Thinning.of(List.of(Values.of(row)), row.length, 2_000);

        assertThat(thinning.places()).hasSizeLessThanOrEqualTo(2_000);
        assertThat(Arrays.stream(thinning.lines().getFirst().toArray()).max()).hasValue(50);
        assertThat(Arrays.stream(thinning.lines().getFirst().toArray()).min()).hasValue(-50);
    }
}
