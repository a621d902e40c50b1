package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowScaling;

class ScaleNameTest {

    @Test
    void aWindowIsLevelledOnTopOfTheStandardScaling() {
        ForecastSettings settings = ScaleName.of("revin").applied(ForecastSettings.horizon(1, "load"));

        assertThat(settings.scaling()).isEqualTo(Scaling.STANDARD);
        assertThat(settings.windowScaling()).isEqualTo(WindowScaling.REVIN);
    }

    @Test
    void theOthersScaleTheSeriesAlone() {
        ForecastSettings before = ForecastSettings.horizon(1, "load").withWindowScaling(WindowScaling.LAST);
        ForecastSettings settings = ScaleName.of("mean-abs").applied(before);

        assertThat(settings.scaling()).isEqualTo(Scaling.MEAN_ABS);
        assertThat(settings.windowScaling()).isEqualTo(WindowScaling.NONE);
    }

    @Test
    void everyNameIsThatOfItsSettings() {
        assertThat(ScaleName.labels())
                .containsExactly("standard", "minmax", "robust", "mean-abs", "log", "none", "last", "revin")
                .allSatisfy(label -> {
                    ScaleName name = ScaleName.of(label);
                    assertThat(ScaleName.of(name.scaling(), name.windowScaling()).label()).isEqualTo(label);
                });
    }

    @Test
    void ofTwoScalingsTheWindowsIsNamed() {
        assertThat(ScaleName.of(Scaling.LOG, WindowScaling.LAST).label()).isEqualTo("last");
    }

    @Test
    void refusesANameThatThereIsNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScaleName.of("zscore")).withMessage(
                "no scale is called 'zscore'; there are standard, minmax, robust, mean-abs, log, none, last, revin");
    }
}
