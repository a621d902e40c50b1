package org.lstm4j.report.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.metrics.IntervalMetrics;

/// The records refuse what would only show as a wrong picture.
class RecordsTest {

    private static final Axis THREE_STEPS = new StepAxis(3, 0, "step");

    @Test
    void seriesNeedAValueAtEveryPosition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeriesData("a", THREE_STEPS, Values.of(1, 2), List.of()))
                .withMessage("values of series 'a': expected 3, but there are 2");
        assertThatIllegalArgumentException().isThrownBy(
                () -> new SeriesData("a", THREE_STEPS, Values.of(1, 2, 3), List.of(new DataPart("test", 2, 4))));
    }

    @Test
    void forecastsNeedAValueAtEveryPositionAndOriginsWithin() {
        Values three = Values.of(1, 2, 3);

        assertThatIllegalArgumentException().isThrownBy(
                () -> new SeriesForecast("a", THREE_STEPS, three, List.of(Values.of(1)), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeriesForecast("a", THREE_STEPS, three, List.of(three), List.of(3)))
                .withMessage("origin 3 lies outside series 'a' of 3 steps");
    }

    @Test
    void evaluationsNeedAValueForEveryMethod() {
        Score one = new Score("MAE", "", false, Values.of(1), "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(List.of("LSTM", "naive"), List.of(one), List.of(), List.of(),
                        List.of()))
                .withMessage("values of MAE: expected 2, but there are 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void bandsNeedAValueAtEveryPositionAndGrow() {
        Values three = Values.of(1, 2, 3);
        Band narrow = new Band(0.8, three, three);
        Band wide = new Band(0.95, three, three);
        Band shorter = new Band(0.8, Values.of(1), Values.of(1));

        assertThat(new SeriesForecast("a", THREE_STEPS, three, List.of(three), List.of()).bands()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeriesForecast("a", THREE_STEPS, three, List.of(three), List.of(shorter),
                        List.of()))
                .withMessage("80\u202f% interval of series 'a': expected 3, but there are 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeriesForecast("a", THREE_STEPS, three, List.of(three), List.of(wide, narrow),
                        List.of()))
                .withMessage("the 80\u202f% interval of series 'a' stands after the 95\u202f% interval; sort bands by"
                        + " probability");
    }

    @Test
    void intervalsAreOfMethodsThatAreEvaluated() {
        IntervalMetrics any = new IntervalMetrics(0.8, 0.95, 1, 1, 1, 1, 1, 1, 1);
        IntervalComparison drift = new IntervalComparison(List.of("LSTM", "drift"), List.of(any, any), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(List.of("LSTM", "naive"), List.of(), List.of(), List.of(),
                        Optional.of(drift), List.of()))
                .withMessage("intervals of [LSTM, drift] beside an evaluation of [LSTM, naive]; use the same names");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalComparison(List.of("LSTM", "drift"), List.of(any), List.of()))
                .withMessage("interval measures: expected 2, but there are 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalComparison(List.of(), List.of(), List.of()))
                .withMessage("a comparison of intervals needs at least one method, the model");
    }

    @Test
    void learningCurvesNeedBothLossesAndTheBestEpochWithin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningCurve("mse", Values.of(1, 2), Values.of(1), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningCurve("mse", Values.of(1, 2), Values.empty(), 3));
    }

    @Test
    void valuesAreCopiedInAndOut() {
        double[] source = {1, 2};
        Values values = Values.of(source);
        source[0] = 9;
        values.toArray()[1] = 9;

        assertThat(values).isEqualTo(Values.of(1, 2)).hasSameHashCodeAs(Values.of(1, 2));
    }
}
