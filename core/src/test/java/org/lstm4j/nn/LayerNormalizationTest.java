package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class LayerNormalizationTest {

    private static final Shape SEQUENCE = Shape.sequence(2, 4);

    private final LayerNormalization layer = new LayerNormalizationSpec(Initialization.PYTORCH).build("3", SEQUENCE,
            new RandomStreams(1));

    /// Mean 2.5 and variance 1.25, then mean 0 and variance 0.
    @Test
    void bringsRowsToMeanZeroAndVarianceOne() {
        float[] output = run(Tensor.of(SEQUENCE.withBatch(1), 1, 2, 3, 4, 0, 0, 0, 0));
        double unit = 1 / Math.sqrt(1.25 + 1e-5);
        for (int k = 0; k < 4; k++) {
            assertThat((double) output[k]).isCloseTo((k - 1.5) * unit, within(1e-7));
            assertThat(output[4 + k]).isEqualTo(0f);
        }
    }

    @Test
    void scalesAndShiftsByWhatIsLearnt() {
        layer.gamma().value()[1] = 10f;
        layer.beta().value()[1] = 3f;
        float[] output = run(Tensor.of(SEQUENCE.withBatch(1), 1, 2, 3, 4, 5, 5, 5, 5));
        assertThat((double) output[1]).isCloseTo(3 - 5 / Math.sqrt(1.25), within(1e-4));
        assertThat(output[5]).isEqualTo(3f);
    }

    /// Far from 0 the squares would cancel, if the mean were not subtracted first.
    @Test
    void keepsItsAccuracyFarFromZero() {
        float[] near = run(Tensor.of(SEQUENCE.withBatch(1), 1, 2, 3, 4, 4, 3, 2, 1));
        float[] far = run(Tensor.of(SEQUENCE.withBatch(1), 100_001, 100_002, 100_003, 100_004, 4, 3, 2, 1));
        assertThat(far).isEqualTo(near);
    }

    @Test
    void neighboursChangeNoByte() {
        Tensor two = Tensor.of(SEQUENCE.withBatch(2), 1, -2, 3, 4, 0, 7, 0, 1, 9, 9, 1, 2, 5, 6, 7, 1);
        float[] together = run(two);
        for (int sample = 0; sample < 2; sample++) {
            assertThat(run(two.rows(sample, sample + 1)))
                    .isEqualTo(Arrays.copyOfRange(together, 8 * sample, 8 * sample + 8));
        }
    }

    @Test
    void takesEpsilonFromThePreset() {
        assertThat(new LayerNormalizationSpec().epsilon()).isEqualTo(1e-3f);
        assertThat(new LayerNormalizationSpec(Initialization.PYTORCH).epsilon()).isEqualTo(1e-5f);
        assertThatIllegalArgumentException().isThrownBy(() -> new LayerNormalizationSpec(0f))
                .withMessageContaining("epsilon must be above 0");
    }

    @Test
    void namesTheFeaturesItWasBuiltFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> layer.outputShape(Shape.sequence(9, 5)))
                .withMessageContaining("\"3 layer_normalization\" was built for 4 features")
                .withMessageContaining("[steps 9, features 5]");
        assertThat(layer.outputShape(Shape.sequence(9, 4))).isEqualTo(Shape.sequence(9, 4));
        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("3.weight", "3.bias");
    }

    private float[] run(Tensor input) {
        return layer.newPass(input.shape(), PassMode.INFERENCE, Compute.shared()).forward(input).copy().data();
    }
}
