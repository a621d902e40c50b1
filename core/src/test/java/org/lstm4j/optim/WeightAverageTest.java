package org.lstm4j.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.Shape;

class WeightAverageTest {

    private final Parameter parameter = new Parameter("w", Shape.vector(2));
    private final List<Parameter> parameters = List.of(parameter);

    /// 8, then (8 + 4) / 2 = 6, then (6 + 0) / 2 = 3: what the weights were before the first update is forgotten.
    @Test
    void exponentialAverageFadesOldWeights() {
        set(100);
        WeightAverage average = new WeightAverage(parameters, AverageShare.exponential(0.5));
        update(average, 8, 4, 0);

        average.swap();
        assertThat(parameter.value()).containsExactly(3f, 3f);
    }

    @Test
    void equalAverageIsTheMean() {
        WeightAverage average = new WeightAverage(parameters, AverageShare.equal());
        update(average, 1, 2, 3, 10);

        average.swap();
        assertThat(parameter.value()).containsExactly(new float[]{4f, 4f}, within(1e-6f));
    }

    /// The decays are 2/11, 3/12, and 0.3 from then on.
    @Test
    void warmUpForgetsSoonerAtFirst() {
        WeightAverage average = new WeightAverage(parameters, AverageShare.exponentialWithWarmUp(0.3));
        update(average, 11, 0);
        average.swap();
        assertThat(parameter.value()[0]).isCloseTo(2f, within(1e-6f));
        average.swap();
        update(average, 0, 0);
        average.swap();
        assertThat(parameter.value()[0]).isCloseTo(2f * 0.25f * 0.3f, within(1e-6f));
    }

    @Test
    void swappingTwiceBringsTheWeightsBack() {
        WeightAverage average = new WeightAverage(parameters, AverageShare.exponential(0.5));
        update(average, 8, 4);

        average.swap();
        assertThat(average.swapped()).isTrue();
        assertThat(parameter.value()).containsExactly(6f, 6f);
        average.swap();
        assertThat(average.swapped()).isFalse();
        assertThat(parameter.value()).containsExactly(4f, 4f);
    }

    @Test
    void withoutUpdatesTheAverageIsWhatTheWeightsWere() {
        set(7);
        WeightAverage average = new WeightAverage(parameters, AverageShare.equal());
        set(9);
        average.swap();
        assertThat(parameter.value()).containsExactly(7f, 7f);
    }

    @Test
    void aRestoredAverageGoesOn() {
        WeightAverage average = new WeightAverage(parameters, AverageShare.equal());
        update(average, 1, 2);
        SavedState saved = average.state();
        WeightAverage fresh = new WeightAverage(parameters, AverageShare.equal());

        fresh.restore(saved);
        update(fresh, 6);

        assertThat(saved.number("updates")).isEqualTo(2);
        assertThat(saved.array("average", "w").data()).containsExactly(1.5f, 1.5f);
        fresh.swap();
        assertThat(parameter.value()).containsExactly(3f, 3f);
    }

    @Test
    void refusesToGoOnWhileTheAveragesAreInPlace() {
        WeightAverage average = new WeightAverage(parameters, AverageShare.equal());
        SavedState state = average.state();
        average.swap();
        assertThatIllegalStateException().isThrownBy(average::update)
                .withMessage("the averages are in place of the weights: call swap() before update");
        assertThatIllegalStateException().isThrownBy(average::state).withMessageContaining("before save");
        assertThatIllegalStateException().isThrownBy(() -> average.restore(state))
                .withMessageContaining("before restore");
    }

    @Test
    void refusesWhatIsNoDecay() {
        assertThatIllegalArgumentException().isThrownBy(() -> AverageShare.exponential(1))
                .withMessage("decay must be in [0, 1), but was 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> AverageShare.exponentialWithWarmUp(-1))
                .withMessageContaining("-1.0");
    }

    private void update(WeightAverage average, float... values) {
        for (float value : values) {
            set(value);
            average.update();
        }
    }

    private void set(float value) {
        Arrays.fill(parameter.value(), value);
    }
}
