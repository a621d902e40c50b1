package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.inference.PredictionWithStates;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.StreamState;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.model.ByteSource;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.EmbeddedColumnsSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
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
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.nn.recurrent.SequenceOptions;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What is written says in ONNX Runtime what it says here, and is read back to the same network.
final class OnnxWriterTest {

    private static final int BATCH = 3;
    private static final int STEPS = 53;
    private static final int FEATURES = 5;
    private static final int UNITS = 17;
    private static final LstmSpec EVERY = new LstmSpec(UNITS).withReturnSequences(true);

    /// A network for the tests, with a name that says what is in it.
    record Case(String name, Shape input, boolean readBack, List<LayerSpec> layers) {

        Case(String name, Shape input, boolean readBack, LayerSpec... layers) {
            this(name, input, readBack, List.of(layers));
        }

        Case(String name, LayerSpec... layers) {
            this(name, Shape.sequence(STEPS, FEATURES), true, List.of(layers));
        }

        Sequential network() {
            return OnnxRuntime.shaken(Sequential.input(input).addAll(layers).build(7), name.length());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> networks() {
        List<Case> cases = new ArrayList<>(List.of(
                new Case("lstm", new LstmSpec(UNITS), new DenseSpec(2)),
                new Case("lstm without bias", new LstmSpec(UNITS).withBias(false), new DenseSpec(2).withoutBias()),
                new Case("lstm with peepholes", new LstmSpec(UNITS).withPeephole(true), new DenseSpec(2)),
                new Case("lstm with other activations", new LstmSpec(UNITS).withActivation(Activation.SOFTSIGN)
                        .withRecurrentActivation(Activation.HARD_SIGMOID)),
                new Case("lstm with elu", new LstmSpec(UNITS).withActivation(Activation.LEAKY_RELU)
                        .withRecurrentActivation(Activation.SIGMOID), new DenseSpec(1)),
                new Case("lstm every step", EVERY, new DenseSpec(2)),
                new Case("lstm backwards", new LstmSpec(UNITS).withGoBackwards(true), new DenseSpec(2)),
                new Case("two backwards", EVERY.withGoBackwards(true), EVERY.withGoBackwards(true), new DenseSpec(2)),
                new Case("stack", EVERY, new DropoutSpec(0.2f), EVERY, new LstmSpec(UNITS), new DropoutSpec(0.1f),
                        new DenseSpec(8).withActivation(Activation.RELU), new DenseSpec(2)),
                new Case("gru", new GruSpec(UNITS), new DenseSpec(2)),
                new Case("gru every step without bias", new GruSpec(UNITS).withBias(false).withReturnSequences(true)),
                new Case("simple rnn", new SimpleRnnSpec(UNITS), new DenseSpec(2)),
                new Case("simple rnn linear", new SimpleRnnSpec(UNITS).withActivation(Activation.RELU)
                        .withSequence(SequenceOptions.LAST_STEP.withReturnSequences(true)), new LastStepSpec()),
                new Case("last step", EVERY, new DenseSpec(4), new LastStepSpec()),
                new Case("normalized", new LayerNormalizationSpec(), EVERY, new LayerNormalizationSpec(1e-5f),
                        new GruSpec(UNITS), new DenseSpec(1)),
                new Case("flat", Shape.sequence(50, FEATURES), true, EVERY, new FlattenSpec(), new DenseSpec(3)),
                new Case("encoder and decoder", new LstmSpec(UNITS), new RepeatVectorSpec(6), EVERY,
                        new TimeDistributedSpec(new DenseSpec(2))),
                new Case("flat steps", Shape.of(Axis.steps(4), new Axis("hours", 6), Axis.features(2)), false,
                        new TimeDistributedSpec(new FlattenSpec()), EVERY),
                new Case("hours of days", Shape.of(Axis.steps(4), new Axis("hours", 6), Axis.features(2)), false,
                        new TimeDistributedSpec(EVERY), new TimeDistributedSpec(new GruSpec(UNITS)), EVERY,
                        new TimeDistributedSpec(new ReshapeSpec(Shape.sequence(UNITS, 1))),
                        new TimeDistributedSpec(ResidualSpec.around(new BidirectionalSpec(EVERY)).withProjection()),
                        new TimeDistributedSpec(new LastStepSpec()), new LstmSpec(UNITS)),
                new Case("reshaped", new LstmSpec(UNITS), new DenseSpec(12), new ReshapeSpec(Shape.sequence(6, 2))),
                new Case("shares", new LstmSpec(UNITS), new DenseSpec(4), new SoftmaxSpec()),
                new Case("logarithms of shares", new LstmSpec(UNITS), new DenseSpec(4), new SoftmaxSpec(true)),
                new Case("mean", EVERY, new GlobalPoolingSpec(GlobalPoolingSpec.Pooling.AVERAGE), new DenseSpec(2)),
                new Case("maximum", EVERY, new GlobalPoolingSpec(GlobalPoolingSpec.Pooling.MAXIMUM)),
                new Case("residual", EVERY, ResidualSpec.around(EVERY, new DenseSpec(UNITS)), new LstmSpec(UNITS)),
                new Case("projected residual", Shape.sequence(STEPS, FEATURES), false,
                        ResidualSpec.around(EVERY).withProjection(), new LstmSpec(UNITS)),
                new Case("vectors", Shape.vector(FEATURES), true, new DenseSpec(8).withActivation(Activation.TANH),
                        new DenseSpec(2)),
                new Case("directions of two kinds", new BidirectionalSpec(new LstmSpec(UNITS), new GruSpec(UNITS),
                        MergeMode.CONCATENATE), new DenseSpec(2)),
                new Case("directions of two kinds averaged", new BidirectionalSpec(EVERY,
                        new GruSpec(UNITS).withReturnSequences(true), MergeMode.AVERAGE), new DenseSpec(2)),
                new Case("directions of two sizes", new BidirectionalSpec(new LstmSpec(UNITS), new LstmSpec(8),
                        MergeMode.CONCATENATE), new DenseSpec(2))));
        for (MergeMode merge : MergeMode.values()) {
            cases.add(new Case("bidirectional " + merge, new BidirectionalSpec(EVERY, merge),
                    new BidirectionalSpec(new GruSpec(UNITS), merge), new DenseSpec(2)));
        }
        for (Activation activation : Activation.values()) {
            cases.add(new Case("dense " + activation.label(), EVERY, new DenseSpec(UNITS).withActivation(activation),
                    new DenseSpec(4), new LayerNormalizationSpec(), new ActivationSpec(activation)));
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void saysInOnnxRuntimeWhatItSaysHere(Case one) throws OrtException {
        Sequential network = one.network();
        Tensor input = OnnxRuntime.normal(one.input.withBatch(BATCH), 11);
        Tensor expected = Predictor.of(network).predict(input);
        byte[] model = OnnxWriter.toBytes(network, ExportOptions.PLAIN);
        Fixture.assertClose(run(model, input), expected.data());
        if (one.readBack) {
            Fixture.assertClose(Predictor.of(read(model).network()).predict(input).data(), expected.data());
        }
    }

    @Test
    void takesOtherNumbersOfSamplesAndSteps() throws OrtException {
        Sequential network = new Case("any", EVERY, new DenseSpec(2)).network();
        byte[] model = OnnxWriter.toBytes(network, ExportOptions.PLAIN);
        Tensor input = OnnxRuntime.normal(Shape.sequence(9, FEATURES).withBatch(1), 3);
        Fixture.assertClose(run(model, input), Predictor.of(network).predict(input).data());
    }

    @Test
    void writesAnEmbedding() throws OrtException {
        Sequential network = new Case("embedding", Shape.sequence(STEPS, 1), true, new EmbeddingSpec(9, 4),
                new LstmSpec(UNITS), new DenseSpec(2)).network();
        Tensor input = categories(Shape.sequence(STEPS, 1).withBatch(BATCH), 1);
        byte[] model = OnnxWriter.toBytes(network, ExportOptions.PLAIN);
        float[] expected = Predictor.of(network).predict(input).data();
        Fixture.assertClose(run(model, input), expected);
        Fixture.assertClose(Predictor.of(read(model).network()).predict(input).data(), expected);
    }

    @Test
    void writesColumnsOfCategories() throws OrtException {
        Sequential network = new Case("columns", Shape.sequence(STEPS, 4), false,
                EmbeddedColumnsSpec.of(new EmbeddingSpec(9, 4), new EmbeddingSpec(9, 2)), new LstmSpec(UNITS),
                new DenseSpec(2)).network();
        Tensor input = categories(Shape.sequence(STEPS, 4).withBatch(BATCH), 2);
        Fixture.assertClose(run(OnnxWriter.toBytes(network, ExportOptions.PLAIN), input),
                Predictor.of(network).predict(input).data());
    }

    /// Whole numbers from 0 to 8 in the last columns.
    private static Tensor categories(Shape shape, int columns) {
        Tensor tensor = OnnxRuntime.normal(shape, 5);
        for (int index = 0; index < tensor.data().length; index++) {
            if (index % shape.last() >= shape.last() - columns) {
                tensor.data()[index] = index % 9;
            }
        }
        return tensor;
    }

    @Test
    void goesOnFromStatesThatAreHandedIn() throws OrtException {
        Sequential network = new Case("states", EVERY, new GruSpec(UNITS).withReturnSequences(true),
                new SimpleRnnSpec(UNITS), new DenseSpec(2)).network();
        StreamState start = new StreamState(List.of(
                new RecurrentState(state(1), state(2)),
                new RecurrentState(state(3), Tensor.zeros(Shape.vector(0).withBatch(BATCH))),
                new RecurrentState(state(4), Tensor.zeros(Shape.vector(0).withBatch(BATCH)))));
        Tensor input = OnnxRuntime.normal(Shape.sequence(STEPS, FEATURES).withBatch(BATCH), 8);
        PredictionWithStates expected = Predictor.of(network).predictWithStates(input, start);
        byte[] model = OnnxWriter.toBytes(network, ExportOptions.PLAIN.withStates(true));
        Map<String, Tensor> given = new LinkedHashMap<>();
        given.put("input", input);
        given.put("h0_0", directed(state(1)));
        given.put("c0_0", directed(state(2)));
        given.put("h0_1", directed(state(3)));
        given.put("h0_2", directed(state(4)));
        Map<String, float[]> said = OnnxRuntime.run(model, given);
        assertThat(said.keySet()).containsExactly("output", "hn_0", "cn_0", "hn_1", "hn_2");
        Fixture.assertClose(Objects.requireNonNull(said.get("output")), expected.output().data());
        Fixture.assertClose(Objects.requireNonNull(said.get("hn_0")),
                expected.states().layers().get(0).hidden().data());
        Fixture.assertClose(Objects.requireNonNull(said.get("cn_0")), expected.states().layers().get(0).cell().data());
        Fixture.assertClose(Objects.requireNonNull(said.get("hn_2")),
                expected.states().layers().get(2).hidden().data());
        assertThat(read(model).assumptions()).hasSize(8).anySatisfy(
                sentence -> assertThat(sentence).contains("'h0_0'").contains("taken to be 0"));
    }

    private static Tensor state(long seed) {
        Tensor tensor = OnnxRuntime.normal(Shape.vector(UNITS).withBatch(BATCH), seed);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] *= 0.3f;
        }
        return tensor;
    }

    private static Tensor directed(Tensor state) {
        return Tensor.of(Shape.sequence(BATCH, UNITS).withBatch(1), state.data());
    }

    @Test
    void writesTheSameBytesForTheSameNetwork(@TempDir Path folder) throws IOException {
        Case one = new Case("same", EVERY, new LayerNormalizationSpec(), new LstmSpec(UNITS), new DenseSpec(1));
        Path file = folder.resolve("model.onnx");
        OnnxWriter.write(one.network(), file);
        assertThat(Files.readAllBytes(file)).isEqualTo(OnnxWriter.toBytes(one.network(), ExportOptions.PLAIN));
    }

    @ParameterizedTest
    @MethodSource("unsayable")
    void refusesWhatOnnxCannotSayBeforeItWrites(Case one, @TempDir Path folder) {
        Path file = folder.resolve("model.onnx");
        assertThatThrownBy(() -> OnnxWriter.write(one.network(), file)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("layer \"1 ").hasMessageContaining("cannot be written as ONNX")
                .hasMessageContaining(one.name);
        assertThat(file).doesNotExist();
    }

    static Stream<Case> unsayable() {
        String mask = "a layer before it finds steps that do not count";
        return Stream.of(new Case(mask, new MaskingSpec(), new DilatedSpec(EVERY, 2)),
                new Case(mask, new MaskingSpec(), new ReshapeSpec(Shape.sequence(FEATURES, STEPS))),
                new Case(mask, new MaskingSpec(), GraphSpec.builder().input("in", Shape.sequence(STEPS, FEATURES))
                        .layer("one", EVERY, "in").merge("sum", Merge.ADD, "one", "one").outputs("sum").build()));
    }

    private static float[] run(byte[] model, Tensor input) throws OrtException {
        return OnnxRuntime.run(model, Map.of("input", input)).values().iterator().next();
    }

    private static ImportedModel read(byte[] model) {
        return OnnxReader.read(ByteSource.of("model", model), null, ImportOptions.NONE);
    }
}
