package org.lstm4j.forecast.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// A file of 100 rows a minute apart, its first 15 on probation, with windows over rows 40 to 49 and 70 to 79.
class NabScorerTest {

    private static final NabScorer STANDARD = new NabScorer(NabProfile.STANDARD);
    private static final List<NabWindow> WINDOWS = List.of(window(40, 49), window(70, 79));

    @Test
    void givesThePerfectDetectorAHundredAndTheSilentOneNothing() {
        for (NabProfile profile : NabProfile.values()) {
            NabScorer scorer = new NabScorer(profile);
            NabScore perfect = scorer.score(detecting(40, 70), 0.5);
            assertThat(perfect.raw()).isEqualTo(2);
            assertThat(perfect.normalised()).isEqualTo(100);
            NabScore silent = scorer.score(detecting(), 0.5);
            assertThat(silent.raw()).isEqualTo(-2 * profile.falseNegative());
            assertThat(silent.normalised()).isZero();
        }
    }

    /// σ(−1) = 0.98661 and σ(−0.5) = 0.84828, as NAB documents them.
    @Test
    void hasTheSigmoidOfTheBenchmark() {
        assertThat(NabRows.sigmoid(-1)).isCloseTo(0.98661, within(5e-6));
        assertThat(NabRows.sigmoid(-0.5)).isCloseTo(0.84828, within(5e-6));
        assertThat(NabRows.sigmoid(0)).isZero();
        assertThat(NabRows.sigmoid(1)).isCloseTo(-0.98661, within(5e-6));
        assertThat(NabRows.sigmoid(3)).isEqualTo(-1);
    }

    /// The other window is missed.
    @Test
    void countsEarlyDetectionsMore() {
        assertThat(raw(40)).isEqualTo(1 - 1);
        assertThat(raw(45)).isCloseTo(0.8597926 - 1, within(1e-7));
        assertThat(raw(49)).isCloseTo(0.2482415 - 1, within(1e-7));
    }

    /// σ(−1/500) / σ(−1), by hand 0.005 / 0.98661.
    @Test
    void countsNextToNothingAtTheRightEdgeOfALongWindow() {
        long[] times = new long[1000];
        Arrays.setAll(times, row -> row * 60_000L);
        double[] scores = new double[1000];
        scores[899] = 1;
        NabFile file = new NabFile("long", times, scores, List.of(window(400, 899)));
        assertThat(STANDARD.score(file, 0.5).raw()).isCloseTo(0.0050678, within(1e-6));
    }

    @Test
    void countsTheEarliestDetectionOfAWindowAndNoOther() {
        assertThat(raw(45, 46, 49)).isEqualTo(raw(45));
        assertThat(raw(40, 45)).isEqualTo(raw(40));
    }

    @Test
    void chargesFalsePositivesByTheirDistanceFromTheWindowBefore() {
        assertThat(raw(20)).isEqualTo(-2 - 0.11);
        assertThat(raw(20, 30)).isEqualTo(-2 - 0.22);
        // three rows behind a window of ten: x = 3/9
        assertThat(raw(52)).isCloseTo(-2 - 0.07504880, within(1e-7));
        assertThat(raw(99)).isCloseTo(-2 - 0.11, within(1e-5));
        assertThat(new NabScorer(NabProfile.REWARD_LOW_FP).score(detecting(20), 0.5).raw()).isEqualTo(-2.22);
        assertThat(new NabScorer(NabProfile.REWARD_LOW_FN).score(detecting(20), 0.5).raw()).isEqualTo(-4.11);
    }

    @Test
    void countsNothingOnProbation() {
        assertThat(NabFile.probation(100)).isEqualTo(15);
        assertThat(NabFile.probation(4032)).isEqualTo(604);
        assertThat(NabFile.probation(22_695)).isEqualTo(750);
        assertThat(raw(0, 14)).isEqualTo(-2);
        assertThat(raw(15)).isEqualTo(-2.11);
    }

    @Test
    void countsRows() {
        NabScore score = STANDARD.score(detecting(20, 45, 46, 99), 0.5);
        assertThat(score.windows()).isEqualTo(2);
        assertThat(score.detectedWindows()).isEqualTo(1);
        assertThat(score.truePositives()).isEqualTo(2);
        assertThat(score.falsePositives()).isEqualTo(2);
        assertThat(score.falseNegatives()).isEqualTo(18);
        assertThat(score.trueNegatives()).isEqualTo(63);
    }

    @Test
    void takesAScoreAtTheThresholdForADetectionAndAMissingOneForNone() {
        double[] scores = new double[100];
        scores[40] = 0.5;
        scores[70] = Double.NaN;
        NabScore score = STANDARD.score(file(scores), 0.5);
        assertThat(score.detectedWindows()).isEqualTo(1);
        assertThat(score.falsePositives()).isZero();
    }

    @Test
    void leavesOutAWindowOnProbation() {
        NabFile file = new NabFile("early", minutes(), new double[100], List.of(window(2, 9), window(40, 49)));
        assertThat(STANDARD.score(file, 0.5).none()).isEqualTo(-1);
        // on probation a window still tells how far behind it a false positive is
        double[] scores = new double[100];
        scores[16] = 1;
        assertThat(STANDARD.score(file.withScores(scores), 0.5).raw()).isCloseTo(-1 - 0.11 * 0.98661, within(1e-5));
    }

