package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Which steps a masking layer takes for padding.
class MaskingTest {

    private static final Tensor INPUT = Tensor.of(Shape.sequence(4, 2).withBatch(1), 7, 7, 7, 5, 5, 7, 0, 0);

    @Test
    void aStepCountsIfAnyFeatureDiffersFromTheValue() {
        assertThat(counting(new MaskingSpec(7f), null)).containsExactly(false, true, true, true);
        assertThat(counting(new MaskingSpec(), null)).containsExactly(true, true, true, false);
    }

    @Test
    void whatDidNotCountBeforeDoesNotCountAfterwards() {
        assertThat(counting(new MaskingSpec(7f), StepMask.ofLengths(4, 2))).containsExactly(false, true, false, false);
    }

    @Test
    void refusesAValueThatNothingIsEqualTo() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MaskingSpec(Float.NaN))
                .withMessageContaining("must not be NaN");
    }

    private static List<Boolean> counting(MaskingSpec spec, @Nullable StepMask before) {
        LayerPass pass = spec.build("0", Shape.sequence(4, 2), new RandomStreams(1))
                .newPass(INPUT.shape(), PassMode.INFERENCE, Compute.shared());
        assertThat(pass.forward(INPUT).data()).isEqualTo(INPUT.data());
        StepMask mask = Objects.requireNonNull(pass.outputMask(before));
        List<Boolean> counting = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            counting.add(mask.counts(0, step));
        }
        return counting;
    }
}
