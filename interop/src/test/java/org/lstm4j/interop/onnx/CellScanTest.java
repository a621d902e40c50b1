package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.inference.PredictionWithStates;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.StreamState;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.model.ByteSource;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.nn.recurrent.SequenceOptions;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What ONNX' recurrent nodes have not says in ONNX Runtime what it says here: projections, layer normalisation within, zoneout, activations
/// of their own, dilations, and steps that do not count.
final class CellScanTest {

    private static final int BATCH = 4;
    private static final int STEPS = 23;
    private static final int FEATURES = 5;
    private static final int UNITS = 11;
    private static final LstmSpec EVERY = new LstmSpec(UNITS).withReturnSequences(true);
    private static final GruSpec EVERY_GRU = new GruSpec(UNITS).withReturnSequences(true);
    private static final float PADDING = -9f;

    /// Layers with a name that says what is in them.
    record Case(String name, List<LayerSpec> layers) {

        Case(String name, LayerSpec... layers) {
            this(name, List.of(layers));
        }

        Sequential network() {
            return OnnxRuntime.shaken(Sequential.input(Shape.sequence(STEPS, FEATURES)).addAll(layers).build(7),
                    name.length());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> networks() {
        LstmSpec projected = EVERY.withProjection(3);
        LstmSpec normalized = EVERY.withLayerNormalization(true);
        RecurrentNoise zoneout = RecurrentNoise.NONE.withZoneout(0.2f, 0f);
        List<Case> cases = new ArrayList<>(List.of(
                new Case("projection", new LstmSpec(UNITS).withProjection(3), new DenseSpec(2)),
                new Case("projection of every step", projected, projected.withGoBackwards(true),
                        EVERY.withProjection(7)),
                new Case("projection without bias", projected.withBias(false), new LastStepSpec()),
                new Case("projection with peepholes", projected.withPeephole(true)),
                new Case("projection backwards", new LstmSpec(UNITS).withProjection(3).withGoBackwards(true)),
                new Case("layer normalisation within", normalized, new LstmSpec(UNITS).withLayerNormalization(true)),
                new Case("normalised and projected", normalized.withProjection(7).withZoneout(0.1f, 0.3f)),
                new Case("zoneout", EVERY.withZoneout(0.1f, 0f), EVERY.withZoneout(0f, 0.4f), new DenseSpec(1)),
                new Case("gru with zoneout", EVERY_GRU.withNoise(zoneout),
                        EVERY_GRU.withNoise(zoneout).withBias(false)),
                new Case("simple rnn with zoneout", new SimpleRnnSpec(UNITS).withNoise(zoneout)),
                new Case("activations",
                        EVERY.withActivation(Activation.SELU).withRecurrentActivation(Activation.HARD_TANH),
                        new GruSpec(UNITS).withActivation(Activation.RELU6),
                        new DenseSpec(2)),
                new Case("two directions", new BidirectionalSpec(projected, MergeMode.CONCATENATE),
                        new BidirectionalSpec(new LstmSpec(UNITS).withProjection(4), MergeMode.SUM)),
                new Case("two directions, one of them projected", new BidirectionalSpec(projected,
                        new LstmSpec(3).withReturnSequences(true), MergeMode.AVERAGE)),
                new Case("residual", EVERY.withProjection(FEATURES),
                        ResidualSpec.around(EVERY.withProjection(FEATURES)),
                        new LstmSpec(4))));
        for (int dilation : new int[]{1, 2, 5, 23, 40}) {
            cases.add(new Case("dilation of every step " + dilation, new DilatedSpec(EVERY, dilation),
                    new DilatedSpec(EVERY_GRU.withSequence(SequenceOptions.LAST_STEP.withReturnSequences(true)
                            .withGoBackwards(true)), dilation)));
            cases.add(
                    new Case("dilation of the last step " + dilation, new DilatedSpec(new LstmSpec(UNITS), dilation)));
            cases.add(new Case("dilation backwards " + dilation,
                    new DilatedSpec(new LstmSpec(UNITS).withGoBackwards(true).withProjection(3), dilation)));
        }
        cases.add(new Case("dilations on top of each other", ResidualSpec.around(new DilatedSpec(EVERY, 1),
                new DilatedSpec(EVERY, 2), new DilatedSpec(EVERY, 4)).withProjection(), new LstmSpec(3)));
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void saysInOnnxRuntimeWhatItSaysHere(Case one) throws OrtException {
        assertSame(one.network(), OnnxRuntime.normal(Shape.sequence(STEPS, FEATURES).withBatch(BATCH), 11));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void takesOtherNumbersOfSamplesAndSteps(Case one) throws OrtException {
        assertSame(one.network(), OnnxRuntime.normal(Shape.sequence(8, FEATURES).withBatch(1), 3));
    }

    static Stream<Case> masked() {
        MaskingSpec masking = new MaskingSpec(PADDING);
        return Stream.of(
                new Case("lstm", masking, new LstmSpec(UNITS), new DenseSpec(2)),
                new Case("stack", masking, EVERY, new LayerNormalizationSpec(),
                        new TimeDistributedSpec(new DenseSpec(4)),
                        EVERY_GRU, new ActivationSpec(Activation.TANH), new SimpleRnnSpec(UNITS)),
                new Case("every step", masking, EVERY, new DenseSpec(3)),
                new Case("backwards", masking, EVERY.withGoBackwards(true), EVERY.withGoBackwards(true),
                        new LstmSpec(UNITS).withGoBackwards(true)),
                new Case("two directions", masking, new BidirectionalSpec(EVERY, MergeMode.SUM),
                        new BidirectionalSpec(EVERY, MergeMode.CONCATENATE), new LstmSpec(4)),
                new Case("last step", masking, EVERY, new DenseSpec(3), new LastStepSpec()),
                new Case("mean", masking, EVERY, new GlobalPoolingSpec(Pooling.AVERAGE)),
                new Case("maximum", masking, EVERY, new GlobalPoolingSpec(Pooling.MAXIMUM)),
                new Case("flat", masking, EVERY, new FlattenSpec(), new DenseSpec(2)),
                new Case("residual", masking, EVERY, ResidualSpec.around(EVERY), new LstmSpec(UNITS)),
                new Case("twice", masking, new DenseSpec(FEATURES).withActivation(Activation.RELU), new MaskingSpec(),
                        new LstmSpec(UNITS).withProjection(2)));
    }

    /// Sequences padded at the end, at the beginning, with a gap, and one of which no step counts.
    @ParameterizedTest
    @MethodSource("masked")
    void passesOverStepsThatDoNotCount(Case one) throws OrtException {
        Tensor input = OnnxRuntime.normal(Shape.sequence(STEPS, FEATURES).withBatch(BATCH), 5);
        pad(input, 0, 9, STEPS);
        pad(input, 1, 0, 7);
        pad(input, 2, 10, 15);
        pad(input, 3, 0, STEPS);
        assertSame(one.network(), input);
    }

    private static void pad(Tensor input, int row, int from, int to) {
        for (int step = from; step < to; step++) {
            for (int feature = 0; feature < FEATURES; feature++) {
                input.data()[(row * STEPS + step) * FEATURES + feature] = PADDING;
            }
        }
    }

    @Test
    void goesOnFromStatesThatAreHandedIn() throws OrtException {
        Sequential network = new Case("states", EVERY.withProjection(3), EVERY_GRU.withNoise(
                RecurrentNoise.NONE.withZoneout(0.2f, 0f)), new LstmSpec(UNITS)).network();
        StreamState start = new StreamState(List.of(new RecurrentState(state(3, 1), state(UNITS, 2)),
                new RecurrentState(state(UNITS, 3), Tensor.zeros(Shape.vector(0).withBatch(BATCH))),
                new RecurrentState(state(UNITS, 4), state(UNITS, 5))));
        Tensor input = OnnxRuntime.normal(Shape.sequence(STEPS, FEATURES).withBatch(BATCH), 8);
        PredictionWithStates expected = Predictor.of(network).predictWithStates(input, start);
        Map<String, Tensor> given = new LinkedHashMap<>(Map.of("input", input, "h0_0", directed(state(3, 1)), "c0_0",
                directed(state(UNITS, 2)), "h0_1", directed(state(UNITS, 3)), "h0_2", directed(state(UNITS, 4)), "c0_2",
                directed(state(UNITS, 5))));

        Map<String, float[]> said = OnnxRuntime.run(OnnxWriter.toBytes(network, ExportOptions.PLAIN.withStates(true)),
                given);

        assertThat(said.keySet()).containsExactly("output", "hn_0", "cn_0", "hn_1", "hn_2", "cn_2");
        Fixture.assertClose(Objects.requireNonNull(said.get("output")), expected.output().data());
        List<RecurrentState> after = expected.states().layers();
        Fixture.assertClose(Objects.requireNonNull(said.get("hn_0")), after.get(0).hidden().data());
        Fixture.assertClose(Objects.requireNonNull(said.get("cn_0")), after.get(0).cell().data());
        Fixture.assertClose(Objects.requireNonNull(said.get("hn_1")), after.get(1).hidden().data());
        Fixture.assertClose(Objects.requireNonNull(said.get("cn_2")), after.get(2).cell().data());
    }

    @Test
    void isRefusedByTheReaderWithAWordOnWhatItMet() {
        byte[] model = OnnxWriter.toBytes(new Case("projection", EVERY.withProjection(3)).network(),
                ExportOptions.PLAIN);

        assertThatThrownBy(() -> OnnxReader.read(ByteSource.of("model", model), null, ImportOptions.NONE))
                .isInstanceOf(ModelFileException.class).hasMessageContaining("Scan")
                .hasMessageContaining("a loop over steps");
    }

    private static void assertSame(Sequential network, Tensor input) throws OrtException {
        byte[] model = OnnxWriter.toBytes(network, ExportOptions.PLAIN);
        Fixture.assertClose(OnnxRuntime.run(model, Map.of("input", input)).values().iterator().next(),
                Predictor.of(network).predict(input).data());
    }

    private static Tensor state(int units, long seed) {
        Tensor tensor = OnnxRuntime.normal(Shape.vector(units).withBatch(BATCH), seed);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] *= 0.3f;
        }
        return tensor;
    }

    private static Tensor directed(Tensor state) {
        return Tensor.of(Shape.sequence(BATCH, state.shape().last()).withBatch(1), state.data());
    }
}
