package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;
import org.lstm4j.tensor.Shape;

/// Lags and categories in samples: at which row which value stands, and that nothing of the future does.
class LagSamplesTest {

    private static final WindowSpec WINDOW = new WindowSpec(3, 2);

    @Test
    void aLagShorterThanTheHorizonStandsBesideThePast() {
        WindowForm form = form(lags(1), WindowLayout.SHIFTED, WindowScaling.NONE);
        assertThat(form.inputShape()).isEqualTo(Shape.sequence(3, 4));
        assertThat(form.observedChannels()).isEqualTo(4);
        assertThat(inputs(form, 5)).as("y, y a step before, and their masks")
                .containsExactly(2, 1, 1, 1, 3, 2, 1, 1, 4, 3, 1, 1);
        assertThat(inputs(form, 3)).as("before the series there is nothing")
                .containsExactly(0, 0, 1, 0, 1, 0, 1, 1, 2, 1, 1, 1);
    }

    @Test
    void aLagOfAtLeastTheHorizonStandsBesideTheStepsToForetell() {
        WindowForm form = form(lags(5), WindowLayout.SHIFTED, WindowScaling.NONE);
        assertThat(form.knownChannels()).isEqualTo(2);
        assertThat(inputs(form, 8)).as("y, its mask, y 5 steps before the step two later, its mask")
                .containsExactly(5, 1, 2, 1, 6, 1, 3, 1, 7, 1, 4, 1);
        WindowForm extended = form(lags(2), WindowLayout.EXTENDED, WindowScaling.NONE);
        assertThat(inputs(extended, 5))
                .containsExactly(2, 1, 0, 1, 3, 1, 1, 1, 4, 1, 2, 1, 0, 0, 3, 1, 0, 0, 4, 1);
    }

    @Test
    void lagsAreAtTheLevelOfTheWindow() {
        assertThat(inputs(form(lags(5), WindowLayout.SHIFTED, WindowScaling.LAST), 8))
                .containsExactly(-2, 1, -5, 1, -1, 1, -4, 1, 0, 1, -3, 1);
    }

    @Test
    void aGapIsToldOfByTheMaskOfTheLag() {
        TimeSeries gap = counting(20).withColumn("y",
                new double[]{0, 1, 2, Double.NaN, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19});
        float[] read = inputs(form(lags(5), WindowLayout.SHIFTED, WindowScaling.NONE), gap, 8);
        assertThat(read).containsExactly(5, 1, 2, 1, 6, 1, 2, 0, 7, 1, 4, 1);
    }

    @Test
    void targetsOneByOneReadTheirOwnLags() {
        FeatureSchema two = new FeatureSchema(List.of("y", "z"), List.of(), List.of(), List.of(), true)
                .withLags(List.of(2));
        WindowForm form = new WindowForm(two, WINDOW, WindowScaling.NONE, WindowLayout.EXTENDED, TargetUse.ONE_BY_ONE,
                3);
        float[] read = new float[form.inputShape().elements()];
        prepared(counting(20), form).copyInputs(5, 1, read, 0);
        assertThat(Arrays.copyOf(read, 4)).containsExactly(102, 1, 100, 1);
    }

    @Test
    void categoriesStandLastAndThoseOfThePastEndWithIt() {
        FeatureSchema schema = new FeatureSchema(List.of("y"), List.of(), List.of(), List.of())
                .withCategories(List.of(
                        new CategoryColumn("past", Role.PAST, List.of("a", "b")),
                        new CategoryColumn("ahead", Role.FUTURE, List.of("a", "b"))), UnknownCategory.REFUSE);
        WindowForm form = form(schema, WindowLayout.EXTENDED, WindowScaling.NONE);

        assertThat(form.channels()).isEqualTo(3);
        assertThat(inputs(form, 5)).as("odd steps are a = 1, even ones b = 2")
                .containsExactly(2, 2, 2, 3, 1, 1, 4, 2, 2, 0, 0, 1, 0, 0, 2);
        assertThat(inputs(form(schema, WindowLayout.SHIFTED, WindowScaling.NONE), 5))
                .containsExactly(2, 2, 2, 3, 1, 1, 4, 2, 2);
    }

