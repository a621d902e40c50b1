package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

class WindowSamplesTest {

    private static final FeatureSchema SCHEMA = new FeatureSchema(List.of("y"), List.of("past"), List.of("ahead"),
            List.of());
    private static final WindowSpec WINDOW = new WindowSpec(3, 2);
    private static final WindowForm FORM = new WindowForm(SCHEMA, WINDOW, WindowScaling.NONE);

    @Test
    void readsTargetsAndPastAtTheStepAndFutureColumnsAHorizonAhead() {
        WindowSamples samples = WindowSamples.of(FORM).add(prepared(counting(10)), 0, 10).build();
        float[] inputs = new float[9];
        float[] targets = new float[2];

        samples.copy(0, inputs, 0, targets, 0);

        assertThat(samples.inputShape()).isEqualTo(Shape.sequence(3, 3));
        assertThat(samples.origin(0)).isEqualTo(3);
        assertThat(inputs).containsExactly(0, 100, 1002, 1, 101, 1003, 2, 102, 1004);
        assertThat(targets).containsExactly(3, 4);
    }

    @Test
    void windowScalingIsUndoneOnWhatTheModelSays() {
        TimeSeries series = counting(10);
        List<FittedScaler> scalers = PreparedSeries.fit(series, SCHEMA, Scaling.STANDARD, 8);
        for (WindowScaling scaling : WindowScaling.values()) {
            PreparedSeries prepared = PreparedSeries.of(series, FORM.withScaling(scaling), scalers);
            float[] targets = new float[2];
            prepared.copyTargets(5, 0, new float[9], 0, targets, 0);
            assertThat(prepared.unit(0, 5).original(targets[0], 0)).isCloseTo(5, within(1e-5));
            assertThat(prepared.unit(0, 5).original(targets[1], 1)).isCloseTo(6, within(1e-5));
            assertThat(WindowScaling.of(scaling.label())).isEqualTo(scaling);
        }
        float[] inputs = new float[9];
        PreparedSeries.of(series, FORM.withScaling(WindowScaling.LAST), scalers).copyInputs(5, 0, inputs, 0);
        assertThat(inputs[6]).as("the last value looked back on").isZero();
    }

    @Test
    void countsWindowsWhoseTargetsLieInThePart() {
        PreparedSeries series = prepared(counting(10));
        assertThat(WindowSamples.of(FORM).add(series, 0, 10).build().count()).isEqualTo(6);
        assertThat(WindowSamples.of(FORM).add(series, 6, 10).build().count()).isEqualTo(3);
        assertThat(WindowSamples.of(FORM).add(series, 9, 10).build().count()).isZero();
    }

    @Test
    void keepsWindowsWithSomeTargetsMissingAndSaysWhichAreComplete() {
        TimeSeries gap = counting(10).withColumn("y", new double[]{0, 1, 2, 3, 4, Double.NaN, Double.NaN, 7, 8, 9});
        WindowSamples samples = WindowSamples.of(FORM).add(prepared(gap), 0, 10).build();
        float[] targets = new float[2];

        assertThat(originsOf(samples)).as("all but the one that foretells steps 5 and 6").containsExactly(3, 4, 6, 7,
                8);
        assertThat(samples.hasGaps()).isTrue();
        samples.copy(1, new float[9], 0, targets, 0);
        assertThat(targets).containsExactly(4f, Float.NaN);
        assertThat(originsOf(samples.complete())).containsExactly(3, 7, 8);
        assertThat(samples.complete().hasGaps()).isFalse();
    }

    @Test
    void fillsAMissingInputWithTheLastValueBeforeIt() {
        TimeSeries gap = counting(10).withColumn("y", new double[]{0, 1, 2, 3, 4, Double.NaN, 6, 7, 8, 9});
        assertThat(inputsAt(prepared(gap), 6)[3 * 2]).as("step 5 holds the value of step 4").isEqualTo(4f);
    }

    @Test
    void masksSayWhichInputsWereObserved() {
        TimeSeries gap = counting(10).withColumn("past", new double[]{100, 101, 102, 103, Double.NaN, 5, 6, 7, 8, 9});
        WindowForm masked = new WindowForm(masked(), WINDOW, WindowScaling.NONE);
        float[] inputs = new float[3 * 5];

        prepared(gap, masked).copyInputs(6, 0, inputs, 0);

        assertThat(masked.observedChannels()).isEqualTo(4);
        assertThat(inputs).containsExactly(3, 103, 1, 1, 1005, 4, 103, 1, 0, 1006, 5, 5, 1, 1, 1007);
    }

