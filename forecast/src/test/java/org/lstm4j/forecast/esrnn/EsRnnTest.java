package org.lstm4j.forecast.esrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;

class EsRnnTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final List<EsRnnSeries> SERIES = MadeUpSeries.several();
    private static EsRnn model;

    @BeforeAll
    static void train() {
        model = new EsRnnTrainer(MadeUpSeries.settings(20), COMPUTE).train(SERIES, _ -> {});
    }

    @Test
    void foretellsEveryLevelOfEveryStepInTheUnitOfTheSeries() {
        for (EsRnnSeries series : SERIES) {
            double[][] forecast = model.forecast(series, COMPUTE);
            assertThat(forecast).hasNumberOfRows(3);
            for (int ahead = 0; ahead < 3; ahead++) {
                assertThat(forecast[ahead]).hasSize(3).isSorted();
                double season = series.value(series.steps() + ahead - 4);
                assertThat(forecast[ahead][1]).isCloseTo(season, within(0.25 * season));
            }
        }
    }

    @Test
    void aForecastDoesNotDependOnWhatElseIsForetold() {
        List<double[][]> together = model.forecast(SERIES, COMPUTE);
        for (int index = 0; index < SERIES.size(); index++) {
            assertThat(model.forecast(SERIES.get(index), COMPUTE)).isDeepEqualTo(together.get(index));
        }
        assertThat(model.forecast(List.of(), COMPUTE)).isEmpty();
    }

    @Test
    void aSeriesThatHasGrownIsForetoldFromItsNewEnd() {
        EsRnnSeries series = SERIES.getFirst();
        double[] grown = Arrays.copyOf(series.values(), series.steps() + 4);
        for (int step = series.steps(); step < grown.length; step++) {
            grown[step] = 2 * grown[step - 4];
        }
        double[][] before = model.forecast(series, COMPUTE);
        double[][] after = model.forecast(new EsRnnSeries(series.name(), grown), COMPUTE);
        for (int ahead = 0; ahead < 3; ahead++) {
            assertThat(after[ahead][1]).isGreaterThan(1.4 * before[ahead][1]);
        }
    }

    @Test
    void anUnknownSeriesIsSmoothedWithMeanCoefficientsAndIndicesOfItsOwn() {
        EsRnnSeries unknown = MadeUpSeries.seasonal("unknown", 41, 300, 0);
        SmoothingParameters parameters = model.parametersOf(unknown);
        double mean = model.known().values().stream().mapToDouble(known -> known.number(0)).average().orElseThrow();
        assertThat((double) parameters.number(0)).isCloseTo(mean, within(1e-6));
        assertThat((double) parameters.number(2)).as("the index 1.3 of its first step, about")
                .isCloseTo(StrictMath.log(1.3), within(0.1));
        double[][] forecast = model.forecast(unknown, COMPUTE);
        assertThat(forecast[0][1]).isCloseTo(unknown.value(37), within(80.0));
    }

    @Test
    void refusesASeriesShorterThanAWindow() {
        assertThatThrownBy(() -> model.forecast(new EsRnnSeries("new", new double[]{1, 2, 3}), COMPUTE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series 'new' has 3 steps, but the window needs 4; give more of its past");
    }

    @Test
    void refusesAValueThatHasNoLogarithm() {
        assertThatThrownBy(() -> model.forecast(new EsRnnSeries("new", new double[]{1, 2, -3, 4}), COMPUTE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "series 'new' is -3.0 at step 2, but the form 'logarithm' needs values above 0");
    }
}
