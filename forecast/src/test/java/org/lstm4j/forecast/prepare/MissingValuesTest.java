package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MissingValuesTest {

    private static final double NONE = Double.NaN;
    private static final double[] VALUES = {NONE, 1, NONE, NONE, 4, 6, NONE};

    @Test
    void fillsAsEachMethodSays() {
        assertThat(fill(FillMethod.NONE)).containsExactly(NONE, 1, NONE, NONE, 4, 6, NONE);
        assertThat(fill(FillMethod.LINEAR)).containsExactly(NONE, 1, 2, 3, 4, 6, NONE);
        assertThat(fill(FillMethod.FORWARD)).containsExactly(NONE, 1, 1, 1, 4, 6, 6);
        assertThat(fill(FillMethod.SEASONAL)).containsExactly(NONE, 1, NONE, NONE, 4, 6, NONE);
        assertThat(fill(FillMethod.MEAN)).containsExactly(11.0 / 3, 1, 11.0 / 3, 11.0 / 3, 4, 6, 11.0 / 3);
    }

    @Test
    void seasonalFillMayBuildOnAFilledValue() {
        double[] values = {1, 2, 3, NONE, NONE, 6, NONE, 8, 9};

        assertThat(MissingValues.fill(values, FillMethod.SEASONAL, 3)).containsExactly(1, 2, 3, 1, 2, 6, 1, 8, 9);
    }

    @ParameterizedTest
    @EnumSource(FillMethod.class)
    void onlyMethodsThatSaySoLookAhead(FillMethod method) {
        double[] changed = VALUES.clone();
        changed[4] = 400;
        changed[5] = 600;

        boolean pastChanged = false;
        for (int step = 0; step < 4; step++) {
            pastChanged |= Double.compare(MissingValues.fill(VALUES, method, 3)[step],
                    MissingValues.fill(changed, method, 3)[step]) != 0;
        }
        assertThat(pastChanged).isEqualTo(method.looksAhead());
    }

    @ParameterizedTest
    @EnumSource(FillMethod.class)
    void aColumnWithoutValuesStaysMissing(FillMethod method) {
        assertThat(MissingValues.fill(new double[]{NONE, NONE, NONE}, method, 2)).containsOnly(NONE);
    }

    private static double[] fill(FillMethod method) {
        return MissingValues.fill(VALUES, method, 3);
    }
}
