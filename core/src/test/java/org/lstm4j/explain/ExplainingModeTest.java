package org.lstm4j.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Tensor;

/// [PassMode#EXPLAINING] in layers of every kind: the forward of inference, and the gradient of just that.
class ExplainingModeTest {

    private static final float STEP = 1f / 256;

    static Stream<Map.Entry<String, Sequential>> networks() {
        return SampleNetworks.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void saysWhatInferenceSays(Map.Entry<String, Sequential> named) {
        Tensor samples = SampleNetworks.samples(SampleNetworks.SAMPLE, 4);
        float[] expected = forward(named.getValue(), PassMode.INFERENCE, samples);
        assertThat(forward(named.getValue(), PassMode.EXPLAINING, samples)).isEqualTo(expected);
    }

    /// In float32 a central difference tells three digits, with luck four.
    @ParameterizedTest
    @MethodSource("networks")
    void itsGradientIsThatOfInference(Map.Entry<String, Sequential> named) {
        Sequential network = named.getValue().withOwnGradients();
        Tensor sample = SampleNetworks.samples(SampleNetworks.SAMPLE, 1);
        SequentialPass pass = network.newPass(sample.shape(), PassMode.EXPLAINING, Compute.shared());
        pass.forward(sample);
        Tensor outputGradient = Tensor.zeros(pass.outputShape());
        outputGradient.data()[1] = 1f;
        pass.backward(outputGradient, 0f); // without penalties
        float[] gradient = pass.inputGradient().data().clone();
        for (int index = 0; index < gradient.length; index++) {
            assertThat((double) gradient[index]).as("number %d", index)
                    .isCloseTo(difference(named.getValue(), sample, index), within(2e-3));
        }
    }

    private static double difference(Sequential network, Tensor sample, int index) {
        float value = sample.data()[index];
        sample.data()[index] = value + STEP;
        float above = forward(network, PassMode.INFERENCE, sample)[1];
        sample.data()[index] = value - STEP;
        float below = forward(network, PassMode.INFERENCE, sample)[1];
        sample.data()[index] = value;
        return ((double) above - below) / (2 * STEP);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void drawsNothing(Map.Entry<String, Sequential> named) {
        Sequential network = named.getValue();
        List<Long> before = positions(network);
        Tensor samples = SampleNetworks.samples(SampleNetworks.SAMPLE, 2);
        SequentialPass pass = network.newPass(samples.shape(), PassMode.EXPLAINING, Compute.shared());
        pass.backward(pass.forward(samples).copy());
        assertThat(positions(network)).isEqualTo(before);
    }

    private static List<Long> positions(Sequential network) {
        return network.layers().stream().map(Layer::streams).flatMap(List::stream).map(RandomStream::position).toList();
    }

    @Test
    void ownGradientsLeaveThoseOfTheNetworkAlone() {
        Sequential network = Sequential.input(SampleNetworks.SAMPLE).add(new LstmSpec(4)).add(new DenseSpec(2))
                .build(1);
        for (Parameter parameter : network.parameters()) {
            Arrays.fill(parameter.gradient(), 0.25f);
        }
        Sequential own = network.withOwnGradients();
        Tensor samples = SampleNetworks.samples(SampleNetworks.SAMPLE, 2);
        SequentialPass pass = own.newPass(samples.shape(), PassMode.EXPLAINING, Compute.shared());
        pass.backward(pass.forward(samples).copy());
        for (int index = 0; index < network.parameters().size(); index++) {
            Parameter parameter = network.parameters().get(index);
            assertThat(parameter.gradient()).containsOnly(0.25f);
            assertThat(own.parameters().get(index).value()).isSameAs(parameter.value());
            assertThat(own.parameters().get(index).gradient()).isNotEqualTo(parameter.gradient());
        }
    }

    private static float[] forward(Sequential network, PassMode mode, Tensor samples) {
        return network.newPass(samples.shape(), mode, Compute.shared()).forward(samples).data();
    }
}
