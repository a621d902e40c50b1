package org.lstm4j.forecast.conformal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lstm4j.json.Json;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.special.Normal;

class OnlineCalibrationTest {

    private static final double[] LEVELS = {0.025, 0.1, 0.5, 0.9, 0.975};
    private static final int HORIZON = 6;
    private static final int CHANGE = 2500;

    /// Noise twice as large from the middle on: intervals of before hold half of what comes, corrected ones what they say.
    @Test
    void coverageComesBackAfterNoiseDoubles() {
        Coverage fixed = new Coverage();
        Coverage corrected = new Coverage();
        double[] values = values(2 * CHANGE, CHANGE);
        OnlineCalibration online = new OnlineCalibration(LEVELS, HORIZON);
        for (int origin = 1; origin + HORIZON <= values.length; origin++) {
            online.observe(origin - 1, values[origin - 1]);
            double[][] quantiles = forecast(values[origin - 1]);
            double[][] moved = online.corrected(origin, quantiles);
            online.follow(origin, quantiles);
            if (origin >= CHANGE + 500) {
                fixed.add(values, origin, quantiles);
                corrected.add(values, origin, moved);
            }
        }
        assertThat(fixed.of80()).isLessThan(0.55);
        assertThat(fixed.of95()).isLessThan(0.75);
        assertThat(corrected.of80()).isCloseTo(0.8, within(0.03));
        assertThat(corrected.of95()).isCloseTo(0.95, within(0.02));
    }

    /// Where quantiles are right from the beginning, corrections do little.
    @Test
    void rightQuantilesStayAboutAsTheyAre() {
        Coverage corrected = new Coverage();
        double[] values = values(CHANGE, CHANGE);
        OnlineCalibration online = new OnlineCalibration(LEVELS, HORIZON);
        for (int origin = 1; origin + HORIZON <= values.length; origin++) {
            online.observe(origin - 1, values[origin - 1]);
            double[][] quantiles = forecast(values[origin - 1]);
            corrected.add(values, origin, online.corrected(origin, quantiles));
            online.follow(origin, quantiles);
            for (int level = 0; level < LEVELS.length; level++) {
                assertThat(online.offset(level)).isBetween(-0.6, 0.6);
            }
        }
        assertThat(corrected.of80()).isCloseTo(0.8, within(0.03));
        assertThat(corrected.of95()).isCloseTo(0.95, within(0.02));
    }

    /// Values at an origin or after it change no forecast there, and the value before it does: origins follow each other at every step.
    @Test
    void learnsFromNothingAtTheOriginOrAfterIt() {
        double[] values = values(60, 60);
        int origin = 40;
        double[][] unchanged = correctedAt(origin, values, values.clone());
        double[] later = values.clone();
        Arrays.fill(later, origin, later.length, 1e6);
        assertThat(correctedAt(origin, values, later)).isDeepEqualTo(unchanged);
        double[] before = values.clone();
        before[origin - 1] = 1e6;
        assertThat(Arrays.deepEquals(correctedAt(origin, values, before), unchanged)).isFalse();
    }

    /// The corrected forecast of an origin, after all origins before it.
    private static double[][] correctedAt(int last, double[] read, double[] observed) {
        OnlineCalibration online = new OnlineCalibration(LEVELS, HORIZON);
        double[][] corrected = new double[0][];
        for (int origin = 1; origin <= last; origin++) {
            online.observe(origin - 1, observed[origin - 1]);
            corrected = online.corrected(origin, forecast(read[origin - 1]));
            online.follow(origin, forecast(read[origin - 1]));
        }
        return corrected;
    }

