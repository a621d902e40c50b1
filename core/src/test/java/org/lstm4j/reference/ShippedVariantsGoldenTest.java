package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.BidirectionalPass;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The shipped float32 layers in both directions, with projections and sequences of different lengths, against PyTorch's float32
/// numbers, gradients included.
class ShippedVariantsGoldenTest {

    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @CsvSource({
        "lstm_single_f32, SCALAR", "lstm_bidir_f32, SCALAR", "lstm_bidir_f32, VECTOR",
        "lstm_bidir_two_layer_f32, SCALAR",
        "lstm_bidir_two_layer_f32, VECTOR", "lstm_proj_f32, SCALAR", "lstm_proj_f32, VECTOR",
        "lstm_proj_bidir_two_layer_f32, SCALAR", "lstm_proj_bidir_two_layer_f32, VECTOR", "lstm_packed_f32, SCALAR",
        "lstm_packed_f32, VECTOR", "lstm_packed_bidir_two_layer_f32, SCALAR", "lstm_packed_bidir_two_layer_f32, VECTOR"
    })
    void matchesPyTorch(String name, ShippedKernels kernels) {
        Network network = new Network(GoldenCase.read(name), kernels);
        Worst worst = new Worst();
        network.forward(worst);
        network.backward(worst);
        System.out.printf("float32, %s kernels, against %s: worst relative error %s%n", kernels, name, worst);
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    private static final class Network {

        private final GoldenCase golden;
        private final List<Layer> layers = new ArrayList<>();
        private final List<LayerPass> passes = new ArrayList<>();
        private Tensor output = Tensor.zeros(Shape.vector(0));

        Network(GoldenCase golden, ShippedKernels kernels) {
            this.golden = golden;
            double[][][] input = golden.file().batchFirst("input");
            Shape shape = Shape.sequence(input[0].length, input[0][0].length);
            LstmSpec lstm = new LstmSpec(golden.units(), true, Initialization.PYTORCH)
                    .withProjection(golden.projection());
            LayerSpec spec = golden.directions() == 2 ? new BidirectionalSpec(lstm) : lstm;
            for (int layer = 0; layer < golden.layers(); layer++) {
                Layer built = spec.build("0", shape, new RandomStreams(1));
                setWeights(built, layer);
                layers.add(built);
                passes.add(built.newPass(shape.withBatch(input.length), PassMode.TRAINING, kernels.compute()));
                shape = built.outputShape(shape);
            }
        }

        private void setWeights(Layer built, int layer) {
            for (Parameter parameter : built.parameters()) {
                String name = inFile(parameter, layer);
                double[] values = name.startsWith("bias")
                        ? golden.bias(layer, name.endsWith("_reverse") ? 1 : 0)
                        : golden.file().flat("weight." + name);
                Floats.copy(List.of(values), parameter.value());
            }
        }

        /// `0.weight_ih_l0_reverse` of layer 1 is `weight_ih_l1_reverse` there.
        private static String inFile(Parameter parameter, int layer) {
            return parameter.name().substring(2).replace("_l0", "_l" + layer);
        }

        void forward(Worst worst) {
            output = Floats.sequences(golden.file().batchFirst("input"));
            StepMask mask = golden.isPacked() ? StepMask.ofLengths(output.shape().size(1), golden.lengths()) : null;
            for (int layer = 0; layer < passes.size(); layer++) {
                output = forward(layer, output, mask);
            }
            see(worst, "output", Rows.flat(Rows.of(golden.file().batchFirst("output"))), output.data());
            for (int layer = 0; layer < passes.size(); layer++) {
                for (int direction = 0; direction < golden.directions(); direction++) {
                    RecurrentState state = pass(layer, direction).newState();
                    pass(layer, direction).finalState(state);
                    see(worst, "hn", "cn", layer, direction, state);
                }
            }
        }

        private Tensor forward(int layer, Tensor input, @org.jspecify.annotations.Nullable StepMask mask) {
            if (passes.get(layer) instanceof BidirectionalPass both) {
                return both.forward(input, mask, initial(layer, 0), initial(layer, 1));
            }
            RecurrentPass pass = pass(layer, 0);
            return mask == null
                    ? pass.forward(input, initial(layer, 0))
                    : pass.forward(input, mask, initial(layer, 0));
        }

        private RecurrentPass pass(int layer, int direction) {
            return switch (passes.get(layer)) {
                case BidirectionalPass both -> direction == 0 ? both.forwardPass() : both.backwardPass();
                case LayerPass other -> (RecurrentPass) other;
            };
        }

        private RecurrentState initial(int layer, int direction) {
            RecurrentState state = pass(layer, direction).newState();
            int number = golden.state(layer, direction);
            Floats.copy(List.of(golden.file().cube("h0")[number]), state.hidden().data());
            Floats.copy(List.of(golden.file().cube("c0")[number]), state.cell().data());
            return state;
        }

        /// Of the mean over steps that count.
        void backward(Worst worst) {
            Tensor gradient = Tensor.zeros(output.shape());
            Tensor target = Floats.sequences(golden.file().batchFirst("target"));
            int steps = output.shape().size(1);
            int width = output.shape().last();
            int counting = java.util.Arrays.stream(golden.lengths()).sum() * width;
            for (int index = 0; index < gradient.data().length; index++) {
                boolean counts = index / width % steps < golden.lengths()[index / width / steps];
                float error = output.data()[index] - target.data()[index];
                gradient.data()[index] = counts ? 2 * error / counting : 0f;
            }
            for (int layer = passes.size() - 1; layer >= 0; layer--) {
                passes.get(layer).backward(gradient);
                gradient = passes.get(layer).inputGradient();
                compareGradients(worst, layer);
            }
            see(worst, "grad.input", Rows.flat(Rows.of(golden.file().batchFirst("grad.input"))), gradient.data());
        }

        private void compareGradients(Worst worst, int layer) {
            for (Parameter parameter : layers.get(layer).parameters()) {
                String name = inFile(parameter, layer).replace("bias_", "bias_ih_");
                see(worst, "grad." + name, golden.file().flat("grad." + name), parameter.gradient());
            }
            for (int direction = 0; direction < golden.directions(); direction++) {
                RecurrentState gradient = pass(layer, direction).newState();
                pass(layer, direction).initialStateGradient(gradient);
                see(worst, "grad.h0", "grad.c0", layer, direction, gradient);
            }
        }

        private void see(
                Worst worst, String hidden, String cell, int layer, int direction, RecurrentState state) {
            int number = golden.state(layer, direction);
            see(worst, hidden, Rows.flat(List.of(golden.file().cube(hidden)[number])), state.hidden().data());
            see(worst, cell, Rows.flat(List.of(golden.file().cube(cell)[number])), state.cell().data());
        }

        private static void see(Worst worst, String name, double[] expected, float[] actual) {
            worst.seeRelative(name, expected, Floats.doubles(actual));
        }
    }
}
