package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.init.Constant;
import org.lstm4j.nn.init.Identity;
import org.lstm4j.nn.init.VarianceScaling;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class DenseTest {

    private static final Shape VECTOR = Shape.vector(3);

    @Test
    void initialisersReplaceThePreset() {
        Dense dense = build(
                new DenseSpec(3).withWeightInitializer(new Identity()).withBiasInitializer(new Constant(2)));
        Tensor output = dense.newPass(VECTOR.withBatch(1), PassMode.INFERENCE, Compute.shared())
                .forward(Tensor.of(VECTOR.withBatch(1), 5, 6, 7));
        assertThat(output.data()).containsExactly(7, 8, 9);
    }

    @Test
    void kerasPresetIsGlorotsInitialiser() {
        Dense preset = build(new DenseSpec(20));
        Dense named = build(new DenseSpec(20, Activation.LINEAR, Initialization.PYTORCH)
                .withWeightInitializer(VarianceScaling.glorotUniform()));
        assertThat(named.weights().value()).isEqualTo(preset.weights().value());
        assertThat(named.bias().value()).isNotEqualTo(preset.bias().value());
    }

    @Test
    void withoutBiasThereIsOneParameter() {
        Dense dense = build(new DenseSpec(2).withoutBias());
        assertThat(dense.parameters()).extracting(Parameter::name).containsExactly("0.weight");
        assertThat(dense.bias().value()).containsOnly(0f);
        Tensor zeros = Tensor.zeros(VECTOR.withBatch(1));
        assertThat(dense.newPass(zeros.shape(), PassMode.INFERENCE, Compute.shared()).forward(zeros).data())
                .containsOnly(0f);
    }

    @Test
    void refusesAnInitialiserForABiasThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenseSpec(2).withoutBias().withBiasInitializer(Constant.ones()))
                .withMessageContaining("without bias");
        assertThat(new DenseSpec(2).withBiasInitializer(Constant.ones()).withoutBias().biasInitializer()).isNull();
    }

    private static Dense build(DenseSpec spec) {
        return spec.build("0", VECTOR, new RandomStreams(3));
    }
}
