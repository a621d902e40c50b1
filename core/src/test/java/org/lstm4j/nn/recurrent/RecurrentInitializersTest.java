package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.init.Constant;
import org.lstm4j.nn.init.RandomUniform;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

class RecurrentInitializersTest {

    private static final int UNITS = 3;
    private static final Shape SAMPLE = Shape.sequence(4, 2);

    private static LstmWeights draw(RecurrentInitializers initializers) {
        return new LstmSpec(UNITS).withInitialization(initializers).build("0", SAMPLE, new RandomStreams(1)).weights();
    }

    @Test
    void anInitializerOfItsOwnGoesBeforeThePreset() {
        RecurrentInitializers keras = RecurrentInitializers.of(Initialization.KERAS);
        LstmWeights weights = draw(keras.withInput(new Constant(0.5f)).withRecurrent(new RandomUniform(2, 3))
                .withBias(new Constant(0.25f)));
        assertThat(weights.inputWeights().value()).containsOnly(0.5f);
        for (float value : weights.recurrentWeights().value()) {
            assertThat(value).isBetween(2f, 3f);
        }
        assertThat(weights.bias().value()).as("no 1 for the forget gate").containsOnly(0.25f);
    }

    @Test
    void theForgetGateBeginsWhereItIsTold() {
        RecurrentInitializers pytorch = RecurrentInitializers.of(Initialization.PYTORCH);
        float[] drawn = draw(pytorch).bias().value();
        float[] told = draw(pytorch.withForgetBias(1.5f)).bias().value();
        assertThat(Arrays.copyOfRange(told, UNITS, 2 * UNITS)).containsOnly(1.5f);
        assertThat(Arrays.copyOf(told, UNITS)).isEqualTo(Arrays.copyOf(drawn, UNITS));
        assertThat(Arrays.copyOfRange(told, 2 * UNITS, 4 * UNITS))
                .isEqualTo(Arrays.copyOfRange(drawn, 2 * UNITS, 4 * UNITS));
    }

    @Test
    void everyKindOfLayerTakesThem() {
        RecurrentInitializers fives = RecurrentInitializers.of(Initialization.KERAS).withInput(new Constant(5f));
        RandomStreams streams = new RandomStreams(1);
        assertThat(new GruSpec(UNITS).withInitialization(fives).build("0", SAMPLE, streams).parameters().getFirst()
                .value()).hasSize(18).containsOnly(5f);
        assertThat(new SimpleRnnSpec(UNITS).withInitialization(fives).build("0", SAMPLE, streams).parameters()
                .getFirst().value()).hasSize(6).containsOnly(5f);
    }

    @Test
    void refusesAForgetBiasThatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecurrentInitializers.of(Initialization.KERAS).withForgetBias(Float.NaN))
                .withMessageContaining("forget bias must be a finite number");
    }
}