    /// Two steps ahead at level 0.5, whose density is 1/√(2π); the quantiles 0.1 and 0.9 give the spread 1. Worked out by hand.
    @Test
    void eachStepTeachesWhenItsValueIsKnown() {
        double z = Normal.quantile(0.9);
        double[] levels = {0.1, 0.5, 0.9};
        double[] ofStep = {-z, 0, z};
        OnlineCalibration online = new OnlineCalibration(levels, 2);
        double move = OnlineCalibration.rate(2) * Math.sqrt(2 * Math.PI) / 2;
        double[][] quantiles = {ofStep, ofStep};

        online.follow(10, quantiles);
        assertThat(online.corrected(10, quantiles)).isDeepEqualTo(quantiles);
        online.observe(10, 0.5); // the first step of the forecast made at 10, above its median
        assertThat(online.offset(1)).isCloseTo(move, within(1e-15));
        online.follow(11, quantiles);
        online.observe(11, 0); // the second step of that made at 10 and the first of that made at 11: at or below the moved median
        assertThat(online.offset(1)).isCloseTo(0, within(1e-15));
        online.observe(12, 0.5); // the second of that made at 11 alone
        assertThat(online.offset(1)).isCloseTo(move, within(1e-15));
        online.observe(13, 0.5); // foretold by none
        assertThat(online.offset(1)).isCloseTo(move, within(1e-15));
        assertThat(online.corrected(14, quantiles)[1][1]).isCloseTo(move, within(1e-15));
        double[][] wide = {{-3 * z, 0, 3 * z}};
        assertThat(online.corrected(14, wide)[0][1]).isCloseTo(3 * move, within(1e-15));
    }

    @Test
    void nothingMovesBeforeAForecastValueIsKnown() {
        OnlineCalibration online = new OnlineCalibration(LEVELS, HORIZON);
        double[][] quantiles = forecast(1);
        for (int step = 0; step < 50; step++) {
            online.observe(step, step);
        }
        online.follow(50, quantiles);
        assertThat(online.corrected(50, quantiles)).isDeepEqualTo(quantiles);
        online.observe(50, Double.NaN);
        assertThat(online.corrected(51, quantiles)).isDeepEqualTo(quantiles);
        online.observe(51, 3);
        assertThat(online.corrected(52, quantiles)[0][2]).isGreaterThan(quantiles[0][2]);
    }

    /// The units of values do not matter, nor where their zero lies.
    @Test
    void correctionsFollowTheUnit() {
        double[] values = values(300, 100);
        double[] scaled = Arrays.stream(values).map(value -> 4 * value - 32).toArray();
        double[][] plain = correctedAt(250, values, values);
        double[][] other = new double[0][];
        OnlineCalibration online = new OnlineCalibration(LEVELS, HORIZON);
        for (int origin = 1; origin <= 250; origin++) {
            online.observe(origin - 1, scaled[origin - 1]);
            double[][] quantiles = Arrays.stream(forecast(values[origin - 1]))
                    .map(ofStep -> Arrays.stream(ofStep).map(value -> 4 * value - 32).toArray())
                    .toArray(double[][]::new);
            other = online.corrected(origin, quantiles);
            online.follow(origin, quantiles);
        }
        for (int step = 0; step < HORIZON; step++) {
            for (int level = 0; level < LEVELS.length; level++) {
                assertThat(other[step][level]).isCloseTo(4 * plain[step][level] - 32, within(1e-9));
            }
        }
    }

    @Test
    void goesOnFromItsJsonAsIfUnbroken() {
        double[] values = values(200, 100);
        OnlineCalibration unbroken = new OnlineCalibration(LEVELS, HORIZON);
        OnlineCalibration broken = new OnlineCalibration(LEVELS, HORIZON);
        for (int origin = 1; origin < 200; origin++) {
            for (OnlineCalibration one : new OnlineCalibration[]{unbroken, broken}) {
                one.observe(origin - 1, values[origin - 1]);
                one.follow(origin, forecast(values[origin - 1]));
            }
            if (origin % 7 == 0) {
                broken = OnlineCalibration.fromJson(Json.parse(Json.write(broken.toJson())));
            }
        }
        assertThat(broken.toJson()).isEqualTo(unbroken.toJson());
        assertThat(broken.corrected(200, forecast(1))).isDeepEqualTo(unbroken.corrected(200, forecast(1)));
    }

