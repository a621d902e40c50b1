package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A graph of two inputs and two outputs in which ways part and meet again: its gradients against its formula in double.
///
/// ```
/// x ─ h ─┬─ left ─────┐
///        ├─ residual ─ product ─┐
///        └──────────────────── sum ─ mean ─┐
/// v ───────────────────────────────────── joined ─ first ─┬──────── (out)
///                                                         └─ second (out)
/// ```
class GraphGradientTest {

    private static final double TOLERANCE = 1e-5;
    private static final int BATCH = 3;
    private static final int STEPS = 5;
    private static final int X = 4;
    private static final int V = 2;
    private static final int H = 6;
    private static final int FIRST = 2;
    private static final int SECOND = 3;
    private static final int SAMPLE = STEPS * X + V;

    private static final GraphSpec GRAPH = GraphSpec.builder()
            .input("x", Shape.sequence(STEPS, X)).input("v", Shape.vector(V))
            .layer("h", new DenseSpec(H).withActivation(Activation.TANH), "x")
            .layer("left", new DenseSpec(H), "h")
            .layer("residual", ResidualSpec.around(new DenseSpec(H).withActivation(Activation.TANH)), "h")
            .merge("product", Merge.MULTIPLY, "left", "residual")
            .merge("sum", Merge.ADD, "product", "h")
            .layer("mean", new GlobalPoolingSpec(Pooling.AVERAGE), "sum")
            .merge("joined", Merge.CONCATENATE, "mean", "v")
            .layer("first", new DenseSpec(FIRST), "joined")
            .layer("second", new DenseSpec(SECOND).withActivation(Activation.TANH), "first")
            .outputs("first", "second").build();

    @Test
    void outputIsThatOfTheFormula() {
        Worst worst = check(new Formula(Forgotten.NOTHING)).output();
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    void gradientsMeetCentralDifferences() {
        Worst worst = check(new Formula(Forgotten.NOTHING)).gradients();
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    /// One reader of what several read gives no gradient, as when the gradients overwrite each other in place of adding up.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void findsAGradientThatIsOverwrittenWhereWaysPart(Forgotten forgotten) {
        LayerCheck check = check(new Formula(forgotten));
        assertThat(check.output().error()).isLessThanOrEqualTo(TOLERANCE);
        assertThat(check.gradients().error()).isGreaterThan(1_000 * TOLERANCE);
    }

    /// A hundredth more in the largest element of any one gradient.
    @Test
    void findsASmallFaultInAnyGradient() {
        for (int place = 0; place <= graph().parameters().size(); place++) {
            Layer faulty = new FaultyLayer(graph(), place);
            Worst worst = new LayerCheck(faulty, new Formula(Forgotten.NOTHING), input(), 7).gradients();
            assertThat(worst.error()).as("%s", worst).isGreaterThan(100 * TOLERANCE);
        }
    }

    private static LayerCheck check(Formula formula) {
        return new LayerCheck(graph(), formula, input(), 7);
    }

    private static Layer graph() {
        return GRAPH.build("0", GRAPH.inputs().shape(), new RandomStreams(1));
    }

    private static Tensor input() {
        return LayerCheck.input(GRAPH.inputs().shape().withBatch(BATCH), 3);
    }

    /// A way that gives no gradient.
    enum Forgotten {
        NOTHING, H_TO_LEFT, H_TO_RESIDUAL, H_TO_SUM, FIRST_TO_OUTPUT, FIRST_TO_SECOND
    }

    /// The textbook version. What goes along a forgotten way is what went along it at first, whatever changes later.
    private static final class Formula implements ReferenceLayer {

        private final Forgotten forgotten;
        private double[] kept = {};

        Formula(Forgotten forgotten) {
            this.forgotten = forgotten;
        }

        @Override
        public double[] apply(double[] joined, List<double[]> parameters) {
            DoubleUnaryOperator tanh = StrictMath::tanh;
            double[] x = part(joined, SAMPLE, 0, STEPS * X);
            double[] h = ReferenceLayers.dense(X, H, tanh).apply(x, parameters.subList(0, 2));
            double[] left = ReferenceLayers.dense(H, H, value -> value).apply(along(Forgotten.H_TO_LEFT, h),
                    parameters.subList(2, 4));
            double[] residual = ReferenceLayers.residual(ReferenceLayers.dense(H, H, tanh))
                    .apply(along(Forgotten.H_TO_RESIDUAL, h), parameters.subList(4, 6));
            double[] around = along(Forgotten.H_TO_SUM, h);
            double[] sum = new double[h.length];
            Arrays.setAll(sum, index -> left[index] * residual[index] + around[index]);
            double[] mean = ReferenceLayers.average(STEPS, H).apply(sum, List.of());
            double[] both = join(mean, H, part(joined, SAMPLE, STEPS * X, V), V);
            double[] first = ReferenceLayers.dense(H + V, FIRST, value -> value).apply(both, parameters.subList(6, 8));
            double[] second = ReferenceLayers.dense(FIRST, SECOND, tanh).apply(along(Forgotten.FIRST_TO_SECOND, first),
                    parameters.subList(8, 10));
            return join(along(Forgotten.FIRST_TO_OUTPUT, first), FIRST, second, SECOND);
        }

        private double[] along(Forgotten way, double[] values) {
            if (way != forgotten) {
                return values;
            }
            kept = kept.length == 0 ? values.clone() : kept;
            return kept;
        }

        private static double[] part(double[] joined, int stride, int offset, int size) {
            double[] part = new double[joined.length / stride * size];
            Arrays.setAll(part, index -> joined[index / size * stride + offset + index % size]);
            return part;
        }

        private static double[] join(double[] a, int sizeOfA, double[] b, int sizeOfB) {
            int stride = sizeOfA + sizeOfB;
            double[] joined = new double[a.length + b.length];
            Arrays.setAll(joined, index -> index % stride < sizeOfA
                    ? a[index / stride * sizeOfA + index % stride]
                    : b[index / stride * sizeOfB + index % stride - sizeOfA]);
            return joined;
        }
    }
}
