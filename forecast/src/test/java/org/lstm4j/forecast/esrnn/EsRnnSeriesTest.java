package org.lstm4j.forecast.esrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EsRnnSeriesTest {

    @Test
    void beginsWithItsFirstValue() {
        EsRnnSeries series = new EsRnnSeries("a", new double[]{Double.NaN, Double.NaN, 3, Double.NaN, 4});
        assertThat(series.values()).containsExactly(3, Double.NaN, 4);
        assertThat(series.withoutLast(2).values()).containsExactly(3);
        assertThat(series).isEqualTo(new EsRnnSeries("a", new double[]{3, Double.NaN, 4}));
    }

    @Test
    void refusesNoValuesAndInfiniteOnes() {
        assertThatThrownBy(() -> new EsRnnSeries("a", new double[]{Double.NaN, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series 'a' has 2 steps and no value in any of them; leave it out");
        assertThatThrownBy(() -> new EsRnnSeries("a", new double[]{1, Double.NEGATIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series 'a' is -Infinity at step 1, but needs finite values; NaN says that a value is"
                        + " missing");
        EsRnnSeries series = new EsRnnSeries("a", new double[]{1, 2});
        assertThatThrownBy(() -> series.withoutLast(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series 'a' has 2 steps, so its last 2 cannot be left out; leave out 0 to 1");
    }

    @Test
    void theFormSuitsAllSeries() {
        EsRnnSeries positive = new EsRnnSeries("a", new double[]{1, Double.NaN, 2});
        EsRnnSeries zeros = new EsRnnSeries("b", new double[]{-1, 0, 5});
        assertThat(SmoothedForm.suiting(List.of(positive))).isEqualTo(SmoothedForm.LOGARITHM);
        assertThat(SmoothedForm.suiting(List.of(positive, zeros))).isEqualTo(SmoothedForm.SCALED);
        assertThat(SmoothedForm.SCALED.scale(zeros)).isEqualTo(2);
        assertThat(SmoothedForm.SCALED.scale(new EsRnnSeries("c", new double[]{0, 0}))).isEqualTo(1);
        for (SmoothedForm form : SmoothedForm.values()) {
            assertThat(form.toValue(form.toSmoothed(7, 2), 2)).isCloseTo(7, within(1e-12));
            assertThat(SmoothedForm.of(form.label())).isEqualTo(form);
        }
        assertThatThrownBy(() -> SmoothedForm.of("square"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no form 'square'; known are [logarithm, scaled]");
    }
}
