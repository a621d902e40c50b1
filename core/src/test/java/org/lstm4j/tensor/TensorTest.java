package org.lstm4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorTest {

    private final Tensor tensor = Tensor
            .sequences(new float[][][]{{{1, 2}, {3, 4}, {5, 6}}, {{7, 8}, {9, 10}, {11, 12}}});

    @Test
    void saysItsAxesAndHowItBegins() {
        assertThat(tensor).hasToString("[batch 2, steps 3, features 2] 1.0 2.0 3.0 4.0 5.0 6.0 7.0 8.0 …");
        assertThat(tensor.rows(1, 2)).hasToString("[batch 1, steps 3, features 2] 7.0 8.0 9.0 10.0 11.0 12.0");
    }

    @Test
    void rowsAreCopiesAndReshapedTensorsAreNot() {
        tensor.rows(0, 1).set(-1, 0, 0, 0);
        assertThat(tensor.get(0, 0, 0)).isEqualTo(1);
        tensor.reshape(Shape.of(Axis.batch(6), Axis.features(2))).set(-1, 5, 1);
        assertThat(tensor.get(1, 2, 1)).isEqualTo(-1);
        assertThat(tensor.rows(2, 2).batch()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "1, 0", "0, 3", "3, 3"})
    void refusesRowsThatAreNotThere(int from, int to) {
        assertThatThrownBy(() -> tensor.rows(from, to)).isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("rows " + from + " to " + to
                        + " (exclusive) were asked for, but the tensor is [batch 2, steps 3, features 2]");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> tensor.reshape(Shape.vector(11))).hasMessageContaining("needs 11 values");
        assertThatThrownBy(() -> tensor.get(0, 3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Tensor.sequences(new float[][][]{{{1}}, {{1}, {2}}}))
                .hasMessageContaining("expected 1, received 2");
        assertThatThrownBy(() -> Shape.sequence(1 << 16, 1 << 16)).hasMessageContaining("more elements than");
    }
}
