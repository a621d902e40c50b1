package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.inference.PredictionWithStates;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.StreamState;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// `output, (h_n, c_n)` of a predictor, from `h_0, c_0`, against PyTorch's.
class PredictorStatesGoldenTest {

    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @ValueSource(strings = {"lstm_single_f32", "lstm_two_layer_f32", "lstm_bidir_f32", "lstm_bidir_two_layer_f32",
        "lstm_proj_f32", "lstm_proj_bidir_two_layer_f32", "lstm_packed_f32", "lstm_packed_bidir_two_layer_f32"})
    void matchesPyTorch(String name) {
        GoldenCase golden = GoldenCase.read(name);
        Tensor input = Floats.sequences(golden.file().batchFirst("input"));
        Predictor predictor = Predictor.of(network(golden, input.shape().withoutBatch()));
        StreamState initial = initial(golden, predictor.predictWithStates(input).states());
        PredictionWithStates answer = golden.isPacked()
                ? predictor.predictWithStates(input,
                        StepMask.ofLengths(input.shape().size(1), golden.lengths()), initial)
                : predictor.predictWithStates(input, initial);
        Worst worst = new Worst();
        see(worst, "output", Rows.flat(Rows.of(golden.file().batchFirst("output"))), answer.output());
        for (int number = 0; number < golden.layers() * golden.directions(); number++) {
            RecurrentState state = answer.states().layers().get(number);
            see(worst, "hn", Rows.flat(List.of(golden.file().cube("hn")[number])), state.hidden());
            see(worst, "cn", Rows.flat(List.of(golden.file().cube("cn")[number])), state.cell());
        }
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    private static Sequential network(GoldenCase golden, Shape sample) {
        LstmSpec lstm = new LstmSpec(golden.units(), true, Initialization.PYTORCH).withProjection(golden.projection());
        LayerSpec spec = golden.directions() == 2 ? new BidirectionalSpec(lstm) : lstm;
        Sequential.Builder builder = Sequential.input(sample);
        for (int layer = 0; layer < golden.layers(); layer++) {
            builder.add(spec);
        }
        Sequential network = builder.build(1);
        for (Parameter parameter : network.parameters()) {
            int layer = parameter.name().charAt(0) - '0';
            String inFile = parameter.name().substring(2).replace("_l0", "_l" + layer);
            double[] values = inFile.startsWith("bias")
                    ? golden.bias(layer, inFile.endsWith("_reverse") ? 1 : 0)
                    : golden.file().flat("weight." + inFile);
            Floats.copy(List.of(values), parameter.value());
        }
        return network;
    }

    /// @param sizes states of the right sizes
    private static StreamState initial(GoldenCase golden, StreamState sizes) {
        List<RecurrentState> states = new ArrayList<>();
        for (int number = 0; number < sizes.layers().size(); number++) {
            RecurrentState state = sizes.layers().get(number).copy();
            Floats.copy(List.of(golden.file().cube("h0")[number]), state.hidden().data());
            Floats.copy(List.of(golden.file().cube("c0")[number]), state.cell().data());
            states.add(state);
        }
        return new StreamState(states);
    }

    private static void see(Worst worst, String name, double[] expected, Tensor actual) {
        worst.seeRelative(name, expected, Floats.doubles(actual.data()));
    }
}
