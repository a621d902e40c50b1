package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.segment.SegmentWindow;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.reference.TextbookSegmentLstm.Fault;
import org.lstm4j.tensor.Tensor;

/// Output and gradients of the segment LSTM against its textbook in double.
class SegmentLstmGradientTest {

    private static final double TOLERANCE = 2e-5;
    private static final int BATCH = 3;

    static List<SegmentLstmSpec> specs() {
        return List.of(
                new SegmentLstmSpec(new SegmentWindow(6, 4, 2), 3),
                new SegmentLstmSpec(new SegmentWindow(7, 5, 3), 4), // neither is divisible
                new SegmentLstmSpec(new SegmentWindow(3, 2, 3), 3), // one segment each way
                new SegmentLstmSpec(new SegmentWindow(5, 3, 1), 2),
                new SegmentLstmSpec(new SegmentWindow(7, 4, 3).withObserved(2).withKnown(2), 4).withOutputs(2),
                new SegmentLstmSpec(new SegmentWindow(6, 4, 2).withCategories(List.of(3)), 5), // an odd half
                rich());
    }

    /// All there is at once.
    private static SegmentLstmSpec rich() {
        SegmentWindow window = new SegmentWindow(8, 5, 3).withObserved(2).withKnown(2).withCategories(List.of(3, 2));
        return new SegmentLstmSpec(window, 4).withLayers(2).withOutputs(2);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void outputIsThatOfTheTextbook(SegmentLstmSpec spec) {
        Worst worst = check(spec, layer(spec), Fault.NONE).output();
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void gradientsMeetCentralDifferences(SegmentLstmSpec spec) {
        Worst worst = check(spec, layer(spec), Fault.NONE).gradients();
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    /// A hundredth more in the largest element of any one gradient.
    @ParameterizedTest
    @MethodSource("specs")
    void findsASmallFaultInAnyGradient(SegmentLstmSpec spec) {
        for (int place = 0; place <= layer(spec).parameters().size(); place++) {
            Worst worst = check(spec, new FaultyLayer(layer(spec), place), Fault.NONE).gradients();
            assertThat(worst.error()).as("%s", worst).isGreaterThan(100 * TOLERANCE);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void findsAnotherLayerThanTheOneMeant(Fault fault) {
        LayerCheck check = check(rich(), layer(rich()), fault);
        assertThat(check.output().error()).isGreaterThan(0.01);
        assertThat(check.gradients().error()).isGreaterThan(0.01);
    }

    private static LayerCheck check(SegmentLstmSpec spec, Layer layer, Fault fault) {
        return new LayerCheck(layer, new TextbookSegmentLstm(spec, fault), input(spec), 7);
    }

    private static Layer layer(SegmentLstmSpec spec) {
        return spec.build("0", spec.window().sample(), new RandomStreams(1));
    }

    /// Ids of categories in their channels.
    private static Tensor input(SegmentLstmSpec spec) {
        SegmentWindow window = spec.window();
        Tensor input = LayerCheck.input(window.sample().withBatch(BATCH), 3);
        int first = window.observed() + window.known();
        for (int row = 0; row < BATCH * window.steps(); row++) {
            for (int category = 0; category < window.categories().size(); category++) {
                int id = (row / window.steps() + 1) % window.categories().get(category);
                input.data()[row * window.channels() + first + category] = id;
            }
        }
        return input;
    }
}
