package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.json.Json;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.EmbeddedColumnsSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.graph.GraphBuilder;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.nn.init.Constant;
import org.lstm4j.nn.init.Initializer;
import org.lstm4j.nn.init.Initializers;
import org.lstm4j.nn.init.RandomNormal;
import org.lstm4j.nn.init.VarianceScaling;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.segment.SegmentWindow;
import org.lstm4j.nn.window.WindowMapSpec;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// Every kind of layer comes back as it was written.
class LayerJsonTest {

    @ParameterizedTest
    @MethodSource("layers")
    void comesBackAsItWasWritten(LayerSpec layer) {
        assertThat(LayerJson.read(Json.parse(Json.write(LayerJson.write(layer))))).isEqualTo(layer);
    }

    static Stream<LayerSpec> layers() {
        Stream<LayerSpec> dense = Arrays.stream(Activation.values()).map(new DenseSpec(3)::withActivation);
        Stream<LayerSpec> initializers = Initializers.names().stream().map(Initializers::named)
                .map(new DenseSpec(3)::withWeightInitializer);
        Stream<LayerSpec> others = Stream.of(
                new DenseSpec(2).withoutBias().withInitialization(Initialization.PYTORCH),
                new DenseSpec(2).withBiasInitializer(new RandomNormal(0.1, 0.3)),
                new DenseSpec(2).withBiasInitializer(new VarianceScaling(0.3, VarianceScaling.Mode.FAN_OUT,
                        VarianceScaling.Distribution.UNTRUNCATED_NORMAL)),
                new ActivationSpec(Activation.HARD_SIGMOID),
                new SoftmaxSpec(),
                new SoftmaxSpec(true),
                new EmbeddingSpec(7, 3),
                new EmbeddingSpec(7, 3, new Constant(0.1f)),
                EmbeddedColumnsSpec.of(new EmbeddingSpec(7, 3), new EmbeddingSpec(2, 1, new Constant(0.1f))),
                new LayerNormalizationSpec(Initialization.PYTORCH),
                new LstmSpec(3).withLayerNormalization(true),
                new BidirectionalSpec(new LstmSpec(3).withLayerNormalization(true).withProjection(2)),
                new DropoutSpec(0.1f),
                new SpatialDropoutSpec(0.1f),
                new GaussianNoiseSpec(0.1f),
                new ActivityRegularizationSpec(0.1, 0.2),
                new FlattenSpec(),
                new ReshapeSpec(Shape.sequence(3, 4)),
                new RepeatVectorSpec(5),
                new LastStepSpec(),
                new GlobalPoolingSpec(Pooling.AVERAGE),
                new GlobalPoolingSpec(Pooling.MAXIMUM),
                new DilatedSpec(new LstmSpec(3).withGoBackwards(true), 4),
                new DilatedSpec(new GruSpec(3).withReturnSequences(true), 1),
                new TimeDistributedSpec(new TimeDistributedSpec(new FlattenSpec())),
                new ResidualSpec(List.of(new DenseSpec(3), ResidualSpec.around(new DropoutSpec(0.5f))), true),
                new SegmentLstmSpec(new SegmentWindow(24, 5, 4), 3),
                new SegmentLstmSpec(new SegmentWindow(9, 5, 4, 2, 3, List.of(7, 2)), 6, 2, 0.25f, 4,
                        Initialization.PYTORCH, true),
                new WindowMapSpec(24, 5, 2, 3, 1));
        Stream<LayerSpec> merges = Arrays.stream(Merge.values())
                .map(merge -> graph(merge).outputs("sum", "rows").build());
        return Stream.of(dense, initializers, others, merges).flatMap(layer -> layer);
    }

    private static GraphBuilder graph(Merge merge) {
        return GraphSpec.builder().input("history", Shape.sequence(3, 4)).input("Größe", Shape.vector(2))
                .layer("rows", new DenseSpec(2), "Größe")
                .layer("both", ResidualSpec.around(new DenseSpec(2)), "rows")
                .layer("flat", new FlattenSpec(), "history").layer("two", new DenseSpec(2), "flat")
                .merge("sum", merge, "two", "both");
    }

