package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalingTest {

    private static final double[] VALUES = {2, 4, Double.NaN, 6, 8, 1000};

    @Test
    void fitsItsPartAloneAndLeavesMissingOut() {
        assertThat(Scaling.STANDARD.fit(VALUES, 0, 5)).isEqualTo(new FittedScaler(5, Math.sqrt(5)));
        assertThat(Scaling.MINMAX.fit(VALUES, 0, 5)).isEqualTo(new FittedScaler(2, 6));
        assertThat(Scaling.ROBUST.fit(VALUES, 0, 5)).isEqualTo(new FittedScaler(5, 3));
        assertThat(Scaling.MEAN_ABS.fit(VALUES, 0, 5)).isEqualTo(new FittedScaler(0, 5));
        assertThat(Scaling.NONE.fit(VALUES, 0, 5)).isEqualTo(new FittedScaler(0, 1));
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void scalesThereAndBack(Scaling scaling) {
        FittedScaler scaler = scaling.fit(VALUES, 0, 6);
        assertThat(scaler.original(scaler.scaled(7.25))).isCloseTo(7.25, within(1e-12));
        assertThat(scaler.scaled(Double.NaN)).isNaN();
        assertThat(FittedScaler.fromJson(scaler.toJson())).isEqualTo(scaler);
        assertThat(Scaling.of(scaling.label())).isEqualTo(scaling);
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void shiftsConstantValuesWithoutDividingByZero(Scaling scaling) {
        FittedScaler scaler = scaling.fit(new double[]{3, 3, 3}, 0, 3);
        assertThat(scaler.scaled(3)).isFinite();
        assertThat(scaler.original(scaler.scaled(4))).isCloseTo(4, within(1e-12));
    }

    @Test
    void namesTheScalersThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> Scaling.of("zscore")).hasMessageContaining("zscore").hasMessageContaining("standard");
    }
}
