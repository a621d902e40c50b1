package org.lstm4j.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.json.Json;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.CellSignal;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What gates are said to do, against the formulas in double and against what the layer gives.
class CellActivityTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final Shape SAMPLE = SampleNetworks.SAMPLE;
    private static final int STEPS = SampleNetworks.STEPS;
    private static final Tensor SAMPLES = SampleNetworks.samples(SAMPLE, 3);
    private static final double TOLERANCE = 2e-6;

    static Stream<RecurrentSpec> layers() {
        LstmSpec lstm = new LstmSpec(18); // more than one block
        return Stream.of(lstm, lstm.withPeephole(true), lstm.withLayerNormalization(true), lstm.withProjection(5),
                lstm.withActivation(Activation.SOFTSIGN).withRecurrentActivation(Activation.HARD_SIGMOID),
                lstm.withZoneout(0.2f, 0.3f), lstm.withZoneout(0.2f, 0f).withProjection(7), lstm.withBias(false),
                lstm.withInputDropout(0.5f).withRecurrentDropout(0.5f), lstm.withGoBackwards(true), new GruSpec(18),
                new GruSpec(18).withNoise(RecurrentNoise.NONE.withZoneout(0.3f, 0f)), new SimpleRnnSpec(18));
    }

    /// From the states it says a step began with and the weights, the formulas of the cell give the step's gates and states.
    @ParameterizedTest
    @MethodSource("layers")
    void signalsAreThoseOfTheFormulas(RecurrentSpec spec) {
        Sequential network = network(spec);
        CellActivity activity = CellActivity.of(network, SAMPLES, COMPUTE).getFirst();
        CellFormulas formulas = new CellFormulas((RecurrentLayer) network.layers().getFirst(), activity.signals());
        for (int row = 0; row < 3; row++) {
            for (int turn = 0; turn < STEPS; turn++) {
                int step = activity.backwards() ? STEPS - 1 - turn : turn;
                int before = turn == 0 ? -1 : activity.backwards() ? step + 1 : step - 1;
                assertThat(formulas.worst(SAMPLES, row, step, before)).as("row %d, step %d", row, step)
                        .isLessThan(TOLERANCE);
            }
        }
    }

    /// Gates in another place, or states of another step, would be noticed.
    @Test
    void theFormulasFindPlantedFaults() {
        Sequential network = network(new LstmSpec(18));
        RecurrentLayer layer = (RecurrentLayer) network.layers().getFirst();
        Map<CellSignal, Tensor> signals = CellActivity.of(network, SAMPLES, COMPUTE).getFirst().signals();
        for (CellSignal wrong : signals.keySet()) {
            Map<CellSignal, Tensor> faulty = new EnumMap<>(signals);
            CellSignal other = wrong == CellSignal.FORGET_GATE ? CellSignal.INPUT_GATE : CellSignal.FORGET_GATE;
            faulty.put(wrong, Objects.requireNonNull(signals.get(other)));
            assertThat(new CellFormulas(layer, faulty).worst(SAMPLES, 1, 3, 2)).as("%s", wrong).isGreaterThan(1e-2);
        }
        assertThat(new CellFormulas(layer, signals).worst(SAMPLES, 1, 3, 1)).as("an older state").isGreaterThan(1e-2);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theLastHiddenStateIsWhatTheLayerGives(RecurrentSpec spec) {
        Sequential network = network(spec);
        float[] given = network.newPass(SAMPLES.shape(), PassMode.INFERENCE, COMPUTE).forward(SAMPLES).data();
        CellActivity activity = CellActivity.of(network, SAMPLES, COMPUTE).getFirst();
        Tensor hidden = activity.signal(CellSignal.HIDDEN_STATE);
        int last = activity.backwards() ? 0 : STEPS - 1;
        for (int index = 0; index < given.length; index++) {
            assertThat(hidden.get(index / spec.outputs(), last, index % spec.outputs())).isEqualTo(given[index]);
        }
    }

    @Test
    void everyHiddenStateIsWhatTheLayerGives() {
        for (LayerSpec spec : List.of(new LstmSpec(18).withReturnSequences(true),
                new DilatedSpec(new LstmSpec(18).withReturnSequences(true), 2),
                new DilatedSpec(new GruSpec(18).withReturnSequences(true), 3))) {
            Sequential network = network(spec);
            Tensor given = network.newPass(SAMPLES.shape(), PassMode.INFERENCE, COMPUTE).forward(SAMPLES);
            assertThat(CellActivity.of(network, SAMPLES, COMPUTE).getFirst().signal(CellSignal.HIDDEN_STATE)
                    .data()).isEqualTo(given.data());
        }
    }

    /// Phase of the last step only: steps 4, 2, 0 of five with dilation 2.
    @Test
    void aDilatedLayerHasNothingWhereItDidNotGo() {
        Sequential network = network(new DilatedSpec(new LstmSpec(4), 2));
        float[] given = network.newPass(SAMPLES.shape(), PassMode.INFERENCE, COMPUTE).forward(SAMPLES).data();
        CellActivity activity = CellActivity.of(network, SAMPLES, COMPUTE).getFirst();
        Tensor hidden = activity.signal(CellSignal.HIDDEN_STATE);
        for (int step = 0; step < STEPS; step++) {
            assertThat(Float.isNaN(hidden.get(0, step, 0))).isEqualTo(step % 2 == 1);
        }
        assertThat(hidden.get(2, 4, 3)).isEqualTo(given[11]);
        assertThat(activity.statistics().getFirst().values().count()).isEqualTo(3 * 3 * 4);
    }

    @Test
    void bothDirectionsStandInTheOrderOfTime() {
        Sequential network = network(new BidirectionalSpec(new LstmSpec(4), MergeMode.CONCATENATE));
        float[] given = network.newPass(SAMPLES.shape(), PassMode.INFERENCE, COMPUTE).forward(SAMPLES).data();
        List<CellActivity> both = CellActivity.of(network, SAMPLES, COMPUTE);
        assertThat(both).extracting(CellActivity::backwards).containsExactly(false, true);
        assertThat(both.getLast().title()).endsWith(", backwards");
        for (int unit = 0; unit < 4; unit++) {
            assertThat(both.getFirst().signal(CellSignal.HIDDEN_STATE).get(1, STEPS - 1, unit))
                    .isEqualTo(given[8 + unit]);
            assertThat(both.getLast().signal(CellSignal.HIDDEN_STATE).get(1, 0, unit))
                    .isEqualTo(given[12 + unit]);
        }
    }

    /// With steps 1 and 3 passed over, the others are those of the sequence 0, 2, 4.
    @Test
    void stepsThatDoNotCountHaveNone() {
        Sequential network = network(new LstmSpec(4));
        StepMask mask = StepMask.of(new boolean[][]{{true, false, true, false, true}});
        Tensor one = SAMPLES.rows(0, 1);
        Tensor signal = CellActivity.of(network, one, mask, COMPUTE).getFirst().signal(CellSignal.CELL_STATE);
        Tensor shorter = Tensor.zeros(Shape.sequence(3, 3).withBatch(1));
        for (int index = 0; index < 9; index++) {
            shorter.data()[index] = one.get(0, 2 * (index / 3), index % 3);
        }
        Tensor expected = CellActivity.of(network, shorter, COMPUTE).getFirst().signal(CellSignal.CELL_STATE);
        for (int step = 0; step < STEPS; step++) {
            float value = signal.get(0, step, 2);
            if (step % 2 == 1) {
                assertThat(value).isNaN();
            } else {
                assertThat(value).isEqualTo(expected.get(0, step / 2, 2));
            }
        }
    }

    @Test
    void findsLayersWithinLayersAndSaysWhereThereAreNone() {
        for (String name : List.of("residual", "dropout", "distributed")) {
            assertThat(CellActivity.of(SampleNetworks.named(name), SAMPLES, COMPUTE)).as(name).isNotEmpty();
        }
        Sequential dense = Sequential.input(SAMPLE).add(new DenseSpec(2)).build(1);
        assertThatIllegalArgumentException().isThrownBy(() -> CellActivity.of(dense, SAMPLES, COMPUTE))
                .withMessage("the network has no recurrent layer whose gates could be shown, only [0 dense]");
    }

    @Test
    void aPassHasSignalsBetweenForwardAndBackwardOnly() {
        RecurrentLayer lstm = new LstmSpec(4).build("0", SAMPLE, new RandomStreams(1));
        RecurrentPass inference = lstm.newPass(SAMPLES.shape(), PassMode.INFERENCE, COMPUTE);
        inference.forward(SAMPLES);
        assertThatIllegalStateException().isThrownBy(inference::signals)
                .withMessage("layer \"0 lstm\" runs in mode INFERENCE, which keeps one step only; make the pass with"
                        + " PassMode.EXPLAINING");
        RecurrentPass pass = lstm.newPass(SAMPLES.shape(), PassMode.EXPLAINING, COMPUTE);
        assertThatIllegalStateException().isThrownBy(pass::signals).withMessageContaining("needs a forward first");
        pass.backward(pass.forward(SAMPLES).copy());
        assertThatIllegalStateException().isThrownBy(pass::signals).withMessageContaining("needs a forward first");
    }

    /// A gate of sigmoid(0) = 0.5 is neither shut nor open.
    @Test
    void statisticsAreThoseOfTheGate() {
        Sequential network = Sequential.input(SAMPLE).add(new LstmSpec(4)).build(1);
        network.parameters().forEach(parameter -> Arrays.fill(parameter.value(), 0f));
        for (int unit = 0; unit < 4; unit++) {
            network.parameters().getLast().value()[4 + unit] = unit < 3 ? 9f : -9f; // forget
        }
        List<SignalStatistics> all = CellActivity.of(network, SAMPLES, COMPUTE).getFirst().statistics();
        assertThat(all).extracting(SignalStatistics::signal).containsExactly(CellSignal.INPUT_GATE,
                CellSignal.FORGET_GATE, CellSignal.CANDIDATE, CellSignal.OUTPUT_GATE, CellSignal.CELL_STATE,
                CellSignal.HIDDEN_STATE);
        assertThat(all.getFirst().values().mean()).isEqualTo(0.5);
        assertThat(all.getFirst().shut()).isZero();
        assertThat(all.get(1).open()).isEqualTo(0.75);
        assertThat(all.get(1).shut()).isEqualTo(0.25);
    }

    @Test
    void saysWhichSignalsThereAre() {
        CellActivity gru = CellActivity.of(network(new GruSpec(3)), SAMPLES, COMPUTE).getFirst();
        assertThatIllegalArgumentException().isThrownBy(() -> gru.signal(CellSignal.FORGET_GATE))
                .withMessage(
                        "layer \"0 gru\" has no forget gate; it has [RESET_GATE, UPDATE_GATE, CANDIDATE, HIDDEN_STATE]");
    }

    @Test
    void writesOneSampleAsJson() {
        Sequential network = Sequential.input(Shape.sequence(2, 1)).add(new SimpleRnnSpec(1)).build(1);
        network.parameters().forEach(parameter -> Arrays.fill(parameter.value(), 0f));
        CellActivity activity = CellActivity
                .of(network, Tensor.zeros(Shape.sequence(2, 1).withBatch(1)), COMPUTE).getFirst();
        assertThat(Json.write(activity.toJson(0)))
                .startsWith("{\"layer\":\"0 simple_rnn\",\"backwards\":false,\"signals\":"
                        + "{\"hidden_state\":[[0.0],[0.0]]},\"statistics\":[{\"signal\":\"hidden state\",");
    }

    private static Sequential network(LayerSpec spec) {
        return SampleNetworks.lively(Sequential.input(SAMPLE).add(spec).build(3));
    }
}
