package org.lstm4j.forecast.deepar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lstm4j.json.JsonValue;

class ContextScalingTest {

    private static final double[] VALUES = {100, Double.NaN, 4, -2, 6, 0, 0, 0};

    @Test
    void theMeanAbsoluteValueLeavesZeroWhereItIs() {
        assertThat(ContextScaling.MEAN_ABSOLUTE.of(VALUES, 1, 5, 9)).isEqualTo(new WindowScale(0, 4));
        assertThat(new WindowScale(0, 4).of(6)).isEqualTo(1.5);
    }

    @Test
    void centeredValuesAreDistancesFromTheMean() {
        // mean of 4, −2, 6 is 8/3; distances 4/3, 14/3, 10/3
        WindowScale scale = ContextScaling.CENTERED.of(VALUES, 1, 5, 9);
        assertThat(scale.shift()).isEqualTo(8 / 3.0);
        assertThat(scale.scale()).isCloseTo(28 / 9.0, within(1e-15));
        assertThat(scale.of(8 / 3.0 + 28 / 9.0)).isCloseTo(1, within(1e-15));
    }

    @Test
    void aFlatContextIsScaledByAThousandthOfItsLevel() {
        assertThat(ContextScaling.CENTERED.of(new double[]{5, 5, 5}, 0, 3, 9)).isEqualTo(new WindowScale(5, 0.005));
    }

    @Test
    void aContextOfZerosHasTheScaleOfWhatCameBefore() {
        assertThat(ContextScaling.MEAN_ABSOLUTE.of(VALUES, 5, 8, 9)).isEqualTo(new WindowScale(0, 16));
        assertThat(ContextScaling.CENTERED.of(VALUES, 5, 8, 9))
                .isEqualTo(ContextScaling.CENTERED.of(VALUES, 0, 8, 9));
    }

    @Test
    void aSeriesOfZerosHasTheTypicalScale() {
        assertThat(ContextScaling.MEAN_ABSOLUTE.of(new double[3], -2, 3, 9)).isEqualTo(new WindowScale(0, 9));
        assertThat(ContextScaling.CENTERED.of(new double[]{Double.NaN, 0}, 0, 2, 9)).isEqualTo(new WindowScale(0, 9));
    }

    @Test
    void refusesAnUnknownName() {
        assertThat(ContextScaling.fromJson(JsonValue.of("centered"))).isEqualTo(ContextScaling.CENTERED);
        assertThatIllegalArgumentException().isThrownBy(() -> ContextScaling.fromJson(JsonValue.of("median")))
                .withMessage("there is no scaling of contexts 'median'");
    }
}
