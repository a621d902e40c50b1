package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddedColumnsSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Output and gradients of every layer without recurrence against its formula in double.
class LayerGradientTest {

    private static final double TOLERANCE = 1e-5;
    private static final int BATCH = 3;
    private static final int STEPS = 5;
    private static final int FEATURES = 4;
    private static final Shape SEQUENCE = Shape.sequence(STEPS, FEATURES);
    private static final Shape VECTOR = Shape.vector(FEATURES);

    /// A layer, what goes in, and its formula.
    record Subject(String name, LayerSpec spec, Shape sample, ReferenceLayer formula) {

        LayerCheck check() {
            return new LayerCheck(layer(), formula, input(), 7);
        }

        Layer layer() {
            return spec.build("0", sample, new RandomStreams(1));
        }

        Tensor input() {
            if (spec instanceof EmbeddedColumnsSpec) {
                Tensor rows = LayerCheck.input(sample.withBatch(BATCH), 3);
                for (int row = 0; row < BATCH * STEPS; row++) {
                    rows.data()[row * FEATURES + 2] = row * 5 % 7;
                    rows.data()[row * FEATURES + 3] = row % 2;
                }
                return rows;
            }
            if (!(spec instanceof EmbeddingSpec embedding)) {
                return LayerCheck.input(sample.withBatch(BATCH), 3);
            }
            Tensor indices = Tensor.zeros(sample.withBatch(BATCH));
            for (int place = 0; place < indices.data().length; place++) {
                indices.data()[place] = place * 5 % embedding.vocabulary();
            }
            return indices;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Subject> subjects() {
        DoubleUnaryOperator same = x -> x;
        DoubleUnaryOperator tanh = StrictMath::tanh;
        DoubleUnaryOperator silu = x -> x / (1 + StrictMath.exp(-x));
        return List.of(
                new Subject("dense", new DenseSpec(6), SEQUENCE, ReferenceLayers.dense(FEATURES, 6, same)),
                new Subject("dense without bias", new DenseSpec(6).withoutBias().withActivation(Activation.TANH),
                        VECTOR,
                        ReferenceLayers.dense(FEATURES, 6, tanh)),
                new Subject("dense with silu", new DenseSpec(6).withActivation(Activation.SILU), SEQUENCE,
                        ReferenceLayers.dense(FEATURES, 6, silu)),
                new Subject("tanh", new ActivationSpec(Activation.TANH), SEQUENCE, ReferenceLayers.elementwise(tanh)),
                new Subject("silu", new ActivationSpec(Activation.SILU), VECTOR, ReferenceLayers.elementwise(silu)),
                new Subject("softmax", new SoftmaxSpec(), SEQUENCE, ReferenceLayers.softmax(FEATURES)),
                new Subject("log softmax", new SoftmaxSpec(true), VECTOR, ReferenceLayers.logSoftmax(FEATURES)),
                new Subject("layer normalisation", new LayerNormalizationSpec(), SEQUENCE,
                        ReferenceLayers.layerNormalization(FEATURES, 1e-3f)),
                new Subject("embedding of steps", new EmbeddingSpec(7, 3), Shape.of(Axis.steps(STEPS)),
                        ReferenceLayers.embedding(3)),
                new Subject("embedding of columns", new EmbeddingSpec(7, 3), Shape.sequence(STEPS, 1),
                        ReferenceLayers.embedding(3)),
                new Subject("embedded columns",
                        EmbeddedColumnsSpec.of(new EmbeddingSpec(7, 3), new EmbeddingSpec(2, 1)), SEQUENCE,
                        ReferenceLayers.embeddedColumns(2, 3, 1)),
                new Subject("masking", new MaskingSpec(), SEQUENCE, ReferenceLayers.elementwise(same)),
                new Subject("penalty on activations", new ActivityRegularizationSpec(0.3, 0.2), SEQUENCE,
                        ReferenceLayers.penalized(x -> Arrays.stream(x).map(v -> 0.3 * Math.abs(v) + 0.2 * v * v).sum()
                                / BATCH)),
                new Subject("flatten", new FlattenSpec(), SEQUENCE, ReferenceLayers.elementwise(same)),
                new Subject("reshape", new ReshapeSpec(Shape.sequence(2, 10)), SEQUENCE,
                        ReferenceLayers.elementwise(same)),
                new Subject("repeat", new RepeatVectorSpec(3), VECTOR, ReferenceLayers.repeat(3, FEATURES)),
                new Subject("last step", new LastStepSpec(), SEQUENCE, ReferenceLayers.lastStep(STEPS, FEATURES)),
                new Subject("average", new GlobalPoolingSpec(Pooling.AVERAGE), SEQUENCE,
                        ReferenceLayers.average(STEPS, FEATURES)),
                new Subject("maximum", new GlobalPoolingSpec(Pooling.MAXIMUM), SEQUENCE,
                        ReferenceLayers.maximum(STEPS, FEATURES)),
                new Subject("time distributed dense", new TimeDistributedSpec(new DenseSpec(2)), SEQUENCE,
                        ReferenceLayers.dense(FEATURES, 2, same)),
                new Subject("time distributed last step", new TimeDistributedSpec(new LastStepSpec()),
                        Shape.of(Axis.steps(2), new Axis("hours", 3), Axis.features(2)),
                        ReferenceLayers.lastStep(3, 2)),
                new Subject("residual",
                        ResidualSpec.around(new DenseSpec(FEATURES).withActivation(Activation.TANH)), SEQUENCE,
                        ReferenceLayers.residual(ReferenceLayers.dense(FEATURES, FEATURES, tanh))),
                new Subject("residual with projection", ResidualSpec.around(new DenseSpec(2)).withProjection(),
                        SEQUENCE, ReferenceLayers.projected(FEATURES, 2, ReferenceLayers.dense(FEATURES, 2, same))));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void outputIsThatOfTheFormula(Subject subject) {
        Worst worst = subject.check().output();
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void gradientsMeetCentralDifferences(Subject subject) {
        Worst worst = subject.check().gradients();
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    /// A hundredth more in the largest element of any one gradient.
    @ParameterizedTest
    @MethodSource("subjects")
    void findsASmallFaultInAnyGradient(Subject subject) {
        int gradients = 1 + subject.layer().parameters().size();
        for (int place = subject.spec() instanceof EmbeddingSpec ? 1 : 0; place < gradients; place++) {
            Layer faulty = new FaultyLayer(subject.layer(), place);
            Worst worst = new LayerCheck(faulty, subject.formula(), subject.input(), 7).gradients();
            assertThat(worst.error()).as("%s", worst).isGreaterThan(100 * TOLERANCE);
        }
    }

    /// The gradient of one who forgets that mean and variance depend on x.
    @Test
    void findsANormalisationWithoutThePathThroughItsStatistics() {
        LayerNormalizationSpec spec = new LayerNormalizationSpec();
        Tensor input = LayerCheck.input(SEQUENCE.withBatch(BATCH), 3);
        ReferenceLayer forgetful = ReferenceLayers.layerNormalizationOfFixedStatistics(
                FEATURES, spec.epsilon(), Floats.doubles(input.data()));
        LayerCheck check = new LayerCheck(spec.build("0", SEQUENCE, new RandomStreams(1)), forgetful, input, 7);
        assertThat(check.output().error()).isLessThanOrEqualTo(TOLERANCE);
        assertThat(check.gradients().error()).isGreaterThan(0.1);
    }

    /// A new layer needs a subject, here or among those that draw random numbers.
    @Test
    void everyLayerIsASubject() {
        Stream<LayerSpec> subjects = Stream.concat(
                subjects().stream().map(Subject::spec), RandomLayerGradientTest.layers());
        List<String> specs = ShippedClasses.besideOf(LayerSpec.class);
        assertThat(specs).hasSizeGreaterThan(10);
        assertThat(subjects).extracting(spec -> spec.getClass().getSimpleName()).containsAll(specs);
    }
}
