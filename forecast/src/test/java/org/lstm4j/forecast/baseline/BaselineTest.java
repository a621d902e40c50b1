package org.lstm4j.forecast.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final double NAN = Double.NaN;

    private final Baseline naive = new NaiveBaseline();
    private final Baseline seasonal = new SeasonalNaiveBaseline(3);
    private final Baseline drift = new DriftBaseline();

    @Test
    void naiveRepeatsTheLastObservedValue() {
        assertThat(naive.forecast(new double[]{1, 2, 7}, 2)).containsExactly(7, 7);
        assertThat(naive.forecast(new double[]{1, 2, NAN}, 2)).containsExactly(2, 2);
    }

    @Test
    void seasonalNaiveRepeatsTheLastSeasonAsOftenAsNeeded() {
        assertThat(seasonal.forecast(new double[]{9, 1, 2, 3}, 7)).containsExactly(1, 2, 3, 1, 2, 3, 1);
    }

    @Test
    void seasonalNaiveLooksFurtherBackPastMissingValues() {
        double[] history = {1, 2, NAN, 4, NAN, NAN};

        // place 0 was 4 last, place 1 was 2 last, place 2 never: the last observed value stands in
        assertThat(seasonal.forecast(history, 4)).containsExactly(4, 2, 4, 4);
    }

    @Test
    void seasonalNaiveIsNaiveWithoutASeasonAndSaysSo() {
        assertThat(new SeasonalNaiveBaseline(1).forecast(new double[]{1, 5}, 2)).containsExactly(5, 5);
        assertThat(new SeasonalNaiveBaseline(1).remark(100))
                .hasValueSatisfying(remark -> assertThat(remark).contains("no season"));
        assertThat(seasonal.forecast(new double[]{1, 5}, 2)).containsExactly(5, 5);
        assertThat(seasonal.remark(2))
                .hasValueSatisfying(remark -> assertThat(remark).contains("2 steps").contains("season of 3"));
        assertThat(seasonal.remark(3)).isEmpty();
        assertThat(naive.remark(0)).isEmpty();
    }

    @Test
    void driftDrawsTheLineThroughFirstAndLastOn() {
        assertThat(drift.forecast(new double[]{1, 9, 5}, 3)).containsExactly(7, 9, 11);
    }

    @Test
    void driftCountsTheMissingStepsAtBothEnds() {
        // observed: 2 at step 1, 6 at step 3; two more per step, the forecast starts at step 5
        assertThat(drift.forecast(new double[]{NAN, 2, NAN, 6, NAN}, 2)).containsExactly(10, 12);
    }

    @Test
    void driftOfASingleValueIsThatValue() {
        assertThat(drift.forecast(new double[]{NAN, 3, NAN}, 2)).containsExactly(3, 3);
    }

    @Test
    void forecastsNothingFromNothing() {
        for (Baseline baseline : Baseline.standard(3)) {
            assertThat(baseline.forecast(new double[]{NAN, NAN, NAN, NAN}, 2)).containsExactly(NAN, NAN);
            assertThat(baseline.forecast(new double[0], 2)).containsExactly(NAN, NAN);
        }
    }

    @Test
    void neverLooksPastTheOriginNorChangesTheValues() {
        double[] values = {3, 1, 2, 4, 100, 200};
        for (Baseline baseline : List.of(naive, seasonal, drift)) {
            assertThat(baseline.forecast(values, 4, 5))
                    .isEqualTo(baseline.forecast(new double[]{3, 1, 2, 4}, 5));
        }
        assertThat(values).containsExactly(3, 1, 2, 4, 100, 200);
    }

    @Test
    void carriesTheNamesOfTheJsonContract() {
        assertThat(Baseline.standard(24)).extracting(Baseline::name)
                .containsExactly("naive", "seasonal_naive", "drift");
    }

    @Test
    void rejectsImpossibleArguments() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SeasonalNaiveBaseline(0))
                .withMessage("season must be at least 1 step, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> naive.forecast(new double[3], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> seasonal.forecast(new double[3], 4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> drift.forecast(new double[3], -1, 1));
    }
}
