package org.lstm4j.nn.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.init.VarianceScaling.Distribution;
import org.lstm4j.nn.init.VarianceScaling.Mode;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// Range and spread of what initialisers draw, over 60,000 numbers: a standard deviation is off by 0.3 % of itself.
class InitializerTest {

    private static final int OUTPUTS = 300;
    private static final int INPUTS = 200;
    private static final Shape MATRIX = matrix(OUTPUTS, INPUTS);

    @ParameterizedTest
    @CsvSource({
        "glorot_uniform, 0.06324555, 1.7320508",
        "glorot_normal,  0.06324555, 2.2736949",
        "he_uniform,     0.1,        1.7320508",
        "he_normal,      0.1,        2.2736949",
        "lecun_uniform,  0.07071068, 1.7320508",
        "lecun_normal,   0.07071068, 2.2736949",
        "random_uniform, 0.02886751, 1.7320508",
        "truncated_normal, 0.04398128, 2.2736949"})
    void spreadsAndEndsWhereItShould(String name, double deviation, double farthest) {
        float[] values = filled(Initializers.named(name), MATRIX);
        assertThat(deviation(values)).isCloseTo(deviation, within(0.015 * deviation));
        assertThat(mean(values)).isCloseTo(0, within(0.02 * deviation));
        assertThat(largest(values)).isBetween(0.99 * farthest * deviation, 1.0001 * farthest * deviation);
    }

    @Test
    void normalNumbersHaveNoEnd() {
        float[] values = filled(new RandomNormal(3, 0.5), MATRIX);
        assertThat(mean(values)).isCloseTo(3, within(0.01));
        assertThat(deviation(values)).isCloseTo(0.5, within(0.01));
        assertThat(largest(values)).isGreaterThan(3 + 3.5 * 0.5f);
        float[] scaled = filled(new VarianceScaling(3, Mode.FAN_OUT, Distribution.UNTRUNCATED_NORMAL), MATRIX);
        assertThat(deviation(scaled)).isCloseTo(0.1, within(0.002));
    }

    @Test
    void fansOfVectorsAndOfMoreAxes() {
        assertThat(Fans.of(Shape.of(new Axis("outputs", 7)))).isEqualTo(new Fans(7, 7));
        assertThat(Fans.of(MATRIX)).isEqualTo(new Fans(INPUTS, OUTPUTS));
        assertThat(Fans.of(Shape.of(new Axis("outputs", 7), new Axis("width", 3), new Axis("inputs", 5))))
                .isEqualTo(new Fans(15, 21));
    }

    @ParameterizedTest
    @CsvSource({"40,9,1", "9,40,1", "17,17,1", "12,5,2.5", "5,12,-0.5"})
    void orthogonalColumnsOrRowsHaveTheLengthOfTheGain(int rows, int columns, double gain) {
        float[] values = filled(new Orthogonal(gain), matrix(rows, columns));
        boolean tall = rows >= columns;
        for (int a = 0; a < Math.min(rows, columns); a++) {
            for (int b = 0; b <= a; b++) {
                double dot = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    dot += (double) (tall ? values[k * columns + a] : values[a * columns + k])
                            * (tall ? values[k * columns + b] : values[b * columns + k]);
                }
                assertThat(dot).isCloseTo(a == b ? gain * gain : 0, within(1e-6 * gain * gain));
            }
        }
    }

    @Test
    void identityStandsOnTheDiagonal() {
        assertThat(filled(new Identity(2), matrix(2, 3))).containsExactly(2, 0, 0, 0, 2, 0);
        assertThat(filled(new Identity(), matrix(3, 2))).containsExactly(1, 0, 0, 1, 0, 0);
    }

    @Test
    void constantsAreConstant() {
        assertThat(filled(Constant.zeros(), MATRIX)).containsOnly(0f);
        assertThat(filled(Constant.ones(), MATRIX)).containsOnly(1f);
        assertThat(filled(new Constant(-2.5f), MATRIX)).containsOnly(-2.5f);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameStreamGivesTheSameNumbers(String name) {
        assertThat(filled(Initializers.named(name), MATRIX)).isEqualTo(filled(Initializers.named(name), MATRIX));
    }

    static List<String> names() {
        return Initializers.names();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> Initializers.named("glorot_unifrom"))
                .withMessageContaining("did you mean 'glorot_uniform'?").withMessageContaining("he_normal");
        assertThatIllegalArgumentException().isThrownBy(() -> new RandomUniform(1, 0)).withMessageContaining("minimum");
        assertThatIllegalArgumentException().isThrownBy(() -> new RandomNormal(0, -1)).withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> new TruncatedNormal(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Constant(Float.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Orthogonal(0)).withMessageContaining("gain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VarianceScaling(0, Mode.FAN_IN, Distribution.UNIFORM))
                .withMessageContaining("scale");
        Shape vector = Shape.vector(3);
        assertThatIllegalArgumentException().isThrownBy(() -> filled(new Orthogonal(), vector))
                .withMessageContaining("[features 3]");
        assertThatIllegalArgumentException().isThrownBy(() -> filled(new Identity(), vector))
                .withMessageContaining("[features 3]");
    }

    private static float[] filled(Initializer initializer, Shape shape) {
        float[] values = new float[shape.elements()];
        initializer.fill(values, shape, new RandomStreams(5).stream("test"));
        return values;
    }

    private static Shape matrix(int outputs, int inputs) {
        return Shape.of(new Axis("outputs", outputs), new Axis("inputs", inputs));
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
