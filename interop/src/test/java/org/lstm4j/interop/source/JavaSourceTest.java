package org.lstm4j.interop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.inference.Predictor;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class JavaSourceTest {

    private static final int STEPS = 9;
    private static final int FEATURES = 3;

    @TempDir
    Path folder;

    static Stream<List<LayerSpec>> networks() {
        LstmSpec every = new LstmSpec(7).withReturnSequences(true);
        return Stream.of(
                List.of(new LstmSpec(50), new DenseSpec(1)),
                List.of(every, new DropoutSpec(0.3f), new LayerNormalizationSpec(), new LstmSpec(6).withProjection(4),
                        new DenseSpec(3).withoutBias(), new SoftmaxSpec()),
                List.of(every.withPeephole(true).withGoBackwards(true), new LstmSpec(5).withBias(false),
                        new DenseSpec(2), new SoftmaxSpec(true)),
                List.of(every.withActivation(Activation.SOFTSIGN).withRecurrentActivation(Activation.HARD_SIGMOID),
                        new LastStepSpec()),
                List.of(new BidirectionalSpec(new GruSpec(5).withReturnSequences(true)), new DenseSpec(2)),
                List.of(new BidirectionalSpec(new LstmSpec(5).withReturnSequences(true), MergeMode.SUM),
                        new BidirectionalSpec(new LstmSpec(5).withReturnSequences(true), MergeMode.PRODUCT),
                        new BidirectionalSpec(new SimpleRnnSpec(5), MergeMode.AVERAGE)),
                List.of(new BidirectionalSpec(new LstmSpec(4), new GruSpec(5), MergeMode.CONCATENATE),
                        new DenseSpec(2)),
                List.of(new GruSpec(6).withBias(false), new RepeatVectorSpec(4),
                        new GruSpec(5).withReturnSequences(true),
                        new TimeDistributedSpec(new DenseSpec(2))),
                List.of(new SimpleRnnSpec(6).withReturnSequences(true), ResidualSpec.around(new DenseSpec(6),
                        new ActivationSpec(Activation.MISH)), new GlobalPoolingSpec(Pooling.AVERAGE)),
                List.of(every, new GlobalPoolingSpec(Pooling.MAXIMUM)),
                List.of(every, new FlattenSpec(), new ReshapeSpec(Shape.sequence(21, 3)), new LstmSpec(4)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void saysWhatTheNetworkSaysByteForByte(List<LayerSpec> layers) throws Exception {
        requireSame(network(Shape.sequence(STEPS, FEATURES), layers), STEPS * FEATURES);
    }

    @Test
    void takesAnyNumberOfStepsWhereTheNetworkDoes() throws Exception {
        requireSame(network(Shape.sequence(STEPS, FEATURES), List.of(new LstmSpec(5), new DenseSpec(1))),
                50 * FEATURES);

        UnaryOperator<float[]> compiled = CompiledSource.compile(JavaSource.of(
                network(Shape.sequence(STEPS, FEATURES), List.of(new LstmSpec(5))), "Any"), folder);
        assertThatThrownBy(() -> compiled.apply(new float[10])).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected [steps 9, features 3], row-major, but got 10 numbers");
    }

    @Test
    void asksForAllStepsWhereTheNetworkDoes() throws Exception {
        UnaryOperator<float[]> compiled = CompiledSource.compile(JavaSource.of(network(
                Shape.sequence(STEPS, FEATURES), List.of(new FlattenSpec(), new DenseSpec(2))), "Fixed"), folder);

        assertThat(compiled.apply(new float[27])).hasSize(2);
        assertThatThrownBy(() -> compiled.apply(new float[30])).hasMessageContaining("but got 30 numbers");
    }

    /// All that it has, over numbers from tiny to large and to NaN.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GELU")
    void hasTheSameActivations(Activation activation) throws Exception {
        Sequential network = network(Shape.vector(4096), List.of(new ActivationSpec(activation)));
        RandomStream random = new RandomStreams(1).stream("numbers");
        float[] input = new float[4096];
        for (int index = 0; index < input.length; index++) {
            float any = Float.intBitsToFloat((int) random.nextLong());
            input[index] = Float.isNaN(any) ? Float.NaN : any; // arithmetic gives no other
        }
        float[] near = input.clone();
        for (int index = 0; index < input.length; index++) {
            near[index] = (float) (random.nextGaussian() * 5);
        }
        UnaryOperator<float[]> compiled = CompiledSource.compile(JavaSource.of(network, "Activate"), folder);

        for (float[] numbers : List.of(input, near)) {
            float[] expected = Predictor.of(network).predict(Tensor.of(Shape.vector(4096).withBatch(1), numbers))
                    .data();
            assertThat(bits(compiled.apply(numbers))).isEqualTo(bits(expected));
        }
    }

    @Test
    void looksUpEmbeddings() throws Exception {
        Sequential network = network(Shape.of(Axis.steps(5)), List.of(new EmbeddingSpec(4, 3), new LstmSpec(4)));
        UnaryOperator<float[]> compiled = CompiledSource.compile(JavaSource.of(network, "Embedded"), folder);
        float[] words = {0, 3, 1, 2, 3};

        assertThat(bits(compiled.apply(words))).isEqualTo(bits(Predictor.of(network).predict(
                Tensor.of(Shape.of(Axis.steps(5)).withBatch(1), words)).data()));
        assertThatThrownBy(() -> compiled.apply(new float[]{4})).hasMessageContaining("from 0 to 3");
    }

    @Test
    void writesWeightsThatAreLongerThanAConstantCanBe() throws Exception {
        requireSame(network(Shape.sequence(STEPS, FEATURES), List.of(new LstmSpec(120), new DenseSpec(1))),
                STEPS * FEATURES);
    }

    @Test
    void equalNetworksGiveEqualFiles() {
        List<LayerSpec> layers = List.of(new LstmSpec(5), new DenseSpec(1));

        assertThat(JavaSource.of(network(Shape.sequence(2, 1), layers), "A").source())
                .isEqualTo(JavaSource.of(network(Shape.sequence(2, 1), layers), "A").source());
    }

    @Test
    void refusesWhatItHasNoFunctionFor() {
        Shape input = Shape.sequence(STEPS, FEATURES);
        assertThatThrownBy(() -> JavaSource.of(network(input, List.of(new MaskingSpec(), new LstmSpec(2))), "A"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("layer \"0 masking\"");
        assertThatThrownBy(
                () -> JavaSource.of(network(input, List.of(new LstmSpec(2).withLayerNormalization(true))), "A"))
                .hasMessageContaining("layer normalisation within the cell");
        assertThatThrownBy(() -> JavaSource.of(network(input, List.of(new GruSpec(2)
                .withNoise(RecurrentNoise.NONE.withZoneout(0.2f, 0f)))), "A")).hasMessageContaining("zoneout");
        assertThatThrownBy(() -> JavaSource.of(network(input,
                List.of(new DenseSpec(2).withActivation(Activation.GELU))), "A")).hasMessageContaining("gelu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "model", "9A", "A-b", "Math", "Activation", "Ä"})
    void refusesNamesThatNoClassCanHave(String name) {
        assertThatThrownBy(() -> JavaSource.of(network(Shape.sequence(2, 1), List.of(new LstmSpec(2))), name))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("cannot be called '" + name + "'");
    }

    private void requireSame(Sequential network, int numbers) throws IOException, ReflectiveOperationException {
        UnaryOperator<float[]> compiled = CompiledSource.compile(JavaSource.of(network, "Model"), folder);
        Predictor predictor = Predictor.of(network);
        RandomStream random = new RandomStreams(2).stream("input");
        for (int sample = 0; sample < 5; sample++) {
            float[] input = new float[numbers];
            for (int index = 0; index < numbers; index++) {
                input[index] = (float) random.nextGaussian();
            }
            Tensor expected = predictor.predict(
                    Tensor.of(Shape.sequence(numbers / FEATURES, FEATURES).withBatch(1), input));
            assertThat(bits(compiled.apply(input))).isEqualTo(bits(expected.data()));
        }
    }

    private static int[] bits(float[] numbers) {
        return IntStream.range(0, numbers.length).map(index -> Float.floatToIntBits(numbers[index])).toArray();
    }

    private static Sequential network(Shape input, List<LayerSpec> layers) {
        Sequential network = Sequential.input(input).addAll(layers).build(7);
        network.parameters().stream().filter(parameter -> parameter.shape().rank() == 1).forEach(parameter -> {
            RandomStream random = new RandomStreams(3).stream(parameter.name());
            for (int index = 0; index < parameter.value().length; index++) {
                parameter.value()[index] += random.nextFloat() - 0.5f; // biases that are not 0
            }
        });
        return network;
    }
}
