package org.lstm4j.forecast.conformal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.json.Json;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class ConformalCalibrationTest {

    private static final ConformalSettings PLAIN = new ConformalSettings(ConformalMethod.PAIRS, 1,
            WindowDependence.NONE, QuantileMoves.BOTH_WAYS);
    private static final double[] LEVELS = {0.05, 0.5, 0.95};

    /// Errors 1 … 9 of a point forecast: the interval of 80 % reaches the ⌈10·0.8⌉ = 8th, that of 90 % the 9th.
    @Test
    void offsetIsTheCorrectedRankOfTheErrors() {
        double[][] point = new double[9][1];
        double[][] actual = new double[9][1];
        for (int window = 0; window < 9; window++) {
            actual[window][0] = window % 2 == 0 ? window + 1 : -window - 1;
        }
        double[] levels = {0.05, 0.1, 0.5, 0.9, 0.95};
        ConformalCalibration calibration = ConformalCalibration.fit(CalibrationWindows.ofPoints(levels, point, actual),
                PLAIN);
        assertThat(calibration.offsets()).containsExactly(List.of(-9.0, -8.0, 0.0, 8.0, 9.0));
        assertThat(calibration.windows()).isEqualTo(9);
        assertThat(calibration.samples()).containsExactly(9);
        assertThat(calibration.apply(new double[][]{{100, 100, 100, 100, 100}})[0])
                .containsExactly(91, 92, 100, 108, 109);
        assertThat(calibration.coverage(0.1, 0.9)).isCloseTo(8 / 9.0, within(1e-15)); // −8 is on the edge, 9 is out
        assertThat(calibration.sharesBefore()).containsExactly(4 / 9.0, 4 / 9.0, 4 / 9.0, 4 / 9.0, 4 / 9.0);
    }

    /// Errors 1 … 9 all on one side: levels 0.1, 0.5 and 0.9 of them are the 1st, the 5th and the 9th.
    @Test
    void eachLevelFollowsForecastsThatAreTooLow() {
        double[][] actual = new double[9][1];
        for (int window = 0; window < 9; window++) {
            actual[window][0] = 9 - window;
        }
        ConformalCalibration calibration = ConformalCalibration.fit(
                CalibrationWindows.ofPoints(new double[]{0.1, 0.2, 0.5, 0.9}, new double[9][1], actual),
                PLAIN.withMethod(ConformalMethod.EACH_LEVEL));
        assertThat(calibration.offsets()).containsExactly(List.of(1.0, 2.0, 5.0, 9.0));
        assertThat(calibration.sharesBefore()).containsExactly(0.0, 0.0, 0.0, 0.0);
        assertThat(calibration.sharesAfter()).containsExactly(0.0, 1 / 9.0, 5 / 9.0, 1.0);
    }

    /// Over many calibrations a next value is covered with a probability from the promised share to that of the rank. Without
    /// the correction ten windows would cover 82 %.
    @ParameterizedTest
    @CsvSource({"0.05, 0.95, 10, 10, 11", "0.05, 0.95, 19, 18, 20", "0.05, 0.95, 50, 46, 51", "0.1, 0.9, 10, 9, 11",
        "0.25, 0.75, 7, 4, 8", "0.005, 0.995, 150, 150, 151"})
    void coversFreshWindowsAsPromised(double lower, double upper, int windows, int rank, int of) {
        int trials = 4000;
        int covered = 0;
        for (int trial = 0; trial < trials; trial++) {
            SyntheticWindows all = SyntheticWindows.normal("trial " + trial, windows + 1, 1, 0.4, 0, lower, upper);
            ConformalCalibration calibration = ConformalCalibration.fit(all.part(0, windows).calibration(), PLAIN);
            double[] interval = calibration.apply(all.raw()[windows])[0];
            double actual = all.actual()[windows][0];
            covered += interval[0] <= actual && actual <= interval[1] ? 1 : 0;
        }
        double expected = (double) rank / of;
        double error = Math.sqrt(expected * (1 - expected) / trials);
        assertThat(expected).isGreaterThanOrEqualTo(upper - lower - 1e-12);
        assertThat((double) covered / trials).isCloseTo(expected, within(4 * error));
    }

    /// Every level by itself, from biased and overconfident forecasts, at three steps of different spread.
    @ParameterizedTest
    @EnumSource(WindowDependence.class)
    void everyLevelOfEveryStepIsPutRight(WindowDependence dependence) {
        double[] levels = {0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95};
        SyntheticWindows all = SyntheticWindows.normal("levels", 12_000, 3, 0.5, 2, levels);
        ConformalCalibration calibration = ConformalCalibration.fit(all.part(0, 2000).calibration(),
                new ConformalSettings(ConformalMethod.EACH_LEVEL, 40, dependence, QuantileMoves.BOTH_WAYS));
        int[][] below = new int[3][levels.length];
        for (int window = 2000; window < 12_000; window++) {
            double[][] quantiles = calibration.apply(all.raw()[window]);
            for (int step = 0; step < 3; step++) {
                for (int level = 0; level < levels.length; level++) {
                    below[step][level] += all.actual()[window][step] <= quantiles[step][level] ? 1 : 0;
                }
            }
        }
        for (int step = 0; step < 3; step++) {
            for (int level = 0; level < levels.length; level++) {
                double error = Math.sqrt(levels[level] * (1 - levels[level]) * (1 / 2000.0 + 1 / 10_000.0));
                assertThat(below[step][level] / 10_000.0).isCloseTo(levels[level], within(4 * error + 0.002));
            }
        }
        assertThat(calibration.sharesBefore().getLast()).isLessThan(0.5);
        assertThat(calibration.sharesAfter().getLast()).isCloseTo(0.95, within(0.005));
    }

    /// The interval of all windows is too wide for calm ones and too narrow for wild ones.
    @Test
    void scalesCoverCalmAndWildWindowsAlikeAndAreNarrower() {
        SyntheticWindows all = SyntheticWindows.normal("scales", 3000, 1, 1e-9, 0, LEVELS).withScales("scales");
        SyntheticWindows past = all.part(0, 1000);
        ConformalCalibration plain = ConformalCalibration.fit(past.calibration(), new ConformalSettings());
        ConformalCalibration scaled = ConformalCalibration.fit(past.calibration().withScales(past.scales()),
                new ConformalSettings());
        double[] plainMisses = new double[2];
        double[] scaledMisses = new double[2];
        double[] windows = new double[2];
        double plainWidth = 0;
        double scaledWidth = 0;
        for (int window = 1000; window < 3000; window++) {
            int wild = all.scales()[window] > 1 ? 1 : 0;
            double actual = all.actual()[window][0];
            double[] wide = plain.apply(all.raw()[window])[0];
            double[] own = scaled.apply(all.raw()[window], all.scales()[window])[0];
            windows[wild]++;
            plainMisses[wild] += actual < wide[0] || actual > wide[2] ? 1 : 0;
            scaledMisses[wild] += actual < own[0] || actual > own[2] ? 1 : 0;
            plainWidth += wide[2] - wide[0];
            scaledWidth += own[2] - own[0];
        }
        assertThat(plainMisses[0] / windows[0]).isLessThan(0.01);
        assertThat(plainMisses[1] / windows[1]).isGreaterThan(0.15);
        assertThat(scaledMisses[0] / windows[0]).isCloseTo(0.1, within(0.04));
        assertThat(scaledMisses[1] / windows[1]).isCloseTo(0.1, within(0.04));
        assertThat(scaledWidth).isLessThan(0.8 * plainWidth);
    }

    @Test
    void stepsWithFewWindowsTakeThoseOfTheirNeighbours() {
        SyntheticWindows few = SyntheticWindows.normal("few", 12, 7, 1, 0, LEVELS);
        few.actual()[3][0] = Double.NaN;
        ConformalSettings settings = PLAIN.withSmallestSample(30);
        ConformalCalibration calibration = ConformalCalibration.fit(few.calibration(), settings);
        // two steps on either side at most, one-sided at the ends; the first has 11 of its own
        assertThat(calibration.samples()).containsExactly(35, 35, 36, 36, 36, 36, 36);
        ConformalCalibration all = ConformalCalibration.fit(few.calibration(), settings.withSmallestSample(1000));
        assertThat(all.samples()).containsOnly(83);
        assertThat(all.offsets()).containsOnly(all.offsets().getFirst());
    }

    /// 99 % needs 99 windows; with 20 the largest score serves, and wider levels are not narrower.
    @Test
    void largestScoreServesWhereAllAreTooFew() {
        SyntheticWindows few = SyntheticWindows.normal("short", 20, 1, 0.1, 0, 0.005, 0.05, 0.95, 0.995);
        ConformalCalibration calibration = ConformalCalibration.fit(few.calibration(), PLAIN);
        assertThat(calibration.coverage(0.005, 0.995)).isGreaterThanOrEqualTo(19 / 20.0);
        double[] interval = calibration.apply(few.raw()[0])[0];
        assertThat(interval).isSorted();
    }

    @Test
    void movedQuantilesAreAlwaysSorted() {
        SyntheticWindows world = SyntheticWindows.normal("sorted", 15, 4, 3, 1, 0.1, 0.2, 0.4, 0.5, 0.6, 0.8, 0.9);
        for (ConformalMethod method : ConformalMethod.values()) {
            ConformalCalibration calibration = ConformalCalibration.fit(world.calibration(), PLAIN.withMethod(method));
            for (double[][] raw : SyntheticWindows.normal("fresh", 50, 4, 0.001, 0, world.levels()).raw()) {
                for (double[] quantiles : calibration.apply(raw)) {
                    assertThat(quantiles).isSorted();
                }
            }
        }
    }

    /// Errors that go on for forty windows, as those of overlapping windows do: what two hundred and fifty of them say falls short by more than a
    /// hundredth where they are taken for independent.
    @Test
    void overlappingWindowsCountForLess() {
        assertThat(coverageOfOverlapping(WindowDependence.NONE)).isLessThan(0.79);
        assertThat(coverageOfOverlapping(WindowDependence.ESTIMATED)).isCloseTo(0.8, within(0.009));
    }

    /// Of windows that share no step with those of the calibration.
    private static double coverageOfOverlapping(WindowDependence dependence) {
        int trials = 1500;
        int windows = 250;
        int length = 40;
        int covered = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] errors = movingSums("overlapping " + trial, windows + 3 * length, length);
            double[][] point = new double[windows][1];
            double[][] actual = new double[windows][1];
            Arrays.setAll(actual, window -> new double[]{errors[window]});
            ConformalCalibration calibration = ConformalCalibration.fit(
                    CalibrationWindows.ofPoints(new double[]{0.1, 0.5, 0.9}, point, actual),
                    PLAIN.withDependence(dependence));
            double bound = calibration.apply(new double[1][3])[0][2];
            for (int window = windows + length; window < errors.length; window++) {
                covered += Math.abs(errors[window]) <= bound ? 1 : 0;
            }
        }
        return covered / (2.0 * length * trials);
    }

    /// Sums of so many independent normal errors in a row, each beginning one after the other.
    private static double[] movingSums(String seed, int count, int length) {
        RandomStream random = new RandomStreams(7).stream(seed);
        double[] single = new double[count + length];
        Arrays.setAll(single, _ -> random.nextGaussian());
        double[] sums = new double[count];
        for (int from = 0; from < count; from++) {
            for (int index = from; index < from + length; index++) {
                sums[from] += single[index];
            }
        }
        return sums;
    }

    @Test
    void survivesItsJson() {
        SyntheticWindows world = SyntheticWindows.normal("json", 60, 3, 1, 0, LEVELS);
        ConformalCalibration calibration = ConformalCalibration.fit(
                world.calibration().withScales(world.scales()), new ConformalSettings());
        String text = Json.write(calibration.toJson());
        assertThat(ConformalCalibration.fromJson(Json.parse(text))).isEqualTo(calibration);
        assertThatThrownBy(() -> ConformalCalibration.fromJson(Json.parse(text.replace("pairs", "pair"))))
                .hasMessageContaining("there is no conformal method 'pair'; expected one of pairs, each-level; did you"
                        + " mean 'pairs'?");
        assertThatThrownBy(() -> ConformalCalibration.fromJson(Json.parse(text.replace("[0.05,0.5,0.95]", "[0.5]"))))
                .hasMessageContaining("a step has 3 offsets, but there should be 1");
    }

    @Test
    void noCalibrationDataSaysWhatToDo() {
        assertThatThrownBy(() -> CalibrationWindows.ofQuantiles(LEVELS, new double[0][][], new double[0][]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are no calibration windows to learn intervals from; keep a part of the series for"
                        + " calibration that is at least as long as the horizon, or ask for no intervals");
        assertThatThrownBy(() -> ConformalCalibration.fit(CalibrationWindows.ofPoints(LEVELS, new double[2][1],
                new double[][]{{Double.NaN}, {Double.NaN}}), PLAIN))
                .hasMessage("of 2 calibration windows not one actual"
                        + " value is known; choose a calibration part with values");
    }

    @Test
    void refusesWhatDoesNotFit() {
        double[][] actual = {{1, 2}};
        assertThatThrownBy(() -> CalibrationWindows.ofQuantiles(LEVELS, new double[][][]{{{1, 2, 3}}}, actual))
                .hasMessageContaining("window 0 has actual values for 2 steps, but there should be 1");
        assertThatThrownBy(() -> CalibrationWindows.ofQuantiles(LEVELS, new double[][][]{{{1, 2}, {1, 2}}}, actual))
                .hasMessageContaining("window 0 has at step 0 forecasts for 2 levels, but there should be 3");
        assertThatThrownBy(() -> CalibrationWindows.ofPoints(LEVELS, new double[][]{{1, Double.NaN}}, actual))
                .hasMessageContaining("has a forecast of NaN at step 1, which is no number");
        assertThatThrownBy(() -> CalibrationWindows.ofPoints(new double[]{0.9, 0.1}, actual, actual))
                .hasMessageContaining("must rise and lie above 0 and below 1, but are [0.9, 0.1]");
        CalibrationWindows windows = CalibrationWindows.ofPoints(LEVELS, actual, actual);
        assertThatThrownBy(() -> windows.withScales(new double[]{0})).hasMessageContaining("above 0, but was 0.0");
        assertThatThrownBy(() -> windows.withScales(new double[2])).hasMessageContaining("scales for 2 windows");
        ConformalCalibration plain = ConformalCalibration.fit(windows, PLAIN);
        assertThatThrownBy(() -> plain.apply(new double[2][3], 1)).hasMessageContaining("knows nothing of scales");
        assertThatThrownBy(() -> plain.apply(new double[3][3])).hasMessageContaining("has 3 steps, but the calibration"
                + " knows 2");
        assertThatThrownBy(() -> ConformalCalibration.fit(windows.withScales(new double[]{1}), PLAIN)
                .apply(new double[2][3])).hasMessageContaining("counts in the scales of windows, but none was given");
        assertThatThrownBy(() -> plain.coverage(0.1, 0.9)).hasMessageContaining("level 0.9 was not calibrated");
        assertThatThrownBy(() -> ConformalCalibration.fit(
                CalibrationWindows.ofPoints(new double[]{0.1, 0.5}, actual, actual), PLAIN))
                .hasMessageContaining("no two of the levels [0.1, 0.5] make an interval");
        assertThatThrownBy(() -> PLAIN.withSmallestSample(0)).hasMessageContaining("1 or more, but was 0");
    }
}
