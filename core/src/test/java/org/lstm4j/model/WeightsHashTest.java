package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

class WeightsHashTest {

    /// The bytes of the table in [WeightsHash], written out by hand.
    @Test
    void hashesNameShapeAndValuesInTheDocumentedLayout() {
        Parameter weights = parameter("0.w", new int[]{1, 2}, 1f, -2f);
        Parameter bias = parameter("0.b", new int[]{1}, 0.5f);
        byte[] bytes = HexFormat.of().parseHex("03000000" + "302e62" + "01000000" + "01000000" + "0000003f"
                + "03000000" + "302e77" + "02000000" + "01000000" + "02000000" + "0000803f" + "000000c0");
        assertThat(WeightsHash.sha256(List.of(weights, bias)))
                .isEqualTo(HexFormat.of().formatHex(Sha256.start().digest(bytes)));
    }

    @Test
    void isTheHashOfNothingForNoWeights() {
        assertThat(WeightsHash.sha256(List.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void doesNotDependOnTheOrderOfTheList() {
        Parameter a = parameter("a", new int[]{1}, 1f);
        Parameter b = parameter("b", new int[]{1}, 2f);
        assertThat(WeightsHash.sha256(List.of(a, b))).isEqualTo(WeightsHash.sha256(List.of(b, a)));
    }

    @Test
    void tellsNamesShapesAndValuesApart() {
        String hash = WeightsHash.sha256(List.of(parameter("a", new int[]{2, 1}, 0f, 1f)));
        assertThat(WeightsHash.sha256(List.of(parameter("b", new int[]{2, 1}, 0f, 1f)))).isNotEqualTo(hash);
        assertThat(WeightsHash.sha256(List.of(parameter("a", new int[]{1, 2}, 0f, 1f)))).isNotEqualTo(hash);
        assertThat(WeightsHash.sha256(List.of(parameter("a", new int[]{2, 1}, -0f, 1f)))).isNotEqualTo(hash);
    }

    @Test
    void takesEveryNaNForTheSame() {
        Parameter one = parameter("a", new int[]{1}, Float.NaN);
        Parameter other = parameter("a", new int[]{1}, Float.intBitsToFloat(0xffc12345));
        assertThat(WeightsHash.sha256(List.of(one))).isEqualTo(WeightsHash.sha256(List.of(other)));
    }

    @Test
    void hashesWeightsLargerThanItsBuffer() {
        float[] values = new float[40_000];
        String zeros = WeightsHash.sha256(List.of(parameter("a", new int[]{40_000}, values)));
        values[39_999] = 1;
        assertThat(WeightsHash.sha256(List.of(parameter("a", new int[]{40_000}, values)))).isNotEqualTo(zeros);
    }

    private static Parameter parameter(String name, int[] sizes, float... values) {
        Axis[] axes = new Axis[sizes.length];
        Arrays.setAll(axes, axis -> new Axis("axis", sizes[axis]));
        Parameter parameter = new Parameter(name, Shape.of(axes));
        System.arraycopy(values, 0, parameter.value(), 0, values.length);
        return parameter;
    }
}
