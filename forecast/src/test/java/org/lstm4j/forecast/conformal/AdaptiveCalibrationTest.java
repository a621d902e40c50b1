package org.lstm4j.forecast.conformal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lstm4j.json.Json;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class AdaptiveCalibrationTest {

    private static final double[] LEVELS = {0.05, 0.5, 0.95};
    private static final AdaptiveSettings SETTINGS = new AdaptiveSettings();

    /// From step 1000 on errors lie 3 higher and are twice as large: what was learned before covers less than half of them.
    @Test
    void coverageComesBackAfterTheWorldChanged() {
        double[] errors = errors(3000);
        double[][] before = new double[1000][1];
        double[][] points = new double[1000][1];
        for (int step = 0; step < 1000; step++) {
            before[step][0] = errors[step];
        }
        CalibrationWindows past = CalibrationWindows.ofPoints(LEVELS, points, before);
        double[] fixed = ConformalCalibration.fit(past, new ConformalSettings()).apply(new double[1][3])[0];
        AdaptiveCalibration adaptive = AdaptiveCalibration.of(past, SETTINGS);
        int fixedCovered = 0;
        int covered = 0;
        int below = 0;
        for (int step = 1000; step < 3000; step++) {
            double[] quantiles = adaptive.corrected(0, new double[3], 1);
            assertThat(quantiles).isSorted();
            if (step >= 1250) {
                fixedCovered += fixed[0] <= errors[step] && errors[step] <= fixed[2] ? 1 : 0;
                covered += quantiles[0] <= errors[step] && errors[step] <= quantiles[2] ? 1 : 0;
                below += errors[step] <= quantiles[1] ? 1 : 0;
            }
            adaptive.observe(0, new double[3], errors[step], 1);
        }
        assertThat(fixedCovered / 1750.0).isLessThan(0.5);
        assertThat(covered / 1750.0).isCloseTo(0.9, within(0.03));
        assertThat(below / 1750.0).isCloseTo(0.5, within(0.05));
    }

    /// τ·γ up, or (1 − τ)·γ down; worked out by hand.
    @Test
    void levelsMoveByWhatWasMissed() {
        AdaptiveCalibration calibration = new AdaptiveCalibration(new double[]{0.1, 0.9}, 2,
                new AdaptiveSettings(0.1, 5));
        assertThat(calibration.corrected(1, new double[]{4, 6}, 1)).containsExactly(4, 6);
        calibration.observe(1, new double[]{4, 6}, 8, 1); // above both
        assertThat(calibration.adaptedLevel(1, 0)).isCloseTo(0.11, within(1e-15));
        assertThat(calibration.adaptedLevel(1, 1)).isCloseTo(0.99, within(1e-15));
        assertThat(calibration.corrected(1, new double[]{4, 6}, 1)).containsExactly(8, 8);
        assertThat(calibration.corrected(1, new double[]{4, 6}, 0.5)).containsExactly(6, 7);
        assertThat(calibration.adaptedLevel(0, 1)).isEqualTo(0.9);
        calibration.observe(1, new double[]{4, 6}, 9, 1); // again: 1 is the end
        assertThat(calibration.adaptedLevel(1, 1)).isOne();
    }

    @Test
    void unknownValuesChangeNothing() {
        AdaptiveCalibration calibration = new AdaptiveCalibration(LEVELS, 1, SETTINGS);
        calibration.observe(0, new double[3], 1, 1);
        String before = Json.write(calibration.toJson());
        calibration.observe(0, new double[3], Double.NaN, 1);
        assertThat(Json.write(calibration.toJson())).isEqualTo(before);
    }

    @Test
    void goesOnFromItsJsonAsIfUnbroken() {
        double[] errors = errors(1200);
        AdaptiveCalibration unbroken = new AdaptiveCalibration(LEVELS, 1, SETTINGS);
        AdaptiveCalibration broken = new AdaptiveCalibration(LEVELS, 1, SETTINGS);
        for (int step = 0; step < 1200; step++) {
            unbroken.observe(0, new double[3], errors[step], 1);
            broken.observe(0, new double[3], errors[step], 1);
            if (step % 400 == 399) {
                broken = AdaptiveCalibration.fromJson(Json.parse(Json.write(broken.toJson())));
            }
        }
        assertThat(Json.write(broken.toJson())).isEqualTo(Json.write(unbroken.toJson()));
        assertThat(broken.corrected(0, new double[3], 1)).isEqualTo(unbroken.corrected(0, new double[3], 1));
    }

    @Test
    void refusesWhatDoesNotFit() {
        AdaptiveCalibration calibration = new AdaptiveCalibration(LEVELS, 2, SETTINGS);
        assertThatThrownBy(() -> calibration.observe(2, new double[3], 1, 1))
                .hasMessage("step 2 was not calibrated; steps are counted from 0 to 1");
        assertThatThrownBy(() -> calibration.corrected(0, new double[2], 1))
                .hasMessageContaining("forecasts for 2 levels, but there should be 3");
        assertThatThrownBy(() -> calibration.corrected(0, new double[3], 0)).hasMessageContaining("but was 0.0");
        assertThatThrownBy(() -> new AdaptiveCalibration(LEVELS, 0, SETTINGS)).hasMessageContaining("was given 0");
        assertThatThrownBy(() -> SETTINGS.withRate(1)).hasMessageContaining("below 1, but was 1.0");
        assertThatThrownBy(() -> SETTINGS.withMemory(0)).hasMessageContaining("1 or more, but was 0");
    }

    private static double[] errors(int count) {
        RandomStream random = new RandomStreams(9).stream("errors");
        double[] errors = new double[count];
        for (int step = 0; step < count; step++) {
            errors[step] = step < 1000 ? random.nextGaussian() : 3 + 2 * random.nextGaussian();
        }
        return errors;
    }
}
