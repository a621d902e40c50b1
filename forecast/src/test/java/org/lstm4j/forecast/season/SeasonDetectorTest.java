package org.lstm4j.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lstm4j.forecast.season.Simulated.plusLine;
import static org.lstm4j.forecast.season.Simulated.plusWave;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.forecast.Frequency;

class SeasonDetectorTest {

    private static final Frequency HOURLY = Frequency.parse("h");
    private static final Frequency DAILY = Frequency.parse("D");
    private static final Frequency MONTHLY = Frequency.parse("M");
    private static final Frequency ROWS = Frequency.parse("step");
    private static final int SERIES = 100;

    private final Simulated simulated = new Simulated(7);

    @ParameterizedTest
    @ValueSource(strings = {"h", "D", "Q", "step"})
    void findsNoSeasonInNoiseOfAnyColour(String text) {
        Frequency frequency = Frequency.parse(text);
        // 1 % each of at most two candidates; 100 series: more than 6 would be rarer than 1 in 200
        for (int steps : new int[]{60, 520}) {
            for (double coefficient : new double[]{0, 0.9, -0.8, 1}) {
                assertThat(foundIn(_ -> simulated.autoregressive(steps, coefficient), frequency))
                        .as("%s, %d steps, coefficient %s", text, steps, coefficient).isLessThanOrEqualTo(6);
            }
        }
    }

    private static int foundIn(IntFunction<double[]> series, Frequency frequency) {
        int found = 0;
        for (int number = 0; number < SERIES; number++) {
            found += SeasonDetector.detect(series.apply(number), frequency).season() > 1 ? 1 : 0;
        }
        return found;
    }

    @Test
    void theProbabilityIsUniformWithoutASeason() {
        int below = 0;
        for (int number = 0; number < 1000; number++) {
            below += HarmonicTest.probability(simulated.randomWalk(240), 12, List.of()) < 0.1 ? 1 : 0;
        }
        // the two ways of joining overlap, so that the doubled probability is a bit too large
        assertThat(below).isBetween(50, 120);
    }

    @Test
    void findsASeasonOnATrend() {
        double[] values = plusLine(plusWave(simulated.whiteNoise(120), 12, 2), 0.3);

        SeasonFinding finding = SeasonDetector.detect(values, MONTHLY);

        assertThat(finding.season()).isEqualTo(12);
        assertThat(finding.seasons()).containsExactly(12);
        assertThat(finding.reason()).startsWith("a year of 12 steps stands out of the noise, and repeating it errs ")
                .endsWith(" % less in training than repeating the last value");
    }

    @Test
    void findsASeasonOfThreeYears() {
        assertThat(foundIn(_ -> plusWave(simulated.whiteNoise(36), 12, 3), MONTHLY)).isGreaterThan(50);
    }

    @Test
    void findsASeasonThatRidesOnAWalk() {
        assertThat(foundIn(_ -> plusWave(simulated.randomWalk(700), 24, 8), HOURLY)).isEqualTo(SERIES);
    }

    @Test
    void aFaintSeasonOnAWalkIsOfNoUse() {
        double[] values = plusWave(simulated.randomWalk(5000), 24, 1.5);

        SeasonFinding finding = SeasonDetector.detect(values, HOURLY);

        assertThat(finding.season()).isEqualTo(1);
        assertThat(finding.reason()).isEqualTo("a day of 24 steps stands out of the noise, but repeating it errs more"
                + " than repeating the last value");
    }

    @Test
    void takesTheWeekWhereItTellsMoreThanTheDay() {
        double[] values = plusWave(plusWave(simulated.whiteNoise(1000), 24, 4), 168, 6);

        SeasonFinding finding = SeasonDetector.detect(values, HOURLY);

        assertThat(finding.season()).isEqualTo(168);
        assertThat(finding.seasons()).containsExactly(24, 168);
        assertThat(finding.reason()).contains("a week of 168 steps")
                .contains("less than repeating the day of 24 steps");
    }

    @Test
    void takesTheDayWhereTheWeekAddsNothing() {
        double[] values = plusWave(simulated.whiteNoise(1000), 24, 4);

        assertThat(SeasonDetector.detect(values, HOURLY).seasons()).containsExactly(24);
    }

