package org.lstm4j.interop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.inference.Predictor;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.EmbeddedColumnsSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.segment.SegmentWindow;
import org.lstm4j.nn.window.WindowMapSpec;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Layers of windows, and layers within layers, say in plain Java byte for byte what they say here.
class NestedSourceTest {

    private static final int STEPS = 9;
    private static final int IDS = 6;
    private static final LstmSpec EVERY = new LstmSpec(8).withReturnSequences(true);

    @TempDir
    Path folder;

    static Stream<SegmentLstmSpec> segments() {
        SegmentWindow even = new SegmentWindow(24, 12, 6);
        SegmentWindow odd = new SegmentWindow(25, 13, 6);
        return Stream.of(
                new SegmentLstmSpec(new SegmentWindow(336, 96, 24), 128),
                new SegmentLstmSpec(odd, 16).withDropout(0.1f),
                new SegmentLstmSpec(new SegmentWindow(5, 2, 5), 7),
                new SegmentLstmSpec(odd.withObserved(3), 16).withLayers(3),
                new SegmentLstmSpec(even.withKnown(2), 16).withOutputs(9),
                new SegmentLstmSpec(odd.withObserved(2).withKnown(3), 16).withOutputs(3).withLayers(2),
                new SegmentLstmSpec(even.withCategories(List.of(IDS)), 15),
                new SegmentLstmSpec(odd.withCategories(List.of(IDS, IDS + 3, IDS)), 9).withLayers(2),
                new SegmentLstmSpec(odd.withObserved(2).withKnown(4).withCategories(List.of(IDS, IDS)), 16)
                        .withOutputs(2).withZeroHead(true));
    }

    @ParameterizedTest
    @MethodSource("segments")
    void writesSegmentLstms(SegmentLstmSpec spec) throws Exception {
        requireSame(network(spec.window().sample(), spec), spec.window().categories().size());
    }

