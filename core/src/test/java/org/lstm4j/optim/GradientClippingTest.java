package org.lstm4j.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.Shape;

class GradientClippingTest {

    private final Parameter small = parameter("small", 3f, -4f);
    private final Parameter large = parameter("large", 0f, 12f, 0f);
    private final List<Parameter> both = List.of(small, large);

    /// 3, 4 and 12 have the norm 13.
    @Test
    void byNormScalesAllTogether() {
        assertThat(GradientClipping.byNorm(both, 6.5)).isEqualTo(13);
        assertThat(small.gradient()).containsExactly(new float[]{1.5f, -2f}, within(1e-6f));
        assertThat(large.gradient()).containsExactly(new float[]{0f, 6f, 0f}, within(1e-6f));
    }

    @Test
    void byNormLeavesWhatIsWithin() {
        assertThat(GradientClipping.byNorm(both, 13.1)).isEqualTo(13);
        assertThat(GradientClipping.byNorm(both, Double.POSITIVE_INFINITY)).isEqualTo(13);
        assertThat(small.gradient()).containsExactly(3f, -4f);
    }

    @Test
    void byNormOfEachScalesOneWithoutTheOther() {
        GradientClipping.byNormOfEach(both, 6);
        assertThat(small.gradient()).containsExactly(3f, -4f);
        assertThat(large.gradient()).containsExactly(new float[]{0f, 6f, 0f}, within(1e-6f));
    }

    @Test
    void byValueBoundsEveryElement() {
        GradientClipping.byValue(both, 3.5);
        assertThat(small.gradient()).containsExactly(3f, -3.5f);
        assertThat(large.gradient()).containsExactly(0f, 3.5f, 0f);
    }

    @Test
    void aGradientThatIsNoNumberStaysSo() {
        small.gradient()[0] = Float.NaN;
        GradientClipping.byValue(both, 3.5);
        GradientClipping.byNormOfEach(both, 3.5);
        assertThat(GradientClipping.byNorm(both, 3.5)).isNaN();
        assertThat(small.gradient()[0]).isNaN();
    }

    @Test
    void refusesBoundsThatAreNone() {
        for (double wrong : new double[]{0, -1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> GradientClipping.byNorm(both, wrong))
                    .withMessage("the largest norm of a gradient must be above 0, but was " + wrong);
            assertThatIllegalArgumentException().isThrownBy(() -> GradientClipping.byNormOfEach(both, wrong))
                    .withMessage("the largest norm of a gradient must be above 0, but was " + wrong);
            assertThatIllegalArgumentException().isThrownBy(() -> GradientClipping.byValue(both, wrong))
                    .withMessage("the largest value of a gradient must be above 0, but was " + wrong);
        }
    }

    private static Parameter parameter(String name, float... gradient) {
        Parameter parameter = new Parameter(name, Shape.vector(gradient.length));
        System.arraycopy(gradient, 0, parameter.gradient(), 0, gradient.length);
        return parameter;
    }
}
