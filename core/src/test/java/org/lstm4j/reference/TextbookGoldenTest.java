package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.nn.recurrent.LstmCell;

/// The textbook that differentiates itself, against PyTorch's float64 numbers and against central differences: before it judges the
/// shipped layers, it is judged.
class TextbookGoldenTest {

    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {
        "lstm_single_f64", "lstm_two_layer_f64", "lstm_bidir_f64", "lstm_bidir_two_layer_f64", "lstm_proj_f64",
        "lstm_proj_bidir_two_layer_f64", "lstm_packed_f64", "lstm_packed_bidir_two_layer_f64"
    })
    void matchesPyTorch(String name) {
        Network network = new Network(GoldenCase.read(name));
        Worst worst = new Worst();
        network.compare(worst);
        System.out.printf("textbook against %s: worst relative error %s%n", name, worst);
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    /// A cell with a projection and peepholes or layer normalisation, whose every number is moved a little up and down.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void derivativesMeetCentralDifferences(boolean normalizes) {
        SplittableRandom random = new SplittableRandom(5);
        int more = normalizes ? 12 + 12 + 3 + 3 : 9;
        double[] numbers = random.doubles(4 * 3 * 2 + 4 * 3 * 2 + 12 + 6 + more + 2 + 2 + 3, -1, 1).toArray();
        Scalar[] scalars = scalars(numbers);
        loss(normalizes, scalars).differentiate();
        double[] expected = new double[numbers.length];
        double step = 1e-5;
        for (int index = 0; index < numbers.length; index++) {
            double[] moved = numbers.clone();
            moved[index] += step;
            double up = loss(normalizes, scalars(moved)).value;
            moved[index] -= 2 * step;
            expected[index] = (up - loss(normalizes, scalars(moved)).value) / (2 * step);
        }
        Worst worst = new Worst();
        worst.seeRelative("derivative", expected, gradients(scalars));
        assertThat(worst.error()).as("%s", worst).isLessThan(1e-7);
    }

    /// Two steps of 3 units, 2 inputs and 2 outputs.
    private static Scalar loss(boolean normalizes, Scalar[] numbers) {
        Part part = new Part(numbers);
        TextbookLstm cell = new TextbookLstm(
                LstmCell.PLAIN, TextbookFault.NONE, part.next(24), part.next(24), part.next(12), part.next(6),
                normalizes ? null : part.next(9),
                normalizes
                        ? new TextbookNormalization(part.next(12), part.next(12), part.next(3), part.next(3),
                                TextbookFault.NONE)
                        : null);
        Scalar[] x = part.next(2);
        TextbookSequence sequence = new TextbookSequence(cell, TextbookFault.NONE, part.next(2), part.next(3));
        sequence.run(new Scalar[][]{x, x});
        return sequence.hidden[0].times(sequence.hidden[1]).plus(sequence.state[0].times(sequence.state[2]));
    }

    private static final class Part {

        private final Scalar[] numbers;
        private int taken;

        Part(Scalar[] numbers) {
            this.numbers = numbers;
        }

        Scalar[] next(int count) {
            taken += count;
            return Arrays.copyOfRange(numbers, taken - count, taken);
        }
    }

    private static Scalar[] scalars(double[] values) {
        return Arrays.stream(values).mapToObj(Scalar::of).toArray(Scalar[]::new);
    }

    private static double[] gradients(Scalar[] scalars) {
        return Arrays.stream(scalars).mapToDouble(Scalar::gradient).toArray();
    }

    private static double[] values(Scalar[] scalars) {
        return Arrays.stream(scalars).mapToDouble(scalar -> scalar.value).toArray();
    }

    /// All layers and directions of a file, by the textbook.
    private static final class Network {

        private final GoldenCase golden;
        private final int[] lengths;
        /// By number of the state: layer·directions + direction.
        private final List<TextbookLstm> cells = new ArrayList<>();
        private final List<Scalar[][]> hidden = new ArrayList<>();
        private final List<Scalar[][]> state = new ArrayList<>();
        private final List<Scalar[][]> lastHidden = new ArrayList<>();
        private final List<Scalar[][]> lastState = new ArrayList<>();

        Network(GoldenCase golden) {
            this.golden = golden;
            lengths = golden.lengths();
            double[][][] h0 = golden.file().cube("h0");
            double[][][] c0 = golden.file().cube("c0");
            for (int layer = 0; layer < golden.layers(); layer++) {
                for (int direction = 0; direction < golden.directions(); direction++) {
                    cells.add(cell(layer, direction));
                    hidden.add(rows(h0[golden.state(layer, direction)]));
                    state.add(rows(c0[golden.state(layer, direction)]));
                    lastHidden.add(new Scalar[lengths.length][]);
                    lastState.add(new Scalar[lengths.length][]);
                }
            }
        }

        private TextbookLstm cell(int layer, int direction) {
            String ending = GoldenCase.ending(layer, direction);
            GoldenFile file = golden.file();
            Scalar[] projection = golden.projection() > 0 ? scalars(file.flat("weight.weight_hr" + ending)) : null;
            return new TextbookLstm(
                    LstmCell.PLAIN, TextbookFault.NONE, scalars(file.flat("weight.weight_ih" + ending)),
                    scalars(file.flat("weight.weight_hh" + ending)), scalars(golden.bias(layer, direction)),
                    projection, null, null);
        }

        private static Scalar[][] rows(double[][] values) {
            return Arrays.stream(values).map(TextbookGoldenTest::scalars).toArray(Scalar[][]::new);
        }

        void compare(Worst worst) {
            double[][][] input = golden.file().batchFirst("input");
            double[][][] target = golden.file().batchFirst("target");
            double[][][] expected = golden.file().batchFirst("output");
            double counting = (double) IntStream.of(lengths).sum() * target[0][0].length;
            List<Scalar[][]> inputs = new ArrayList<>();
            Scalar loss = Scalar.of(0);
            for (int row = 0; row < lengths.length; row++) {
                Scalar[][] sequence = Arrays.stream(input[row], 0, lengths[row]).map(TextbookGoldenTest::scalars)
                        .toArray(Scalar[][]::new);
                inputs.add(sequence);
                Scalar[][] output = run(row, sequence);
                for (int step = 0; step < output.length; step++) {
                    worst.seeRelative("output", expected[row][step], values(output[step]));
                    for (int index = 0; index < output[step].length; index++) {
                        Scalar error = output[step][index].plus(-target[row][step][index]);
                        loss = loss.plus(error.times(error).times(1 / counting));
                    }
                }
            }
            worst.seeRelative("loss", golden.file().flat("loss"), new double[]{loss.value});
            loss.differentiate();
            compareStates(worst);
            compareGradients(worst, inputs);
        }

        private Scalar[][] run(int row, Scalar[][] sequence) {
            Scalar[][] flowing = sequence;
            for (int layer = 0; layer < golden.layers(); layer++) {
                Scalar[][] forward = run(row, golden.state(layer, 0), flowing);
                if (golden.directions() == 2) {
                    Scalar[][] backward = reversed(run(row, golden.state(layer, 1), reversed(flowing)));
                    for (int step = 0; step < forward.length; step++) {
                        forward[step] = beside(forward[step], backward[step]);
                    }
                }
                flowing = forward;
            }
            return flowing;
        }

        private Scalar[][] run(int row, int number, Scalar[][] inputs) {
            TextbookSequence sequence = new TextbookSequence(
                    cells.get(number), TextbookFault.NONE, hidden.get(number)[row], state.get(number)[row]);
            Scalar[][] shown = sequence.run(inputs);
            lastHidden.get(number)[row] = sequence.hidden;
            lastState.get(number)[row] = sequence.state;
            return shown;
        }

        private static Scalar[][] reversed(Scalar[][] rows) {
            return Arrays.asList(rows).reversed().toArray(Scalar[][]::new);
        }

        private static Scalar[] beside(Scalar[] first, Scalar[] second) {
            Scalar[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            return both;
        }

        private void compareStates(Worst worst) {
            for (int number = 0; number < cells.size(); number++) {
                for (int row = 0; row < lengths.length; row++) {
                    worst.seeRelative("hn", golden.file().cube("hn")[number][row], values(lastHidden.get(number)[row]));
                    worst.seeRelative("cn", golden.file().cube("cn")[number][row], values(lastState.get(number)[row]));
                }
            }
        }

        private void compareGradients(Worst worst, List<Scalar[][]> inputs) {
            double[][][] expected = golden.file().batchFirst("grad.input");
            for (int row = 0; row < lengths.length; row++) {
                for (int step = 0; step < lengths[row]; step++) {
                    worst.seeRelative("grad.input", expected[row][step], gradients(inputs.get(row)[step]));
                }
            }
            for (int layer = 0; layer < golden.layers(); layer++) {
                for (int direction = 0; direction < golden.directions(); direction++) {
                    compareGradients(worst, layer, direction);
                }
            }
        }

        private void compareGradients(Worst worst, int layer, int direction) {
            int number = golden.state(layer, direction);
            String ending = GoldenCase.ending(layer, direction);
            TextbookLstm cell = cells.get(number);
            GoldenFile file = golden.file();
            worst.seeRelative("weight_ih", file.flat("grad.weight_ih" + ending), gradients(cell.inputWeights));
            worst.seeRelative("weight_hh", file.flat("grad.weight_hh" + ending), gradients(cell.recurrentWeights));
            worst.seeRelative("bias", file.flat("grad.bias_hh" + ending), gradients(cell.bias));
            if (cell.projection != null) {
                worst.seeRelative("weight_hr", file.flat("grad.weight_hr" + ending), gradients(cell.projection));
            }
            for (int row = 0; row < lengths.length; row++) {
                worst.seeRelative("grad.h0", file.cube("grad.h0")[number][row], gradients(hidden.get(number)[row]));
                worst.seeRelative("grad.c0", file.cube("grad.c0")[number][row], gradients(state.get(number)[row]));
            }
        }
    }
}