    @Test
    void takesTheDayWhereTheWeekAddsLittle() {
        double[] values = plusWave(plusWave(simulated.whiteNoise(2000), 24, 4), 168, 0.3);

        assertThat(SeasonDetector.detect(values, HOURLY).season()).isEqualTo(24);
    }

    @Test
    void findsSpikes() {
        double[] values = simulated.whiteNoise(200);
        for (int step = 3; step < values.length; step += 7) {
            values[step] += 4;
        }
        assertThat(SeasonDetector.detect(values, DAILY).season()).isEqualTo(7);
    }

    @Test
    void twoOutliersAreNoSeason() {
        double[] values = simulated.whiteNoise(700);
        values[100] = 500;
        values[100 + 24 * 5] = 500;

        assertThat(SeasonDetector.detect(values, HOURLY).season()).isEqualTo(1);
    }

    @Test
    void findsACycleThatNoCalendarNames() {
        for (int season : new int[]{5, 11, 50}) {
            assertThat(SeasonDetector.detect(plusWave(simulated.whiteNoise(600), season, 3), ROWS).seasons())
                    .as("cycle of %d", season).containsExactly(season);
        }
    }

    @Test
    void missingValuesHideNoSeason() {
        double[] values = simulated.withMissing(plusWave(simulated.whiteNoise(700), 24, 3), 0.4);
        Arrays.fill(values, 0, 30, Double.NaN);
        Arrays.fill(values, 300, 350, Double.NaN);
        Arrays.fill(values, 690, 700, Double.NaN);

        assertThat(SeasonDetector.detect(values, HOURLY).season()).isEqualTo(24);
    }

    @Test
    void aPatternWithoutNoiseIsASeason() {
        double[] values = new double[84];
        for (int step = 0; step < values.length; step++) {
            values[step] = step % 7 == 6 ? 0 : step % 7;
        }
        assertThat(SeasonDetector.detect(values, DAILY).season()).isEqualTo(7);
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(SeasonDetector.detect(new double[0], HOURLY).reason()).isEqualTo("nothing was observed");
        assertThat(SeasonDetector.detect(new double[]{Double.NaN, Double.NaN}, HOURLY).reason())
                .isEqualTo("nothing was observed");
        assertThat(SeasonDetector.detect(new double[100], HOURLY).reason()).isEqualTo("all values are the same");
        assertThat(SeasonDetector.detect(simulated.whiteNoise(71), HOURLY).reason()).isEqualTo(
                "the training part has 71 steps, fewer than three times a day of 24 steps");
        assertThat(SeasonDetector.detect(simulated.whiteNoise(300), HOURLY).reason())
                .isEqualTo("no day of 24 steps stands out of the noise");
        assertThat(SeasonDetector.detect(simulated.whiteNoise(900), HOURLY).reason()).isEqualTo(
                "no day of 24 steps and no week of 168 steps stands out of the noise");
        assertThat(SeasonDetector.detect(simulated.whiteNoise(300), ROWS).reason())
                .isEqualTo("no cycle of up to 100 steps stands out of the noise");
        assertThat(SeasonDetector.detect(simulated.withMissing(simulated.whiteNoise(900), 0.9), HOURLY).reason())
                .startsWith("less than a quarter of the values from step ");
    }

    @Test
    void shortSeriesHaveNoSeason() {
        for (int steps = 0; steps < 10; steps++) {
            for (Frequency frequency : new Frequency[]{ROWS, Frequency.parse("Q"), HOURLY, Frequency.parse("Y")}) {
                assertThat(SeasonDetector.detect(plusLine(new double[steps], 1), frequency).season()).isEqualTo(1);
            }
        }
    }

    @Test
    void answersForOneSeason() {
        double[] values = simulated.withMissing(plusWave(simulated.randomWalk(400), 24, 8), 0.2);

        assertThat(SeasonDetector.standsOut(values, 24)).isTrue();
        assertThat(SeasonDetector.standsOut(values, 17)).isFalse();
        assertThat(SeasonDetector.standsOut(new double[100], 7)).isFalse();
        assertThat(SeasonDetector.standsOut(new double[0], 7)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> SeasonDetector.standsOut(values, 1))
                .withMessage("a season has at least 2 steps, but was 1");
    }
}