    /// The leakage test: whatever comes at or after the origin, a sample is the same.
    @ParameterizedTest
    @EnumSource(WindowLayout.class)
    void theFutureChangesNoSample(WindowLayout layout) {
        FeatureSchema schema = lags(1, 2, 3, 7).withCategories(
                List.of(new CategoryColumn("past", Role.PAST, List.of("a", "b"))), UnknownCategory.REFUSE);
        for (WindowScaling scaling : WindowScaling.values()) {
            WindowForm form = form(schema, layout, scaling);
            for (int origin = 3; origin < 18; origin++) {
                assertThat(inputs(form, changedFrom(origin), origin)).as("origin %d, %s", origin, scaling)
                        .isEqualTo(inputs(form, origin));
            }
        }
    }

    @Test
    void aLagReadsWhatItsStepSays() {
        float[] before = inputs(form(lags(7), WindowLayout.EXTENDED, WindowScaling.NONE), 10);
        float[] changed = inputs(form(lags(7), WindowLayout.EXTENDED, WindowScaling.NONE), changedFrom(4), 10);
        assertThat(changed).as("a planted change within reach is seen").isNotEqualTo(before);
    }

    @Test
    void theSchemaComesBackFromItsJson() {
        FeatureSchema schema = new FeatureSchema(List.of("y"), List.of("p"), List.of("f"), List.of(), true)
                .withStatics(List.of("size"))
                .withLags(List.of(24, 1, 24))
                .withCategories(List.of(new CategoryColumn("wind", Role.PAST, List.of("NE", "SW")),
                        new CategoryColumn("kind", Role.FUTURE, List.of("x")),
                        new CategoryColumn("region", Role.STATIC, List.of("south"))), UnknownCategory.MISSING);

        assertThat(schema.lags()).containsExactly(1, 24);
        assertThat(schema.columns()).containsExactly("y", "p", "f", "size");
        assertThat(schema.allColumns()).containsExactly("y", "p", "f", "size", "wind", "kind", "region");
        assertThat(schema.columns(Role.STATIC)).containsExactly("size", "region");
        assertThat(FeatureSchema.fromJson(schema.toJson())).isEqualTo(schema);
        FeatureSchema plain = new FeatureSchema(List.of("y"), List.of(), List.of(), List.of());
        assertThat(plain.toJson().get("lags")).as("nothing is said of what there is not").isNull();
        assertThat(FeatureSchema.fromJson(plain.toJson())).isEqualTo(plain);
    }

    @Test
    void refusesLagsThatAreNone() {
        FeatureSchema plain = new FeatureSchema(List.of("y"), List.of(), List.of(), List.of(), true);
        assertThatThrownBy(() -> plain.withLags(List.of(0))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lags must be at least 1 step, and need masks, but were [0]");
        assertThatThrownBy(() -> new FeatureSchema(List.of("y"), List.of(), List.of(), List.of())
                .withLags(List.of(3))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lags must be at least 1 step, and need masks, but were [3] without masks");
    }

    private static FeatureSchema lags(Integer... lags) {
        return new FeatureSchema(List.of("y"), List.of(), List.of(), List.of(), true).withLags(List.of(lags));
    }

    private static WindowForm form(FeatureSchema schema, WindowLayout layout, WindowScaling scaling) {
        return new WindowForm(schema, WINDOW, scaling, layout, TargetUse.TOGETHER, 3);
    }

    private static float[] inputs(WindowForm form, int origin) {
        return inputs(form, counting(20), origin);
    }

    private static float[] inputs(WindowForm form, TimeSeries series, int origin) {
        float[] read = new float[form.inputShape().elements()];
        prepared(series, form).copyInputs(origin, 0, read, 0);
        return read;
    }

    private static PreparedSeries prepared(TimeSeries series, WindowForm form) {
        return PreparedSeries.of(series, form,
                PreparedSeries.fit(series, form.schema(), Scaling.NONE, series.steps()));
    }

    /// y counts from 0 and z from 100; both categories are b at even steps and a at odd ones.
    private static TimeSeries counting(int steps) {
        double[] y = new double[steps];
        double[] z = new double[steps];
        double[] place = new double[steps];
        for (int step = 0; step < steps; step++) {
            y[step] = step;
            z[step] = 100 + step;
            place[step] = step % 2;
        }
        return TimeSeries.of("", Timeline.ofSteps(), List.of("y", "z", "past", "ahead"),
                new double[][]{y, z, place, place})
                .withCategories("past", List.of("b", "a"))
                .withCategories("ahead", List.of("b", "a"));
    }

    private static TimeSeries changedFrom(int step) {
        TimeSeries series = counting(20);
        double[] y = series.column("y");
        double[] past = series.column("past");
        for (int index = step; index < y.length; index++) {
            y[index] = -1000;
            past[index] = 1 - past[index];
        }
        return series.withColumn("y", y).withColumn("past", past);
    }
}