    @Test
    void shortSeriesArePaddedAtTheLeft() {
        WindowForm padded = new WindowForm(masked(), WINDOW, WindowScaling.LAST, WindowLayout.SHIFTED,
                TargetUse.TOGETHER, 1);
        WindowSamples samples = WindowSamples.of(padded).add(prepared(counting(4), padded), 0, 4).build();
        float[] inputs = new float[3 * 5];
        float[] targets = new float[2];

        samples.copy(0, inputs, 0, targets, 0);

        assertThat(originsOf(samples)).containsExactly(1, 2);
        assertThat(inputs).as("two rows of padding, then step 0 at its own level")
                .containsExactly(0, 0, 0, 0, 1000, 0, 0, 0, 0, 1001, 0, 100, 1, 1, 1002);
        assertThat(targets).containsExactly(1, 2);
    }

    @Test
    void paddingNeedsMasks() {
        assertThatThrownBy(() -> new WindowForm(SCHEMA, WINDOW, WindowScaling.NONE, WindowLayout.SHIFTED,
                TargetUse.TOGETHER, 2)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("need masks");
    }

    @Test
    void extendedSamplesHaveRowsForTheHorizonInWhichNothingObservedStands() {
        WindowForm extended = new WindowForm(SCHEMA, WINDOW, WindowScaling.NONE, WindowLayout.EXTENDED,
                TargetUse.TOGETHER, 3);
        float[] inputs = new float[5 * 3];

        prepared(counting(10), extended).copyInputs(6, 0, inputs, 0);

        assertThat(extended.inputShape()).isEqualTo(Shape.sequence(5, 3));
        assertThat(inputs).containsExactly(3, 103, 1003, 4, 104, 1004, 5, 105, 1005, 0, 0, 1006, 0, 0, 1007);
    }

    @Test
    void targetsOneByOneGiveASampleEach() {
        FeatureSchema two = new FeatureSchema(List.of("y", "past"), List.of(), List.of("ahead"), List.of());
        WindowForm form = new WindowForm(two, WINDOW, WindowScaling.NONE, WindowLayout.SHIFTED, TargetUse.ONE_BY_ONE,
                3);
        WindowSamples samples = WindowSamples.of(form).add(prepared(counting(6), form), 0, 6).build();
        float[] inputs = new float[3 * 2];
        float[] targets = new float[2];

        samples.copy(1, inputs, 0, targets, 0);

        assertThat(originsOf(samples)).containsExactly(3, 3, 4, 4);
        assertThat(samples.windowCount()).isEqualTo(2);
        assertThat(samples.firstTarget(1)).isEqualTo(1);
        assertThat(inputs).containsExactly(100, 1002, 101, 1003, 102, 1004);
        assertThat(targets).containsExactly(103, 104);
        assertThat(samples.deal(new RandomStreams(1).stream("split"), 1).getFirst().count())
                .as("samples of one origin stay together").isEqualTo(2);
    }

    @Test
    void aSkipPathLeavesTheRestToBeLearnt() {
        PreparedSeries series = prepared(counting(10)).withSkip(SkipPath.seasonal(WINDOW, 2));
        float[] targets = new float[2];

        series.copyTargets(6, 0, inputsAt(series, 6), 0, targets, 0);

        assertThat(targets).as("steps 6 and 7 less those two before").containsExactly(2, 2);
    }

    @Test
    void windowsCanBeAStrideApartAndEndWithThePart() {
        WindowSamples samples = WindowSamples.of(FORM).add(prepared(counting(11)), 4, 11, 3).build();
        assertThat(originsOf(samples)).containsExactly(6, 9);
    }

    @Test
    void aFormComesBackFromJson() {
        WindowForm form = new WindowForm(masked(), WINDOW, WindowScaling.REVIN, WindowLayout.EXTENDED,
                TargetUse.ONE_BY_ONE, 2);
        assertThat(WindowForm.fromJson(form.toJson())).isEqualTo(form);
    }

    private static FeatureSchema masked() {
        return new FeatureSchema(SCHEMA.targets(), SCHEMA.past(), SCHEMA.future(), SCHEMA.calendar(), true);
    }

    @Test
    void refusesAValueTheLogarithmOfTheTrainingPartCannotTake() {
        TimeSeries late = counting(10).withColumn("y", new double[]{0, 1, 2, 3, 4, 5, 6, 7, -1, -5});
        List<FittedScaler> scalers = PreparedSeries.fit(late, SCHEMA, Scaling.LOG, 8);

        assertThatThrownBy(() -> of(late, scalers)).isInstanceOf(DataException.class)
                .hasMessageContaining("column 'y' has a value that its scaler cannot take")
                .hasMessageContaining("-1.0 at 8").hasMessageContaining("--scale standard");
    }

    /// The leakage test: whatever happens after the origin, the window's inputs that are not known ahead stay the same.
    @Test
    void changingTheFutureChangesNoInputOfThePast() {
        double[] changed = counting(40).column("y");
        double[] changedPast = counting(40).column("past");
        int origin = 20;
        Arrays.fill(changed, origin, 40, 1e9);
        Arrays.fill(changedPast, origin, 40, -1e9);
        TimeSeries future = counting(40).withColumn("y", changed).withColumn("past", changedPast);
        List<FittedScaler> fitted = PreparedSeries.fit(counting(40), SCHEMA, Scaling.STANDARD, origin);
        assertThat(PreparedSeries.fit(future, SCHEMA, Scaling.STANDARD, origin)).isEqualTo(fitted);

        float[] before = inputsAt(of(counting(40), fitted), origin);
        float[] after = inputsAt(of(future, fitted), origin);

        assertThat(after).isEqualTo(before);
    }

    @Test
    void joinsSamplesOfTheSameSeries() {
        WindowSamples all = WindowSamples.of(FORM).add(prepared(counting(20)), 0, 20).build();
        WindowSamples both = all.only(new int[]{5, 2}).and(all.only(new int[]{9}));

        assertThat(IntStream.range(0, both.count()).map(both::origin)).containsExactly(8, 5, 12);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.and(WindowSamples.of(FORM).add(prepared(counting(20)), 0, 20).build()))
                .withMessage("samples can be joined only when they are of the same prepared series");
    }

