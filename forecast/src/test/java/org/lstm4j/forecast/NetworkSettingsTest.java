package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.TargetUse;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowLayout;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.forecast.prepare.WindowSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.segment.SegmentWindow;

/// Which layers a forecaster's network has.
class NetworkSettingsTest {

    private static final WindowForm FORM = new WindowForm(
            new FeatureSchema(List.of("load"), List.of("wind"), List.of("holiday"), List.of()),
            new WindowSpec(12, 6), WindowScaling.NONE);

    @Test
    void theStandardIsOneLayerAndADenseOne() {
        assertThat(layers(NetworkSettings.standard())).containsExactly(new LstmSpec(50), dense());
    }

    @Test
    void layersStandOnEachOtherWithDropoutAfterEach() {
        NetworkSettings settings = new NetworkSettings(8, 2, false, 0.25, 0, Initialization.KERAS);
        assertThat(layers(settings)).containsExactly(new LstmSpec(8).withReturnSequences(true), new DropoutSpec(0.25f),
                new LstmSpec(8), new DropoutSpec(0.25f), dense());
    }

    @Test
    void everyLayerGoesInBothDirections() {
        NetworkSettings settings = new NetworkSettings(8, 2, true, 0, 0, Initialization.KERAS);
        assertThat(layers(settings)).containsExactly(
                new BidirectionalSpec(new LstmSpec(8).withReturnSequences(true)),
                new BidirectionalSpec(new LstmSpec(8)), dense());
        Sequential network = settings.build(FORM, 1, 4, false, 1);
        assertThat(network.layers().getFirst().outputShape(FORM.inputShape()).last()).as("both side by side")
                .isEqualTo(16);
        assertThat(network.outputShape().last()).isEqualTo(6);
    }

    @Test
    void everyLayerDropsOfItsHiddenState() {
        NetworkSettings settings = new NetworkSettings(8, 2, false, 0, 0.5, Initialization.KERAS);
        LstmSpec last = new LstmSpec(8).withRecurrentDropout(0.5f);
        assertThat(layers(settings)).containsExactly(last.withReturnSequences(true), last, dense());
    }

    @Test
    void initialWeightsAreThoseOfThePreset() {
        NetworkSettings settings = new NetworkSettings(8, 1, false, 0, 0, Initialization.PYTORCH);
        assertThat(layers(settings)).containsExactly(new LstmSpec(8, false, Initialization.PYTORCH),
                new DenseSpec(6).withInitialization(Initialization.PYTORCH));
    }

    @Test
    void theSegmentModelIsOneLayerThatReadsTheHorizonsKnownValues() {
        WindowForm extended = new WindowForm(FORM.schema(), FORM.window(), WindowScaling.NONE, WindowLayout.EXTENDED,
                TargetUse.ONE_BY_ONE, 12);
        NetworkSettings settings = new NetworkSettings(8, 2, false, 0.25, 0, Initialization.KERAS)
                .withArchitecture(Architecture.SEGMENT);

        assertThat(settings.build(extended, 3, 4, true, 1).layers()).extracting(Layer::spec).containsExactly(
                new SegmentLstmSpec(new SegmentWindow(12, 6, 4).withObserved(2).withKnown(1), 8).withOutputs(3)
                        .withLayers(2).withDropout(0.25f).withZeroHead(true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withBidirectional(true))
                .withMessageContaining("the segment model goes one way");
    }

    @Test
    void refusesWhatNoNetworkCanHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(0, 1, 0, 0))
                .withMessage("hidden units and layers must be at least 1: 0, 1");
        assertThatIllegalArgumentException().isThrownBy(() -> of(8, 0, 0, 0))
                .withMessage("hidden units and layers must be at least 1: 8, 0");
        assertThatIllegalArgumentException().isThrownBy(() -> of(8, 1, 1, 0))
                .withMessage("dropout must be in [0, 1), but was 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> of(8, 1, 0, -0.1))
                .withMessage("recurrent dropout must be in [0, 1), but was -0.1");
        assertThatIllegalArgumentException().isThrownBy(() -> of(8, 1, 0, Double.NaN))
                .withMessage("recurrent dropout must be in [0, 1), but was NaN");
    }

    private static NetworkSettings of(int hidden, int layers, double dropout, double recurrentDropout) {
        return new NetworkSettings(hidden, layers, true, dropout, recurrentDropout, Initialization.KERAS);
    }

    private static DenseSpec dense() {
        return new DenseSpec(6).withInitialization(Initialization.KERAS);
    }

    private static List<LayerSpec> layers(NetworkSettings settings) {
        return settings.build(FORM, 1, 4, false, 1).layers().stream().map(Layer::spec).toList();
    }
}
