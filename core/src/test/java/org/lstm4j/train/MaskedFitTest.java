package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.optim.Sgd;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Sequences of different lengths, padded, with a target for every step: what is padding is neither learnt nor judged.
class MaskedFitTest {

    private static final int STEPS = 5;
    private static final int[] LENGTHS = {5, 2, 3};
    private static final Shape SAMPLE = Shape.sequence(STEPS, 2);

    private final RandomStream random = new RandomStreams(9).stream("numbers");
    private final Tensor inputs = uniform(SAMPLE.withBatch(3));
    private final Tensor targets = uniform(Shape.of(Axis.steps(STEPS), new Axis("outputs", 1)).withBatch(3));

    MaskedFitTest() {
        for (int row = 0; row < 3; row++) {
            for (int step = LENGTHS[row]; step < STEPS; step++) {
                inputs.set(0f, row, step, 0);
                inputs.set(0f, row, step, 1);
                targets.set(Float.NaN, row, step, 0);
            }
        }
    }

    @Test
    void aPaddedBatchTeachesWhatItsSequencesTeach() {
        Sequential network = network();
        double loss = step(network, inputs, targets);
        Sequential other = network();
        float[][] sums = new float[other.parameters().size()][];
        double sum = 0;
        for (int row = 0; row < 3; row++) {
            sum += step(other, alone(inputs, row), alone(targets, row)) * LENGTHS[row];
            for (int index = 0; index < sums.length; index++) {
                float[] gradient = other.parameters().get(index).gradient();
                sums[index] = sums[index] == null ? new float[gradient.length] : sums[index];
                for (int element = 0; element < gradient.length; element++) {
                    sums[index][element] += gradient[element] * LENGTHS[row] / 10f;
                }
            }
        }
        assertThat(loss).isCloseTo(sum / 10, within(1e-6));
        for (int index = 0; index < sums.length; index++) {
            float[] gradient = network.parameters().get(index).gradient();
            assertThat(gradient).usingComparatorWithPrecision(1e-6f).containsExactly(sums[index]);
        }
    }

    @Test
    void aPaddedBatchIsJudgedByItsSequences() {
        Sequential network = network();
        Model model = Model.compile(network, new Sgd(0.1), new MeanSquaredError());
        double together = model.evaluate(inputs, targets);
        double sum = 0;
        for (int row = 0; row < 3; row++) {
            Tensor said = network.newPass(alone(inputs, row).shape(), org.lstm4j.nn.PassMode.INFERENCE,
                    Compute.shared()).forward(alone(inputs, row));
            for (int step = 0; step < LENGTHS[row]; step++) {
                double error = said.get(0, step, 0) - targets.get(row, step, 0);
                sum += error * error;
            }
        }
        assertThat(together).isCloseTo(sum / 10, within(1e-6));
    }

    private static Sequential network() {
        return Sequential.input(SAMPLE).add(new MaskingSpec()).add(new LstmSpec(6).withReturnSequences(true))
                .add(new DenseSpec(1)).build(4);
    }

    private static double step(Sequential network, Tensor input, Tensor target) {
        Optimizer optimizer = new Sgd(1e-30).create(network.parameters());
        network.parameters().forEach(Parameter::zeroGradient);
        return new TrainingStep(network, input.shape(), new MeanSquaredError(), optimizer, Double.POSITIVE_INFINITY,
                Compute.shared()).run(input, target);
    }

    private static Tensor alone(Tensor padded, int row) {
        int width = padded.shape().last();
        Tensor one = Tensor.zeros(Shape.sequence(LENGTHS[row], width).withBatch(1));
        System.arraycopy(padded.data(), row * STEPS * width, one.data(), 0, one.data().length);
        return one;
    }

    private Tensor uniform(Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = 2 * random.nextFloat() - 1;
        }
        return tensor;
    }
}