    @Test
    void dealsEveryWindowToAtMostOnePart() {
        WindowSamples samples = WindowSamples.of(FORM).add(prepared(counting(50)), 0, 50).build();
        List<WindowSamples> parts = samples.deal(new RandomStreams(1).stream("split"), 30, 10, 6);

        int[] origins = parts.stream()
                .flatMapToInt(part -> IntStream.range(0, part.count()).map(part::origin))
                .sorted()
                .toArray();
        assertThat(origins).hasSize(46).doesNotHaveDuplicates();
    }

    @Test
    void keepsEvenlySpreadWindowsOfAllSeriesWhenThinned() {
        WindowSamples samples = WindowSamples.of(FORM)
                .add(prepared(counting(10)), 0, 10)
                .add(prepared(counting(8)), 0, 8)
                .build();
        assertThat(originsOf(samples)).containsExactly(3, 4, 5, 6, 7, 8, 3, 4, 5, 6);

        WindowSamples thinned = samples.thinned(4);

        assertThat(originsOf(thinned)).as("windows 0, 2, 5 and 7 of 10").containsExactly(3, 5, 8, 4);
        assertThat(thinned.series(2)).isSameAs(samples.series(0));
        assertThat(thinned.series(3)).isSameAs(samples.series(9));
        assertThat(samples.thinned(10)).isSameAs(samples);
        assertThatThrownBy(() -> samples.thinned(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("windows cannot be thinned to 0; keep at least 1");
    }

    private static int[] originsOf(WindowSamples samples) {
        return IntStream.range(0, samples.count()).map(samples::origin).toArray();
    }

    @Test
    void showsAScalerOnlyWhatTheDealtWindowsRead() {
        WindowSamples samples = WindowSamples.of(FORM).add(prepared(counting(30)), 0, 30).build();
        WindowSamples one = samples.deal(new RandomStreams(1).stream("split"), 1).getFirst();
        double[] seen = one.seen(0).column("y");

        for (int step = 0; step < 30; step++) {
            boolean read = step >= one.origin(0) - 3 && step < one.origin(0) + 2;
            assertThat(Double.isNaN(seen[step])).isEqualTo(!read);
        }
    }

    private static float[] inputsAt(PreparedSeries series, int origin) {
        float[] inputs = new float[9];
        series.copyInputs(origin, 0, inputs, 0);
        return inputs;
    }

    private static PreparedSeries prepared(TimeSeries series) {
        return of(series, PreparedSeries.fit(series, SCHEMA, Scaling.NONE, series.steps()));
    }

    private static PreparedSeries prepared(TimeSeries series, WindowForm form) {
        return PreparedSeries.of(series, form,
                PreparedSeries.fit(series, form.schema(), Scaling.NONE, series.steps()));
    }

    private static PreparedSeries of(TimeSeries series, List<FittedScaler> scalers) {
        return PreparedSeries.of(series, FORM, scalers);
    }

    private static TimeSeries counting(int steps) {
        double[][] values = new double[3][steps];
        for (int step = 0; step < steps; step++) {
            values[0][step] = step;
            values[1][step] = 100 + step;
            values[2][step] = 1000 + step;
        }
        return TimeSeries.of("", Timeline.ofSteps(), List.of("y", "past", "ahead"), values);
    }
}