    static Stream<WindowMapSpec> maps() {
        return Stream.of(new WindowMapSpec(12, 4, 1, 1, 0), new WindowMapSpec(10, 4, 1, 1, 0),
                new WindowMapSpec(12, 5, 2, 1, 0), new WindowMapSpec(11, 1, 3, 3, 1), new WindowMapSpec(1, 4, 2, 5, 4));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void writesLinearForecasts(WindowMapSpec spec) throws Exception {
        requireSame(network(Shape.sequence(12, 3), spec), 0);
    }

    @Test
    void asksForAllStepsOfAWindow() throws Exception {
        UnaryOperator<float[]> compiled = CompiledSource.compile(
                JavaSource.of(network(Shape.sequence(12, 2), new WindowMapSpec(12, 4, 1, 1, 0)), "Map"), folder);

        for (int steps : new int[]{11, 13}) {
            assertThatThrownBy(() -> compiled.apply(new float[2 * steps])).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected [steps 12, features 2], row-major, but got " + 2 * steps + " numbers");
        }
    }

    @Test
    void refusesCategoriesThatHaveNoVector() throws Exception {
        SegmentWindow window = new SegmentWindow(8, 4, 4).withCategories(List.of(IDS));
        UnaryOperator<float[]> compiled = CompiledSource
                .compile(JavaSource.of(network(window.sample(), new SegmentLstmSpec(window, 8)), "Shops"), folder);
        float[] input = new float[24];
        input[1] = IDS;

        assertThatThrownBy(() -> compiled.apply(input)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a whole number from 0 to 5, but got 6.0");
    }

    @ParameterizedTest
    @EnumSource(Merge.class)
    void merges(Merge merge) throws Exception {
        GraphSpec spec = GraphSpec.builder().input("x", Shape.sequence(STEPS, 3))
                .layer("one", EVERY, "x")
                .layer("two", new DenseSpec(8), "x")
                .merge("both", merge, "one", "two")
                .layer("end", new GruSpec(4), "both")
                .outputs("end").build();
        requireSame(network(Shape.sequence(STEPS, 3), spec), 0);
        requireSame(network(Shape.sequence(STEPS, 3), EVERY, new DenseSpec(3), spec, new DenseSpec(2)), 0);
    }

    @ParameterizedTest
    @EnumSource(value = Merge.class, mode = EnumSource.Mode.EXCLUDE, names = "SUBTRACT")
    void mergesThree(Merge merge) throws Exception {
        requireSame(network(Shape.sequence(STEPS, 3), GraphSpec.builder().input("x", Shape.sequence(STEPS, 3))
                .layer("one", new LstmSpec(4), "x")
                .layer("two", new GruSpec(4), "x")
                .layer("three", new LastStepSpec(), "x")
                .layer("four", new DenseSpec(4), "three")
                .merge("all", merge, "one", "two", "four")
                .outputs("all").build()), 0);
    }

    /// Three inputs, three outputs, one of them a sequence of other steps; names that differ in a sign only, and words of Java.
    @Test
    void joinsInputsAndOutputs() throws Exception {
        GraphSpec spec = GraphSpec.builder().input("history", Shape.sequence(STEPS, 3))
                .input("calendar", Shape.vector(4))
                .input("int", Shape.of(Axis.steps(STEPS)))
                .layer("ä b", new EmbeddingSpec(IDS, 2), "int")
                .layer("ö_b", new DenseSpec(2), "ä b")
                .layer("ü-B", new DenseSpec(2), "ä b")
                .merge("read", Merge.CONCATENATE, "history", "ö_b", "ü-B")
                .layer("memory", new BidirectionalSpec(EVERY), "read")
                .layer("last", new LastStepSpec(), "memory")
                .merge("joined", Merge.CONCATENATE, "last", "calendar")
                .layer("demand", new DenseSpec(1), "joined")
                .layer("repeated", new RepeatVectorSpec(4), "demand")
                .layer("decoder", EVERY.withGoBackwards(true), "repeated")
                .layer("again", EVERY, "memory")
                .layer("peak", new DenseSpec(1).withActivation(Activation.SIGMOID), "joined")
                .outputs("peak", "decoder", "demand", "again").build();
        requireSame(network(spec.inputs().shape(), spec), STEPS);
    }

    @Test
    void runsAnyLayerOnEveryStep() throws Exception {
        Shape days = Shape.of(Axis.steps(4), new Axis("hours", 6), Axis.features(2));
        GraphSpec day = GraphSpec.builder().input("x", Shape.sequence(6, 2))
                .layer("one", EVERY, "x").layer("two", EVERY, "x").merge("sum", Merge.ADD, "one", "two")
                .outputs("sum").build();
        requireSame(network(days, new TimeDistributedSpec(new FlattenSpec()), EVERY), 0);
        requireSame(network(days, new TimeDistributedSpec(EVERY), new TimeDistributedSpec(new LayerNormalizationSpec()),
                new TimeDistributedSpec(new GruSpec(8)), EVERY,
                new TimeDistributedSpec(new ReshapeSpec(Shape.sequence(8, 1))),
                new TimeDistributedSpec(ResidualSpec.around(new BidirectionalSpec(EVERY)).withProjection()),
                new TimeDistributedSpec(new LastStepSpec()), new LstmSpec(8)), 0);
        requireSame(network(days, new TimeDistributedSpec(day), new TimeDistributedSpec(new LstmSpec(3))), 0);
        requireSame(network(Shape.of(Axis.steps(3), new Axis("days", 4), new Axis("hours", 6), Axis.features(2)),
                new TimeDistributedSpec(new TimeDistributedSpec(new LstmSpec(3))), new TimeDistributedSpec(EVERY)), 0);
    }

    @Test
    void goesAroundLayersWithAProjection() throws Exception {
        requireSame(network(Shape.sequence(STEPS, 3),
                ResidualSpec.around(EVERY, new DropoutSpec(0.1f), new DenseSpec(5)).withProjection(),
                ResidualSpec.around(ResidualSpec.around(new DenseSpec(5)), new LstmSpec(5).withReturnSequences(true)),
                new LstmSpec(4)), 0);
    }

    @Test
    void looksUpColumns() throws Exception {
        requireSame(network(Shape.sequence(STEPS, 4),
                EmbeddedColumnsSpec.of(new EmbeddingSpec(IDS, 4), new EmbeddingSpec(IDS + 2, 1)), new LstmSpec(5)), 2);
        requireSame(network(Shape.sequence(STEPS, 1), EmbeddedColumnsSpec.of(new EmbeddingSpec(IDS, 4))), 1);
    }

    @Test
    void takesAnyNumberOfSteps() throws Exception {
        Sequential network = network(Shape.sequence(STEPS, 3), GraphSpec.builder().input("x", Shape.sequence(STEPS, 3))
                .layer("one", EVERY, "x").layer("two", new DenseSpec(8), "x").layer("three", new GruSpec(4), "one")
                .layer("four", new GruSpec(4), "x")
                .merge("sum", Merge.ADD, "three", "four").layer("last", new LastStepSpec(), "two")
                .merge("all", Merge.CONCATENATE, "sum", "last").outputs("all").build());
        requireSame(network, Shape.sequence(STEPS + 5, 3), 0);
    }

    @Test
    void namesTheLayerWithinThatItHasNoFunctionFor() {
        GraphSpec spec = GraphSpec.builder().input("x", Shape.vector(2))
                .layer("gelu", new DenseSpec(2).withActivation(Activation.GELU), "x").outputs("gelu").build();
        assertThatThrownBy(() -> JavaSource.of(spec.network(1), "A")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("layer \"0.gelu dense\"").hasMessageContaining("the activation gelu");
    }

    private void requireSame(Sequential network, int categories) throws IOException, ReflectiveOperationException {
        requireSame(network, network.inputShape(), categories);
    }

    /// @param categories how many of the last numbers of each innermost row are such
    private void requireSame(Sequential network, Shape sample, int categories)
            throws IOException, ReflectiveOperationException {
        UnaryOperator<float[]> compiled = CompiledSource.compile(JavaSource.of(network, "Model"), folder);
        Random random = new Random(2);
        for (int count = 0; count < 3; count++) {
            float[] input = new float[sample.elements()];
            for (int index = 0; index < input.length; index++) {
                boolean isCategory = index % sample.last() >= sample.last() - categories;
                input[index] = isCategory ? random.nextInt(IDS) : (float) random.nextGaussian();
            }
            float[] expected = Predictor.of(network).predict(Tensor.of(sample.withBatch(1), input)).data();
            assertThat(bits(compiled.apply(input))).isEqualTo(bits(expected));
        }
    }

    private static int[] bits(float[] numbers) {
        int[] bits = new int[numbers.length];
        Arrays.setAll(bits, index -> Float.floatToIntBits(numbers[index]));
        return bits;
    }

    private static Sequential network(Shape input, LayerSpec... layers) {
        Sequential network = Sequential.input(input).addAll(List.of(layers)).build(7);
        Random random = new Random(3);
        network.parameters().forEach(parameter -> {
            for (int index = 0; index < parameter.value().length; index++) {
                parameter.value()[index] += 0.3f * (random.nextFloat() - 0.5f);
            }
        });
        return network;
    }
}
