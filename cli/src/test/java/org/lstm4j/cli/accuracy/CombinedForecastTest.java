package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.QuantileForecast;

/// Ensembles and blends of methods whose forecasts are known.
class CombinedForecastTest {

    private static final Task TASK = MadeUp.task(MadeUp.lastWindow(1, 1, Measure.MAE), new double[]{1, 2, 3, 4});

    /// Says the seed, and quantiles a number above it; counts its trainings.
    private record Says(double number, double above, List<Double> trained) implements AccuracyMethod {

        Says(double number, double above) {
            this(number, above, new ArrayList<>());
        }

        @Override
        public String name() {
            return "says";
        }

        @Override
        public FittedMethod fit(Task task) {
            trained.add(number);
            double[] levels = IntervalAccumulator.levels();
            double[][] quantiles = new double[1][levels.length];
            for (int level = 0; level < levels.length; level++) {
                quantiles[0][level] = number + above + levels[level];
            }
            WindowForecast forecast = WindowForecast
                    .of(new QuantileForecast(levels, quantiles, new double[]{number}));
            return new FittedMethod() {
                @Override
                public List<WindowForecast> forecast(List<JudgedWindow> windows) {
                    return windows.stream().map(_ -> forecast).toList();
                }

                @Override
                public String settings() {
                    return "number " + number;
                }
            };
        }
    }

    @Test
    void anEnsembleIsTheMeanOfPointsAndTheMedianOfQuantiles() {
        AccuracyMethod ensemble = SeedEnsemble.of(3, 3, seed -> new Says(seed * seed, 0));
        FittedMethod fitted = ensemble.fit(TASK);
        WindowForecast forecast = fitted.forecast(TASK.windows()).getFirst();

        assertThat(forecast.point()).containsExactly((9 + 16 + 25) / 3.0);
        assertThat(forecast.quantiles().orElseThrow().quantile(0.5)).containsExactly(16.5);
        assertThat(forecast.quantiles().orElseThrow().quantile(0.975)).containsExactly(16.975);
        assertThat(fitted.settings())
                .isEqualTo("mean of the seeds 3, 4, 5 (median of their quantiles), the first of which: number 9.0");
        assertThat(ensemble.name()).isEqualTo("says");
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        WindowForecast forecast = SeedEnsemble.of(1, 4, seed -> new Says(seed * seed, 0)).fit(TASK)
                .forecast(TASK.windows()).getFirst();

        assertThat(forecast.point()).containsExactly((1 + 4 + 9 + 16) / 4.0);
        assertThat(forecast.quantiles().orElseThrow().quantile(0.1)).containsExactly((4.1 + 9.1) / 2);
    }

    @Test
    void oneSeedIsTheMethodItself() {
        Says alone = new Says(1, 0);

        assertThat(SeedEnsemble.of(42, 1, _ -> alone)).isSameAs(alone);
    }

    @Test
    void anEnsembleNeedsASeed() {
        assertThatThrownBy(() -> SeedEnsemble.of(42, 0, seed -> new Says(seed, 0)))
                .hasMessage("an ensemble needs at least one seed, but was given none");
    }

    @Test
    void aBlendIsTheMeanOfPointsAndOfQuantiles() {
        FittedMethod fitted = new Blend(List.of(new Says(1, 0), new Says(4, 10))).fit(TASK);
        WindowForecast forecast = fitted.forecast(TASK.windows()).getFirst();

        assertThat(forecast.point()).containsExactly(2.5);
        assertThat(forecast.quantiles().orElseThrow().quantile(0.9)[0]).isCloseTo((1.9 + 14.9) / 2,
                within(1e-12));
        assertThat(fitted.settings()).isEqualTo("the mean of says and says as they are; nothing is trained for it");
    }

    @Test
    void whereOneHasNoQuantilesTheCombinationHasNone() {
        FittedMethod fitted = new Blend(List.of(new Says(1, 0), Methods.naive2())).fit(TASK);

        assertThat(fitted.forecast(TASK.windows()).getFirst().quantiles()).isEmpty();
    }

    @Test
    void aBlendTrainsNothingThatIsTrainedAlready() {
        Says says = new Says(1, 0);
        FittedOnce once = new FittedOnce(says);
        once.fit(TASK);
        new Blend(List.of(once, once)).fit(TASK);
        assertThat(says.trained()).hasSize(1);

        once.fit(MadeUp.task(MadeUp.lastWindow(1, 1, Measure.MAE), new double[]{1, 2, 3, 4}));
        assertThat(says.trained()).hasSize(2);
    }

    @Test
    void whatFailedFailsAgainWithoutBeingTrainedAgain() {
        List<Task> asked = new ArrayList<>();
        FittedOnce once = new FittedOnce(new AccuracyMethod() {
            @Override
            public String name() {
                return "fails";
            }

            @Override
            public FittedMethod fit(Task task) {
                asked.add(task);
                throw new DataException(Problem.of("no", "never"));
            }
        });

        assertThatThrownBy(() -> once.fit(TASK)).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> once.fit(TASK)).isInstanceOf(DataException.class).hasMessage("no; never");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aBlendIsLeftOutWhereOneOfItsPartsIs() {
        AccuracyMethod esrnn = MadeUp.shortEsRnn();

        assertThat(new Blend(List.of(new Says(1, 0), esrnn)).reasonAgainst(TASK))
                .isEqualTo(Optional.of("it needs esrnn, which is left out"));
        assertThat(new Blend(List.of(new Says(1, 0), new Says(2, 0))).reasonAgainst(TASK)).isEmpty();
    }
}
