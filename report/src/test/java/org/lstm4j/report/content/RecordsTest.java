package org.lstm4j.report.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

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