    @Test
    void refusesTablesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> LayerJson.read(Json.parse(
                "{\"kind\":\"embedded_columns\",\"tables\":[{\"kind\":\"flatten\"}]}")))
                .withMessage("the tables of the layer embedded_columns must be of kind 'embedding', but one is of kind"
                        + " 'flatten'");
    }

    /// What an older file holds must not change.
    @Test
    void writesAGraphAsEver() {
        GraphSpec graph = GraphSpec.builder().input("a", Shape.vector(2)).input("b", Shape.vector(2))
                .layer("c", new FlattenSpec(), "a").merge("d", Merge.ADD, "c", "b").outputs("d", "c").build();
        assertThat(Json.write(LayerJson.write(graph))).isEqualTo("{\"kind\":\"graph\",\"inputs\":["
                + "{\"name\":\"a\",\"shape\":[{\"axis\":\"features\",\"size\":2}]},"
                + "{\"name\":\"b\",\"shape\":[{\"axis\":\"features\",\"size\":2}]}],"
                + "\"nodes\":[{\"name\":\"c\",\"layer\":{\"kind\":\"flatten\"},\"reads\":[\"a\"]},"
                + "{\"name\":\"d\",\"merge\":\"add\",\"reads\":[\"c\",\"b\"]}],\"outputs\":[\"d\",\"c\"]}");
    }

    /// What an older file holds must not change, nor what a newer one holds of the same layer.
    @Test
    void writesADenseLayerAsEver() {
        assertThat(Json.write(LayerJson.write(new DenseSpec(1)))).isEqualTo(
                "{\"kind\":\"dense\",\"units\":1,\"activation\":\"linear\",\"initialization\":\"keras\"}");
    }

    @Test
    void writesADilatedLayerAsItsInnerLayerAndItsDilation() {
        assertThat(Json.write(LayerJson.write(new DilatedSpec(new SimpleRnnSpec(1), 4)))).isEqualTo(
                "{\"kind\":\"dilated\",\"layer\":{\"kind\":\"simple_rnn\",\"units\":1,\"return_sequences\":false,"
                        + "\"initialization\":\"keras\"},\"dilation\":4}");
    }

    /// What a file holds must not change.
    @Test
    void writesASegmentLstmWithItsWindow() {
        SegmentLstmSpec spec = new SegmentLstmSpec(new SegmentWindow(9, 5, 4).withCategories(List.of(7)), 6);
        assertThat(Json.write(LayerJson.write(spec))).isEqualTo("{\"kind\":\"segment_lstm\",\"lookback\":9,"
                + "\"horizon\":5,\"segment\":4,\"observed\":1,\"known\":0,\"categories\":[7],\"units\":6,"
                + "\"layers\":1,\"dropout\":0.0,\"outputs\":1,\"initialization\":\"keras\",\"zero_head\":false}");
    }

    @Test
    void refusesADilatedLayerAroundBothDirections() {
        String both = Json.write(LayerJson.write(new BidirectionalSpec(new LstmSpec(3))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerJson.read(Json.parse("{\"kind\":\"dilated\",\"layer\":" + both
                        + ",\"dilation\":2}")))
                .withMessage("the member 'layer' of a dilated layer must be recurrent and have one direction, but is of"
                        + " kind 'bidirectional'");
    }

    @Test
    void writesALayerNormalizationOnlyWhereThereIsOne() {
        String plain = Json.write(LayerJson.write(new LstmSpec(1)));
        assertThat(plain).isEqualTo(
                "{\"kind\":\"lstm\",\"units\":1,\"return_sequences\":false,\"initialization\":\"keras\"}");
        assertThat(Json.write(LayerJson.write(new LstmSpec(1).withLayerNormalization(true))))
                .isEqualTo(plain.replace("}", ",\"layer_normalization\":true}"));
    }

    @Test
    void refusesInitialisersThatFilesDoNotKnow() {
        LayerSpec layer = new DenseSpec(1).withWeightInitializer(new OwnInitializer());
        assertThatIllegalArgumentException().isThrownBy(() -> LayerJson.write(layer))
                .withMessageContaining("initialisers of kind 'own'");
    }

    private record OwnInitializer() implements Initializer {

        @Override
        public String kind() {
            return "own";
        }

        @Override
        public void fill(float[] values, Shape shape, RandomStream random) {}
    }
}