    /// However long the stream and the horizon.
    @Test
    void followsAFewForecastsOnly() {
        OnlineCalibration online = new OnlineCalibration(LEVELS, 100);
        double[][] quantiles = new double[100][];
        Arrays.setAll(quantiles, step -> forecast(0)[0]);
        for (int step = 0; step < 1000; step++) {
            online.follow(step, quantiles);
            online.observe(step, 0);
            assertThat(online.toJson().require("followed").asList()).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void stepsWithoutASpreadStayAsTheyAre() {
        OnlineCalibration online = new OnlineCalibration(LEVELS, 1);
        double[][] flat = {new double[5]};
        double[][] unknown = {new double[5]};
        Arrays.fill(unknown[0], Double.NaN);
        online.follow(0, flat);
        online.observe(0, 7);
        assertThat(online.offset(4)).isZero();
        online.follow(1, forecast(0, 1));
        online.observe(1, 7);
        assertThat(online.offset(4)).isPositive();
        assertThat(online.corrected(2, flat)).isDeepEqualTo(flat);
        assertThat(online.corrected(2, unknown)[0]).isEqualTo(unknown[0]);
    }

    @Test
    void refusesWhatDoesNotFit() {
        OnlineCalibration online = new OnlineCalibration(LEVELS, 2);
        online.observe(5, 1);
        assertThatThrownBy(() -> online.observe(5, 1))
                .hasMessage("step 5 is observed after step 5; observe each step once, in their order");
        assertThatThrownBy(() -> online.corrected(5, forecast(0, 2))).hasMessage("the forecast begins at step 5, but"
                + " step 5 has been observed; correct a forecast by values before it only");
        assertThatThrownBy(() -> online.follow(4, forecast(0, 2))).hasMessageContaining("begins at step 4");
        assertThatThrownBy(() -> online.observe(6, Double.POSITIVE_INFINITY)).hasMessage(
                "step 6 has the value Infinity; give finite values, NaN where one is missing");
        assertThatThrownBy(() -> online.corrected(6, forecast(0, 3))).hasMessage("the forecast has 3 steps, but the"
                + " online calibration knows 2; give the horizon of the forecasts");
        assertThatThrownBy(() -> online.corrected(6, new double[][]{{1, 2}}))
                .hasMessageContaining("a step with 2 levels, but there should be 5");
        assertThatThrownBy(() -> new OnlineCalibration(LEVELS, 0)).hasMessage("an online calibration needs 1 step"
                + " ahead or more, but was given 0; give the horizon of the forecasts");
    }

    /// An autoregression with the weight 0.6, whose noise is 1, and 2 from the change on.
    private static double[] values(int count, int change) {
        RandomStream random = new RandomStreams(9).stream("values");
        double[] values = new double[count];
        for (int step = 1; step < count; step++) {
            values[step] = 0.6 * values[step - 1] + random.nextGaussian() * (step < change ? 1 : 2);
        }
        return values;
    }

    private static double[][] forecast(double latest) {
        return forecast(latest, HORIZON);
    }

    /// Its quantiles while the noise is 1.
    private static double[][] forecast(double latest, int horizon) {
        double[][] quantiles = new double[horizon][LEVELS.length];
        double mean = latest;
        double variance = 0;
        for (int step = 0; step < horizon; step++) {
            mean *= 0.6;
            variance = variance * 0.36 + 1;
            for (int level = 0; level < LEVELS.length; level++) {
                quantiles[step][level] = mean + Math.sqrt(variance) * Normal.quantile(LEVELS[level]);
            }
        }
        return quantiles;
    }

    /// Counts what intervals hold.
    private static final class Coverage {

        private int held80;
        private int held95;
        private int count;

        void add(double[] values, int origin, double[][] quantiles) {
            for (int step = 0; step < HORIZON; step++) {
                double value = values[origin + step];
                held80 += quantiles[step][1] <= value && value <= quantiles[step][3] ? 1 : 0;
                held95 += quantiles[step][0] <= value && value <= quantiles[step][4] ? 1 : 0;
                count++;
            }
        }

        double of80() {
            return (double) held80 / count;
        }

        double of95() {
            return (double) held95 / count;
        }
    }
}
