package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Both directions beside the same layers run by hand.
class BidirectionalTest {

    private static final int BATCH = 3;
    private static final int STEPS = 4;
    private static final Shape SAMPLE = Shape.sequence(STEPS, 2);
    private static final LstmSpec LSTM = new LstmSpec(5).withReturnSequences(true);

    private final RandomStream random = new RandomStreams(3).stream("numbers");
    private final Tensor input = uniform(SAMPLE.withBatch(BATCH));

    @ParameterizedTest
    @EnumSource
    void mergesBothDirections(MergeMode merge) {
        Bidirectional layer = build(new BidirectionalSpec(LSTM, merge));
        BidirectionalPass pass = layer.newPass(input.shape(), PassMode.INFERENCE, Compute.shared());
        Tensor merged = pass.forward(input);

        Tensor first = run(layer.forward(), input);
        Tensor second = reversed(run(layer.backward(), reversed(input)));
        for (int row = 0; row < BATCH; row++) {
            for (int step = 0; step < STEPS; step++) {
                for (int unit = 0; unit < 5; unit++) {
                    float a = first.get(row, step, unit);
                    float b = second.get(row, step, unit);
                    switch (merge) {
                        case CONCATENATE -> {
                            assertThat(merged.get(row, step, unit)).isEqualTo(a);
                            assertThat(merged.get(row, step, 5 + unit)).isEqualTo(b);
                        }
                        case SUM -> assertThat(merged.get(row, step, unit)).isEqualTo(a + b);
                        case PRODUCT -> assertThat(merged.get(row, step, unit)).isEqualTo(a * b);
                        case AVERAGE -> assertThat(merged.get(row, step, unit)).isEqualTo((a + b) / 2);
                    }
                }
            }
        }
    }

    /// The last step of the second direction is the first of the sequence.
    @Test
    void theLastStepIsEachDirectionsOwn() {
        Bidirectional layer = build(new BidirectionalSpec(LSTM.withReturnSequences(false)));
        Tensor both = layer.newPass(input.shape(), PassMode.INFERENCE, Compute.shared()).forward(input);
        Tensor second = run(layer.backward(), reversed(input));
        assertThat(layer.outputShape(SAMPLE)).hasToString("[units 10]");
        for (int row = 0; row < BATCH; row++) {
            for (int unit = 0; unit < 5; unit++) {
                assertThat(both.get(row, 5 + unit)).isEqualTo(second.get(row, unit));
            }
        }
    }

    /// ∂(∑ w·output)/∂x by moving each input up and down.
    @ParameterizedTest
    @EnumSource
    void carriesGradientsThroughBothDirections(MergeMode merge) {
        Bidirectional layer = build(new BidirectionalSpec(LSTM, merge));
        BidirectionalPass pass = layer.newPass(input.shape(), PassMode.TRAINING, Compute.shared());
        StepMask mask = StepMask.ofLengths(STEPS, 4, 1, 3);
        Tensor weights = uniform(pass.forward(input, mask).shape());
        pass.backward(weights);
        float[] gradient = pass.inputGradient().data().clone();
        float step = 0x1p-6f;
        for (int index = 0; index < gradient.length; index++) {
            float kept = input.data()[index];
            input.data()[index] = kept + step;
            double up = sum(pass.forward(input, mask), weights);
            input.data()[index] = kept - step;
            double down = sum(pass.forward(input, mask), weights);
            input.data()[index] = kept;
            assertThat((double) gradient[index]).isCloseTo((up - down) / (2 * step),
                    org.assertj.core.data.Offset.offset(1e-3));
        }
    }

    @Test
    void namesTheSecondDirectionsWeightsAsPyTorchDoes() {
        Bidirectional layer = build(new BidirectionalSpec(LSTM, new GruSpec(3).withReturnSequences(true),
                MergeMode.CONCATENATE));
        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("2.weight_ih_l0",
                "2.weight_hh_l0", "2.bias_l0", "2.weight_ih_l0_reverse", "2.weight_hh_l0_reverse", "2.bias_l0_reverse");
    }

    @Test
    void refusesDirectionsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BidirectionalSpec(LSTM, new LstmSpec(4).withReturnSequences(true), MergeMode.SUM))
                .withMessageContaining("forward has 5 and backward 4").withMessageContaining("CONCATENATE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BidirectionalSpec(LSTM, new LstmSpec(5), MergeMode.SUM))
                .withMessageContaining("both directions must return sequences, or neither");
        assertThatIllegalArgumentException().isThrownBy(() -> new BidirectionalSpec(LSTM.withGoBackwards(true)))
                .withMessageContaining("goBackwards");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BidirectionalSpec(LSTM).build("1", Shape.vector(3), new RandomStreams(1)))
                .withMessageContaining("takes sequences [steps, features]").withMessageContaining("layer 1");
    }

    private static Bidirectional build(BidirectionalSpec spec) {
        return spec.build("2", SAMPLE, new RandomStreams(1));
    }

    private static Tensor run(RecurrentLayer layer, Tensor input) {
        return layer.newPass(input.shape(), PassMode.INFERENCE, Compute.shared()).forward(input);
    }

    private static Tensor reversed(Tensor sequences) {
        Tensor result = Tensor.zeros(sequences.shape());
        int steps = sequences.shape().size(1);
        for (int row = 0; row < sequences.batch(); row++) {
            for (int step = 0; step < steps; step++) {
                for (int index = 0; index < sequences.shape().last(); index++) {
                    result.set(sequences.get(row, step, index), row, steps - 1 - step, index);
                }
            }
        }
        return result;
    }

    private Tensor uniform(Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = 2 * random.nextFloat() - 1;
        }
        return tensor;
    }

    private static double sum(Tensor values, Tensor weights) {
        double sum = 0;
        for (int index = 0; index < values.data().length; index++) {
            sum += (double) values.data()[index] * weights.data()[index];
        }
        return sum;
    }
}
