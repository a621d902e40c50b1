package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lstm4j.Problem;
import org.lstm4j.TrainingException;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// What a rehearsal on the part before the test part selects and calibrates.
class SelectedTest {

    private static final Protocol PROTOCOL = MadeUp.lastWindow(4, 1, Measure.MASE, Measure.COVERAGE_80);

    /// Says a number always, and quantiles that lie closely around it; remembers what it was fitted to.
    private record Says(String name, double number, List<Task> fitted) implements AccuracyMethod {

        Says(String name, double number) {
            this(name, number, new ArrayList<>());
        }

        @Override
        public FittedMethod fit(Task task) {
            fitted.add(task);
            double[] levels = IntervalAccumulator.levels();
            double[] ofStep = Arrays.stream(levels).map(level -> number + 0.01 * (level - 0.5)).toArray();
            double[][] quantiles = new double[task.protocol().horizon()][];
            Arrays.fill(quantiles, ofStep);
            WindowForecast forecast = WindowForecast.ofDistribution(levels, quantiles);
            return windows -> windows.stream().map(_ -> forecast).toList();
        }
    }

    /// Normal values around 0, but for the test part, where they are around another number.
    private static Task task(double inTest) {
        RandomStream random = new RandomStreams(4).stream("values");
        double[][] series = new double[200][40];
        for (double[] values : series) {
            for (int step = 0; step < values.length; step++) {
                values[step] = random.nextGaussian() + (step < 36 ? 0 : inTest);
            }
        }
        return MadeUp.task(PROTOCOL, series);
    }

    @Test
    void theBestBeforeTheTestPartIsSelectedWhateverComesIn() {
        for (double inTest : new double[]{0, 9}) {
            Task task = task(inTest);
            FittedMethod fitted = new Selected(List.of(new Says("far", 9), new Says("near", 0.1))).fit(task);

            assertThat(fitted.settings())
                    .matches("near, by MASE in a rehearsal on 200 windows before the test part: far [0-9.]+, near"
                            + " [0-9.]+; intervals calibrated there");
            assertThat(fitted.forecast(task.windows()).getFirst().point()).containsExactly(0.1, 0.1, 0.1, 0.1);
        }
    }

    @Test
    void theRehearsalCalibratesIntervals() {
        Task task = task(0);
        MethodResult alone = new MethodJudge(task).judge(new Says("near", 0));
        MethodResult selected = new MethodJudge(task).judge(new Selected(List.of(new Says("near", 0),
                new Says("far", 9))));

        assertThat(alone.value(Measure.COVERAGE_80)).isLessThan(0.02);
        assertThat(selected.value(Measure.COVERAGE_80)).isBetween(0.76, 0.84);
        assertThat(selected.value(Measure.MASE)).isEqualTo(alone.value(Measure.MASE));
    }

    @Test
    void aRehearsalKnowsNothingOfTheTestPart() {
        Task rehearsal = task(0).rehearsal().orElseThrow();

        assertThat(rehearsal.splits()).containsOnly(new Split(36, 4, 4));
        assertThat(rehearsal.series()).allMatch(series -> series.steps() == 36);
        assertThat(rehearsal.windows()).hasSize(200).allMatch(window -> window.origin() == 32);
        assertThat(rehearsal.protocol().name()).isEqualTo("made-up-rehearsal");
        assertThat(rehearsal.deviation(0, 0)).isEqualTo(task(9).rehearsal().orElseThrow().deviation(0, 0));
    }

    @Test
    void onlyTheSelectedOneIsFittedToAllThatIsKnown() {
        Task task = task(0);
        Says far = new Says("far", 9);
        Says near = new Says("near", 0);
        new Selected(List.of(new FittedOnce(far), new FittedOnce(near))).fit(task);

        assertThat(far.fitted()).hasSize(1).doesNotContain(task);
        assertThat(near.fitted()).hasSize(2).contains(task);
    }

    @Test
    void oneThatDivergesIsNotTaken() {
        AccuracyMethod diverges = new AccuracyMethod() {
            @Override
            public String name() {
                return "diverges";
            }

            @Override
            public FittedMethod fit(Task task) {
                throw new TrainingException(Problem.of("it diverged", "go slower"));
            }
        };

        assertThat(new Selected(List.of(diverges, new Says("far", 9))).fit(task(0)).settings()).startsWith("far, by");
    }

    @Test
    void thereMustBeSomethingToSelectFromAndRoomToRehearse() {
        AccuracyMethod never = new BaselineMethod("slow", _ -> new org.lstm4j.forecast.baseline.NaiveBaseline(), 0);
        Selected selected = new Selected(List.of(new Says("near", 0), never));

        assertThat(selected.reasonAgainst(task(0))).contains("there is nothing to select from but near");
        assertThat(new Selected(List.of(new Says("near", 0), new Says("far", 9))).reasonAgainst(task(0))).isEmpty();
        assertThat(selected.reasonAgainst(MadeUp.task(PROTOCOL, new double[14])))
                .contains("before the test part there is too little for a rehearsal");
    }

    /// A series that never changes has no scale, and keeps its intervals.
    @Test
    void aSeriesWithoutAScaleKeepsItsIntervals() {
        double[][] series = new double[60][40];
        RandomStream random = new RandomStreams(4).stream("values");
        for (int index = 1; index < series.length; index++) {
            Arrays.setAll(series[index], _ -> random.nextGaussian());
        }
        Task task = MadeUp.task(PROTOCOL, series);
        Says near = new Says("near", 0);
        List<WindowForecast> moved = new Selected(List.of(near, new Says("far", 9))).fit(task).forecast(task.windows());
        Optional<QuantileForecast> unmoved = near.fit(task).forecast(task.windows()).getFirst().quantiles();

        assertThat(moved.getFirst().quantiles().orElseThrow().quantile(0.9))
                .isEqualTo(unmoved.orElseThrow().quantile(0.9));
        assertThat(moved.get(1).quantiles().orElseThrow().quantile(0.9)[0]).isGreaterThan(1);
    }
}
