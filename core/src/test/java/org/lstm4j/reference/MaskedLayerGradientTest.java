package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.StepMask;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Output and gradients of the layers that look over steps, where not every step counts, against their formula in double.
class MaskedLayerGradientTest {

    private static final double TOLERANCE = 1e-5;
    private static final int STEPS = 5;
    private static final int FEATURES = 4;
    private static final Shape SAMPLE = Shape.sequence(STEPS, FEATURES);
    private static final Tensor INPUT = LayerCheck.input(SAMPLE.withBatch(4), 3);

    /// All steps, padding at the end, holes at both ends and amid, no step.
    private static final boolean[][] COUNTS = {
        {true, true, true, true, true}, {true, true, false, false, false}, {false, true, false, true, false},
        {false, false, false, false, false}};

    /// A layer, and what it makes of one feature's values at the steps that count, of which there is at least one.
    record Subject(LayerSpec spec, ToDoubleFunction<List<Double>> formula) {

        Layer layer() {
            return spec.build("0", SAMPLE, new RandomStreams(1));
        }

        double[] apply(double[] x) {
            double[] y = new double[COUNTS.length * FEATURES];
            for (int index = 0; index < y.length; index++) {
                List<Double> column = column(x, index / FEATURES, index % FEATURES);
                y[index] = column.isEmpty() ? 0 : formula.applyAsDouble(column);
            }
            return y;
        }

        private static List<Double> column(double[] x, int row, int feature) {
            List<Double> column = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                if (COUNTS[row][step]) {
                    column.add(x[(row * STEPS + step) * FEATURES + feature]);
                }
            }
            return column;
        }

        LayerCheck check(Layer layer) {
            return new LayerCheck(layer, (x, _) -> apply(x), INPUT, StepMask.of(COUNTS), 7);
        }
    }

    static List<Subject> subjects() {
        return List.of(
                new Subject(new GlobalPoolingSpec(Pooling.AVERAGE),
                        column -> column.stream().mapToDouble(value -> value).average().orElseThrow()),
                new Subject(new GlobalPoolingSpec(Pooling.MAXIMUM),
                        column -> column.stream().mapToDouble(value -> value).max().orElseThrow()),
                new Subject(new LastStepSpec(), List::getLast));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void outputIsThatOfTheFormula(Subject subject) {
        Worst worst = subject.check(subject.layer()).output();
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void gradientsMeetCentralDifferences(Subject subject) {
        Worst worst = subject.check(subject.layer()).gradients();
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void findsASmallFaultInTheGradient(Subject subject) {
        Worst worst = subject.check(new FaultyLayer(subject.layer(), 0)).gradients();
        assertThat(worst.error()).as("%s", worst).isGreaterThan(100 * TOLERANCE);
    }

    /// The layer of one who forgets the mask.
    @ParameterizedTest
    @MethodSource("subjects")
    void findsALayerThatTakesPaddingForData(Subject subject) {
        LayerCheck check = new LayerCheck(subject.layer(), (x, _) -> subject.apply(x), INPUT, 7);
        assertThat(check.output().error()).isGreaterThan(0.1);
        assertThat(check.gradients().error()).isGreaterThan(0.1);
    }
}