    @Test
    void hasNoNormalisedScoreWithoutWindows() {
        NabFile file = new NabFile("quiet", minutes(), new double[100], List.of());
        assertThat(STANDARD.score(file, 0.5).normalised()).isNaN();
        assertThat(STANDARD.score(List.of(file, detecting(40, 70)), 0.5).normalised()).isEqualTo(100);
    }

    /// Each window detected, beside one false positive that comes with the second.
    @Test
    void findsTheThresholdThatPaysMost() {
        double[] scores = new double[100];
        scores[40] = 0.9;
        scores[30] = 0.7;
        scores[70] = 0.6;
        scores[20] = 0.5;
        NabThreshold best = STANDARD.bestThreshold(List.of(file(scores)));
        assertThat(best.threshold()).isEqualTo(0.6);
        assertThat(best.score().raw()).isEqualTo(2 - 0.11);
        assertThat(best.score().normalised()).isCloseTo(100 * 3.89 / 4, within(1e-12));
    }

    @Test
    void detectsNothingWhereThatIsBest() {
        double[] scores = new double[100];
        Arrays.fill(scores, 15, 40, 0.9);
        NabThreshold best = STANDARD.bestThreshold(List.of(file(scores)));
        assertThat(best.threshold()).isEqualTo(1.1);
        assertThat(best.score().normalised()).isZero();
    }

    @Test
    void findsNoBetterThresholdByTryingAll() {
        RandomStream random = new RandomStreams(5).stream("scores");
        for (NabProfile profile : NabProfile.values()) {
            List<NabFile> files = List.of(random(random), random(random), random(random));
            NabThreshold best = new NabScorer(profile).bestThreshold(files);
            double most = -Double.MAX_VALUE;
            for (int hundredth = 0; hundredth <= 101; hundredth++) {
                most = Math.max(most, new NabScorer(profile).score(files, hundredth / 100.0).raw());
            }
            assertThat(best.score().raw()).isEqualTo(most);
        }
    }

    private static NabFile random(RandomStream random) {
        double[] scores = new double[100];
        for (int row = 0; row < scores.length; row++) {
            boolean isInside = (row >= 40 && row < 50) || (row >= 70 && row < 80);
            scores[row] = Math.floor(100 * random.nextFloat() * (isInside ? 1 : 0.9)) / 100;
        }
        return file(scores);
    }

    @Test
    void readsLabels() {
        NabWindows labels = NabWindows.parse(
                "{\"taxi\": [[\"1970-01-01 00:40:00.000000\", \"1970-01-01 00:49:00\"]], \"quiet\": []}");
        assertThat(labels.of("taxi")).containsExactly(window(40, 49));
        assertThat(labels.of("quiet")).isEmpty();
        assertThatThrownBy(() -> labels.of("taxy")).isInstanceOf(DataException.class).hasMessage(
                "there are no labels for 'taxy'; expected one of taxi, quiet; received 'taxy'; did you mean 'taxi'?"
                        + " check the name");
        assertThatThrownBy(() -> NabWindows.parse("{\"a\": [[\"monday\", \"1970-01-01 00:49:00\"]]}")).hasMessage(
                "a window of 'a' has the time 'monday', where 2014-10-30 15:30:00.000000 was expected");
        assertThatThrownBy(() -> NabWindows.parse("{\"a\": [[\"1970-01-01 00:49:00\"]]}")).hasMessage(
                "a window of 'a' has 1 times, where it needs a start and an end");
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertThatThrownBy(() -> file(new double[3])).hasMessage(
                "file 'test' has 100 times and 3 scores; give a score for each row, and at least one row");
        double[] high = new double[100];
        high[2] = 1.5;
        assertThatThrownBy(() -> file(high)).hasMessage(
                "row 2 of file 'test' has the score 1.5; scores lie from 0 to 1, NaN for none");
        assertThatThrownBy(() -> new NabFile("a", new long[]{60_000, 0}, new double[2], List.of())).hasMessage(
                "row 1 of file 'a' is at 1970-01-01T00:00:00Z, before the row above it; sort the rows by time");
        assertThatThrownBy(() -> new NabFile("a", minutes(), new double[100], List.of(window(9, 12), window(12, 20))))
                .hasMessage(
                        "the window of file 'a' from 1970-01-01T00:12:00Z begins before the one above it has ended");
        assertThatThrownBy(() -> new NabFile("a", minutes(), new double[100], List.of(window(200, 300)))).hasMessage(
                "file 'a' has no row in the window from 1970-01-01T03:20:00Z to 1970-01-01T05:00:00Z; check that times"
                        + " and labels are of the same file and zone");
        assertThatThrownBy(() -> window(5, 4)).hasMessage(
                "a window ends at 1970-01-01T00:04:00Z, before it starts at 1970-01-01T00:05:00Z");
    }

    private static double raw(int... rows) {
        return STANDARD.score(detecting(rows), 0.5).raw();
    }

    private static NabFile detecting(int... rows) {
        double[] scores = new double[100];
        for (int row : rows) {
            scores[row] = 1;
        }
        return file(scores);
    }

    private static NabFile file(double[] scores) {
        return new NabFile("test", minutes(), scores, WINDOWS);
    }

    private static long[] minutes() {
        long[] times = new long[100];
        Arrays.setAll(times, row -> row * 60_000L);
        return times;
    }

    private static NabWindow window(int from, int to) {
        return new NabWindow(from * 60_000L, to * 60_000L);
    }
}
