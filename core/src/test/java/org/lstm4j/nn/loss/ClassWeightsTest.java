package org.lstm4j.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class ClassWeightsTest {

    @Test
    void takesNumbersOfClasses() {
        Tensor weights = ClassWeights.of(1.0, 5.0).sampleWeights(Tensor.vectors(new float[][]{{0}, {1}, {0}}));
        assertThat(weights.data()).containsExactly(1, 5, 1);
        assertThat(weights.shape().sameSizes(Shape.of(Axis.batch(3)))).isTrue();
    }

    @Test
    void takesOneValueForEachClassAndEachStep() {
        Tensor targets = Tensor.sequences(new float[][][]{{{1, 0, 0}, {0, 0, 1}}, {{0, 1, 0}, {0.25f, 0.5f, 0.25f}}});
        Tensor weights = ClassWeights.of(1.0, 2.0, 3.0).sampleWeights(targets);
        assertThat(weights.data()).containsExactly(1, 3, 2, 2);
        assertThat(weights.shape().sameSizes(Shape.of(Axis.batch(2), Axis.steps(2)))).isTrue();
    }

    /// Three of class 0 and one of class 1: 4 / (2·3) and 4 / (2·1); a class without rows has 1.
    @Test
    void balancesClasses() {
        Tensor targets = Tensor.vectors(new float[][]{{0}, {1}, {0}, {0}});
        assertThat(ClassWeights.balanced(targets, 2).weights()).containsExactly(4 / 6.0, 2.0);
        assertThat(ClassWeights.balanced(targets, 3).weights()).containsExactly(4 / 9.0, 4 / 3.0, 1.0);
    }

    @Test
    void refusesTargetsThatAreNoClasses() {
        ClassWeights weights = ClassWeights.of(1.0, 5.0);
        assertThatThrownBy(() -> weights.sampleWeights(Tensor.vectors(new float[][]{{2}})))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> weights.sampleWeights(Tensor.vectors(new float[][]{{1, 0, 0}})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights for 2 classes, but targets are");
        assertThatThrownBy(() -> ClassWeights.of(1.0, -1.0)).hasMessageContaining("not below 0");
    }
}
