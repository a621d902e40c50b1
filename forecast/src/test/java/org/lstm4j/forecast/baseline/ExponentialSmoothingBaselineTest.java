package org.lstm4j.forecast.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.baseline.SmoothingForm.Noise;
import org.lstm4j.forecast.baseline.SmoothingForm.Season;
import org.lstm4j.forecast.baseline.SmoothingForm.Trend;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class ExponentialSmoothingBaselineTest {

    private final RandomStream random = new RandomStreams(5).stream("series");

    /// Two steps of the recursion by hand, α = ½, β = ¼, φ = 0.9, γ = 0.1.
    @Test
    void takesValuesInAsTheTableSays() {
        SmoothingWeights weights = new SmoothingWeights(0.5, 0.25, 0.9, 0.1, 10, 2);
        SmoothingStates added = new SmoothingStates(new SmoothingForm(Noise.ADDITIVE, Trend.DAMPED, Season.ADDITIVE),
                weights, new double[]{1, -1});
        SmoothingStates factor = new SmoothingStates(
                new SmoothingForm(Noise.MULTIPLICATIVE, Trend.DAMPED, Season.MULTIPLICATIVE), weights,
                new double[]{1.25, 0.75});

        // q = 11.8, forecast 12.8, error 2: level 12.8, slope 1.8 + 0.5 = 2.3, season 1.2; next q = 14.87, season −1
        assertThat(added.run(new double[]{14.8})).isCloseTo(Math.log(4), within(1e-12));
        assertThat(added.forecast(2)).containsExactly(new double[]{13.87, 12.8 + (0.9 + 0.81) * 2.3 + 1.2},
                within(1e-12));

        // forecast 14.75, error 1.25: level 11.8 + 0.5, slope 1.8 + 0.25, season 1.25 + 0.125/11.8
        assertThat(factor.run(new double[]{16})).isCloseTo(
                Math.log(1.25 / 14.75 * 1.25 / 14.75) + 2 * Math.log(14.75), within(1e-12));
        assertThat(factor.forecast(2)).containsExactly(new double[]{(12.3 + 0.9 * 2.05) * 0.75,
            (12.3 + 1.71 * 2.05) * (1.25 + 0.125 / 11.8)}, within(1e-12));
    }

    @Test
    void longProductsStayInRange() {
        SmoothingStates states = new SmoothingStates(new SmoothingForm(Noise.MULTIPLICATIVE, Trend.NONE, Season.NONE),
                new SmoothingWeights(0.5, 0, 1, 0, 1e6, 0), new double[]{0});
        double[] values = new double[1000];
        Arrays.fill(values, 1e6);
        values[999] = 2e6;

        // one relative error of 1
        assertThat(states.run(values)).isCloseTo(2 * 1000 * Math.log(1e6), within(1e-6));
    }

    @Test
    void choosesASeasonAndATrend() {
        double[] pattern = {5, 0, -5, 0};
        double[] values = new double[80];
        for (int step = 0; step < values.length; step++) {
            values[step] = -20 + 0.8 * step + pattern[step % 4] + 0.5 * random.nextGaussian();
        }
        ExponentialSmoothingBaseline baseline = new ExponentialSmoothingBaseline(4);

        assertThat(baseline.form(values, 80)).hasValueSatisfying(form -> assertThat(form).matches("AAd?A"));
        double[] forecast = baseline.forecast(values, 8);
        for (int step = 0; step < 8; step++) {
            assertThat(forecast[step]).isCloseTo(-20 + 0.8 * (80 + step) + pattern[step % 4], within(2.5));
        }
    }

    @Test
    void choosesFactorsWhereSwingsGrowWithTheLevel() {
        double[] pattern = {1.3, 1, 0.7, 1};
        double[] values = new double[80];
        for (int step = 0; step < values.length; step++) {
            values[step] = (20 + 3 * step) * pattern[step % 4] * (1 + 0.02 * random.nextGaussian());
        }
        assertThat(new ExponentialSmoothingBaseline(4).form(values, 80))
                .hasValueSatisfying(form -> assertThat(form).isEqualTo("MAdM"));
    }

    @Test
    void choosesTheSimplestFormForAWalk() {
        double[] values = new double[200];
        double level = 0;
        for (int step = 0; step < values.length; step++) {
            level += random.nextGaussian();
            values[step] = level;
        }
        ExponentialSmoothingBaseline baseline = new ExponentialSmoothingBaseline(7);

        assertThat(baseline.form(values, 200)).hasValue("ANN");
        assertThat(baseline.forecast(values, 1)[0]).isCloseTo(level, within(1.0));
    }

    @Test
    void aSmoothDayIsASeasonAndNoSlope() {
        double[] values = new double[400];
        for (int step = 0; step < values.length; step++) {
            values[step] = 10 * StrictMath.sin(2 * Math.PI * step / 24) + 0.2 * random.nextGaussian();
        }
        ExponentialSmoothingBaseline baseline = new ExponentialSmoothingBaseline(24);

        assertThat(baseline.form(values, 400)).hasValueSatisfying(form -> assertThat(form).endsWith("A"));
        assertThat(baseline.forecast(values, 400, 24)[18])
                .isCloseTo(10 * StrictMath.sin(2 * Math.PI * 418 / 24), within(1.0));
    }

    @Test
    void looksNoFurtherBackThanItSays() {
        double[] values = new double[2100];
        for (int step = 0; step < values.length; step++) {
            values[step] = random.nextGaussian();
        }
        ExponentialSmoothingBaseline baseline = new ExponentialSmoothingBaseline(1);
        double[] forecast = baseline.forecast(values, 3);
        values[99] = 1000;

        assertThat(baseline.forecast(values, 3)).isEqualTo(forecast);
        values[100] = 1000;
        assertThat(baseline.forecast(values, 3)).isNotEqualTo(forecast);
    }

    @Test
    void offersOnlyWhatTheValuesAllow() {
        assertThat(SmoothingForm.candidates(false, false)).extracting(SmoothingForm::toString)
                .containsExactly("ANN", "AAN", "AAdN");
        assertThat(SmoothingForm.candidates(true, true)).extracting(SmoothingForm::toString).containsExactly("ANN",
                "ANA", "MNN", "MNM", "AAN", "AAA", "MAN", "AAdN", "AAdA", "MAdN", "MAdM");
    }

    @Test
    void countsWhatAFormEstimates() {
        assertThat(new SmoothingForm(Noise.ADDITIVE, Trend.NONE, Season.NONE).estimated(12)).isEqualTo(3);
        assertThat(new SmoothingForm(Noise.ADDITIVE, Trend.DAMPED, Season.ADDITIVE).estimated(12)).isEqualTo(18);
        // 2·3 + 2·3·4/(20 − 4)
        assertThat(SmoothingFit.penalty(20, 3)).isEqualTo(7.5);
        assertThat(SmoothingFit.penalty(4, 3)).isInfinite();
    }

    @Test
    void weightsStayInTheirRanges() {
        SmoothingForm form = new SmoothingForm(Noise.ADDITIVE, Trend.DAMPED, Season.ADDITIVE);
        SmoothingStart start = new SmoothingStart(0, 0, new double[]{0}, 1);
        for (double far : new double[]{-1000, 1000}) {
            SmoothingWeights weights = SmoothingWeights.of(new double[]{far, 0, far, 0, far, far}, form, start);
            assertThat(weights.alpha()).isBetween(0.0001, 0.9999);
            assertThat(weights.beta()).isBetween(0.0, weights.alpha());
            assertThat(weights.phi()).isBetween(0.8, 0.98);
            assertThat(weights.gamma()).isBetween(0.0, 1 - weights.alpha());
        }
    }

    @Test
    void theSimplexFindsTheBottomOfAValley() {
        // Rosenbrock's function, least at (1, 1)
        double[] least = NelderMead.minimise(
                p -> 100 * (p[1] - p[0] * p[0]) * (p[1] - p[0] * p[0]) + (1 - p[0]) * (1 - p[0]),
                new double[]{-1.2, 1}, 0.5, 1000);

        assertThat(least).containsExactly(new double[]{1, 1}, within(1e-3));
    }

    @Test
    void theSimplexAvoidsWhereNothingIsDefined() {
        double[] least = NelderMead.minimise(p -> p[0] < 0 ? Double.NaN : (p[0] - 2) * (p[0] - 2), new double[]{5}, 1,
                200);
        assertThat(least[0]).isCloseTo(2, within(1e-3));
    }

    @Test
    void remarksSayWhatStandsIn() {
        ExponentialSmoothingBaseline baseline = new ExponentialSmoothingBaseline(12);
        assertThat(baseline.remark(3)).hasValue(
                "a history of 3 steps is shorter than the 4 exponential smoothing needs, so it is the naive forecast there");
        assertThat(baseline.remark(23))
                .hasValue("a history of 23 steps is shorter than two seasons of 12, so exponential"
                        + " smoothing works without a season there");
        assertThat(baseline.remark(24)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new ExponentialSmoothingBaseline(0));
    }
}
