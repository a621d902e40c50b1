package org.lstm4j.interop.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.inference.Predictor;
import org.lstm4j.interop.Damage;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.model.ByteSource;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class KerasWriterTest {

    private static final Shape SEQUENCE = Shape.sequence(6, 3);

    @ParameterizedTest
    @MethodSource("networks")
    void writesWhatSaysTheSameWhenItIsReadAgain(String name, Sequential network, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve(name + ".keras");
        randomize(network);
        KerasWriter.write(network, file);
        Tensor inputs = inputs(network);

        try (ByteSource source = ByteSource.open(file)) {
            Sequential again = KerasReader.read(source, ImportOptions.NONE).network();

            assertThat(Predictor.of(again).predict(inputs).data())
                    .isEqualTo(Predictor.of(network).predict(inputs).data());
        }
        keepForKeras(name, file, network, inputs);
    }

    static Map<String, Sequential> all() {
        Map<String, Sequential> all = new LinkedHashMap<>();
        all.put("chapter", of(SEQUENCE, new LstmSpec(8), new DenseSpec(1)));
        all.put("stacked",
                of(SEQUENCE, new LstmSpec(5, true, org.lstm4j.nn.Initialization.KERAS).withInputDropout(0.1f),
                        new DropoutSpec(0.2f), new LstmSpec(4).withRecurrentDropout(0.3f).withBias(false),
                        new DenseSpec(3).withActivation(Activation.RELU), new DenseSpec(2).withoutBias()));
        all.put("gates", of(SEQUENCE, new GruSpec(5).withReturnSequences(true).withActivation(Activation.SOFTSIGN)
                .withRecurrentActivation(Activation.HARD_SIGMOID), new SimpleRnnSpec(4).withReturnSequences(true),
                new LastStepSpec(), new DenseSpec(2), new SoftmaxSpec()));
        all.put("directions", of(SEQUENCE, new BidirectionalSpec(new GruSpec(3).withReturnSequences(true),
                MergeMode.PRODUCT), new BidirectionalSpec(new LstmSpec(4), new GruSpec(4), MergeMode.AVERAGE),
                new DenseSpec(2)));
        all.put("backwards", of(SEQUENCE, new LstmSpec(4).withGoBackwards(true).withReturnSequences(true),
                new LayerNormalizationSpec(), new GlobalPoolingSpec(Pooling.AVERAGE), new DenseSpec(1)));
        all.put("masks", of(SEQUENCE, new MaskingSpec(0f), new LstmSpec(4).withReturnSequences(true),
                new BidirectionalSpec(new SimpleRnnSpec(3).withReturnSequences(true)), new GruSpec(4),
                new DenseSpec(1)));
        all.put("shapes", of(SEQUENCE, new LstmSpec(4), new RepeatVectorSpec(4),
                new GruSpec(4).withReturnSequences(true), new TimeDistributedSpec(new DenseSpec(3)),
                new SpatialDropoutSpec(0.1f), new GaussianNoiseSpec(0.1f), new ReshapeSpec(Shape.sequence(2, 6)),
                new ActivityRegularizationSpec(0.1, 0), new FlattenSpec(), new ActivationSpec(Activation.MISH),
                new DenseSpec(3).withActivation(Activation.GELU), new SoftmaxSpec(true)));
        all.put("maximum", of(SEQUENCE, new LstmSpec(4).withReturnSequences(true),
                new GlobalPoolingSpec(Pooling.MAXIMUM), new DenseSpec(1)));
        all.put("indices", of(Shape.sequence(6, 1), new EmbeddingSpec(5, 3), new LstmSpec(4), new DenseSpec(1)));
        return all;
    }

    static java.util.List<org.junit.jupiter.params.provider.Arguments> networks() {
        return all().entrySet().stream()
                .map(entry -> org.junit.jupiter.params.provider.Arguments.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Test
    void writesTheSameBytesAgain(@TempDir Path folder) throws IOException {
        for (String name : new String[]{"one.keras", "other.keras"}) {
            KerasWriter.write(of(SEQUENCE, new GruSpec(3), new DenseSpec(1)), folder.resolve(name));
        }

        assertThat(folder.resolve("one.keras")).hasSameBinaryContentAs(folder.resolve("other.keras"));
    }

    @Test
    void refusesWhatKerasHasNotAndWritesNothing(@TempDir Path folder) {
        Path file = folder.resolve("model.keras");

        requireRefused(file, "\"0 residual\"",
                new ResidualSpec(java.util.List.of(new LstmSpec(3).withReturnSequences(true)),
                        false));
        requireRefused(file, "\"0 lstm\" cannot be written as Keras: it has zoneout",
                new LstmSpec(4).withZoneout(0.1f, 0));
        requireRefused(file, "projection", new LstmSpec(4).withProjection(2));
        requireRefused(file, "peepholes", new LstmSpec(4).withPeephole(true));
        requireRefused(file, "normalizes", new LstmSpec(4).withLayerNormalization(true));
        requireRefused(file, "keeps its state", new LstmSpec(4).withStateful(true));
        requireRefused(file, "masked steps", new MaskingSpec(0f), new FlattenSpec(), new DenseSpec(1));
        requireRefused(file, "\"1 last_step\"", new DenseSpec(1), new LastStepSpec());
        requireRefused(file, "no weights", new FlattenSpec());
    }

    @Test
    void readsOrRefusesWhateverOfAFileIsDamaged(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("small.keras");
        KerasWriter.write(of(Shape.sequence(2, 1), new SimpleRnnSpec(1).withBias(false)), file);
        Damage damage = new Damage(Files.readAllBytes(file), source -> KerasReader.read(source,
                ImportOptions.NONE));

        damage.cuts(1);
        damage.flips(1);
    }

    private static void requireRefused(Path file, String words, LayerSpec... layers) {
        assertThatThrownBy(() -> KerasWriter.write(of(SEQUENCE, layers), file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(words);
        assertThat(file).doesNotExist();
    }

    private static Sequential of(Shape input, LayerSpec... layers) {
        return Sequential.input(input).addAll(java.util.List.of(layers)).build(7);
    }

    private static void randomize(Sequential network) {
        Random random = new Random(1);
        for (Parameter parameter : network.parameters()) {
            for (int index = 0; index < parameter.value().length; index++) {
                parameter.value()[index] = (float) random.nextGaussian() * 0.4f;
            }
        }
    }

    /// Of three samples; whole numbers where an embedding reads them; the first sample is padded.
    private static Tensor inputs(Sequential network) {
        Random random = new Random(2);
        Tensor inputs = Tensor.zeros(network.inputShape().withBatch(3));
        boolean indices = network.layers().getFirst().spec() instanceof EmbeddingSpec;
        int padded = 2 * network.inputShape().last();
        int ofSample = network.inputShape().elements();
        for (int index = 0; index < inputs.data().length; index++) {
            float value = indices ? random.nextInt(5) : (float) random.nextGaussian();
            inputs.data()[index] = index < ofSample && index >= ofSample - padded ? 0f : value;
        }
        return inputs;
    }

    /// Where `src/test/python/check_keras_export.py` finds them, if a folder for it is given.
    private static void keepForKeras(String name, Path file, Sequential network, Tensor inputs) throws IOException {
        String folder = System.getProperty("lstm4j.keras.export");
        if (folder != null) {
            Files.copy(file, Path.of(folder, name + ".keras"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(Path.of(folder, name + ".json"),
                    org.lstm4j.json.Json.write(org.lstm4j.json.JsonValue.object()
                            .put("input", doubles(inputs.data()))
                            .put("output", doubles(Predictor.of(network).predict(inputs).data())).build()));
        }
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            doubles[index] = values[index];
        }
        return doubles;
    }
}
