package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.Gru;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.LstmCell;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.LstmWeights;
import org.lstm4j.nn.recurrent.RecurrentInitializers;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.nn.recurrent.SequenceOptions;
import org.lstm4j.nn.recurrent.SimpleRnn;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A random recurrent layer with random options on random sequences: run by the shipped layer and by the textbook.
///
/// The loss is the sum of all outputs and final states, each times a random number, so that gradients enter from everywhere.
final class VariantCase {

    private static final int[] UNITS = {1, 2, 3, 5, 15, 16, 17, 20};
    private static final long SEED = 7;

    private final RecurrentSpec spec;
    private final boolean training;
    private final Shape batchShape;
    private final @Nullable StepMask mask;
    private final boolean withState;
    private final RecurrentLayer layer;
    private final Tensor input;
    private final RecurrentState initial;
    private final Tensor outputWeights;
    private final RecurrentState stateWeights;

    VariantCase(SplittableRandom random) {
        int units = UNITS[random.nextInt(UNITS.length)];
        spec = drawSpec(units, random);
        training = random.nextInt(4) > 0;
        int batch = random.nextInt(1, 8);
        int steps = random.nextInt(1, 5);
        batchShape = Shape.sequence(steps, random.nextInt(1, 4)).withBatch(batch);
        mask = random.nextBoolean() ? drawMask(batch, steps, random) : null;
        withState = random.nextBoolean();
        layer = spec.build("0", batchShape.withoutBatch(), new RandomStreams(SEED));
        layer.parameters().forEach(parameter -> fill(parameter.value(), 0.8, random));
        input = filled(batchShape, 1.5, random);
        initial = RecurrentState.zeros(batch, spec.outputs(), spec.cellUnits());
        outputWeights = filled(layer.outputShape(batchShape.withoutBatch()).withBatch(batch), 1, random);
        stateWeights = initial.copy();
        fill(stateWeights.hidden().data(), 1, random);
        fill(stateWeights.cell().data(), 1, random);
        if (withState) {
            fill(initial.hidden().data(), 1, random);
            fill(initial.cell().data(), 1, random);
        }
    }

    private static RecurrentSpec drawSpec(int units, SplittableRandom random) {
        SequenceOptions sequence = new SequenceOptions(random.nextBoolean(), random.nextBoolean(), false);
        RecurrentNoise noise = new RecurrentNoise(rate(random), rate(random), rate(random), rate(random));
        RecurrentNoise withoutCell = noise.withZoneout(noise.hiddenZoneout(), 0f);
        Activation activation = activation(random);
        Activation gates = random.nextInt(3) == 0 ? Activation.HARD_SIGMOID : Activation.SIGMOID;
        boolean bias = random.nextBoolean();
        return switch (random.nextInt(6)) {
            case 0 -> new GruSpec(units, bias, activation, gates, sequence, withoutCell,
                    RecurrentInitializers.of(Initialization.KERAS));
            case 1 -> new SimpleRnnSpec(units, bias, activation, sequence, withoutCell,
                    RecurrentInitializers.of(Initialization.PYTORCH));
            default -> {
                int projection = units > 1 && random.nextBoolean() ? random.nextInt(1, units) : 0;
                LstmCell cell = new LstmCell(projection, bias, random.nextBoolean(), activation, gates);
                yield new LstmSpec(units, cell, sequence, noise, RecurrentInitializers.of(Initialization.KERAS));
            }
        };
    }

    private static Activation activation(SplittableRandom random) {
        Activation[] activations = {Activation.TANH, Activation.TANH, Activation.TANH, Activation.RELU,
            Activation.LINEAR, Activation.SOFTSIGN, Activation.ELU, Activation.HARD_TANH, Activation.SOFTPLUS};
        return activations[random.nextInt(activations.length)];
    }

    private static float rate(SplittableRandom random) {
        return random.nextInt(3) == 0 ? 0.4f : 0f;
    }

    private static StepMask drawMask(int batch, int steps, SplittableRandom random) {
        boolean[][] counts = new boolean[batch][steps];
        for (boolean[] row : counts) {
            for (int step = 0; step < steps; step++) {
                row[step] = random.nextInt(4) > 0;
            }
        }
        return StepMask.of(counts);
    }

    /// Compares outputs, final states and all gradients of the shipped layer with the textbook's.
    Worst compare(Compute compute, TextbookFault fault) {
        Worst worst = new Worst();
        RecurrentPass pass = layer.newPass(batchShape, training ? PassMode.TRAINING : PassMode.INFERENCE, compute);
        Textbook book = new Textbook(fault, masks());
        Tensor output = run(pass);
        RecurrentState last = pass.newState();
        pass.finalState(last);
        see(worst, "output", values(book.output), output.data());
        see(worst, "final hidden state", values(book.hidden), last.hidden().data());
        see(worst, "final cell state", values(book.state), last.cell().data());
        if (training) {
            book.loss().differentiate();
            layer.parameters().forEach(Parameter::zeroGradient);
            pass.backward(outputWeights, stateWeights);
            compareGradients(worst, book, pass);
        }
        return worst;
    }

    private Tensor run(RecurrentPass pass) {
        if (mask == null) {
            return withState ? pass.forward(input, initial) : pass.forward(input);
        }
        return withState ? pass.forward(input, mask, initial) : pass.forward(input, mask);
    }

    private void compareGradients(Worst worst, Textbook book, RecurrentPass pass) {
        see(worst, "input gradient", gradients(book.input), pass.inputGradient().data());
        List<Scalar[]> weights = book.cell.weights();
        for (int index = 0; index < weights.size(); index++) {
            Parameter parameter = layer.parameters().get(index);
            see(worst, parameter.name() + " gradient", gradients(weights.get(index)), parameter.gradient());
        }
        if (withState) {
            RecurrentState gradient = pass.newState();
            pass.initialStateGradient(gradient);
            see(worst, "initial hidden gradient", gradients(book.initialHidden), gradient.hidden().data());
            see(worst, "initial cell gradient", gradients(book.initialCell), gradient.cell().data());
        }
    }

    /// The masks that the layer draws, which come from its stream in the order of [Masks].
    private Masks masks() {
        RandomStream stream = new RandomStreams(SEED).stream("dropout of layer 0");
        int batch = batchShape.size(0);
        int steps = batchShape.size(1);
        RecurrentNoise noise = spec.noise();
        double[] hidden = kept(stream, steps * batch * spec.outputs(), noise.hiddenZoneout());
        double[] cell = kept(stream, steps * batch * spec.cellUnits(), noise.cellZoneout());
        double[] inputs = scales(stream, batch * batchShape.last(), noise.inputDropout());
        double[] reads = scales(stream, batch * spec.outputs(), noise.recurrentDropout());
        return new Masks(hidden, cell, inputs, reads);
    }

    private double[] kept(RandomStream stream, int count, float rate) {
        double[] kept = new double[count];
        for (int index = 0; rate > 0 && index < count; index++) {
            kept[index] = !training ? rate : stream.nextFloat() < rate ? 1 : 0;
        }
        return kept;
    }

    private double[] scales(RandomStream stream, int count, float rate) {
        double[] scales = new double[count];
        Arrays.fill(scales, 1);
        for (int index = 0; training && rate > 0 && index < count; index++) {
            scales[index] = stream.nextFloat() < rate ? 0 : 1f / (1f - rate);
        }
        return scales;
    }

    private static final class Masks {

        final double[] hiddenKept;
        final double[] cellKept;
        final double[] inputScale;
        final double[] hiddenScale;

        Masks(double[] hiddenKept, double[] cellKept, double[] inputScale, double[] hiddenScale) {
            this.hiddenKept = hiddenKept;
            this.cellKept = cellKept;
            this.inputScale = inputScale;
            this.hiddenScale = hiddenScale;
        }
    }

    /// The whole batch by the textbook.
    private final class Textbook {

        final Scalar[] input = Scalar.of(VariantCase.this.input.data());
        final Scalar[] initialHidden = Scalar.of(initial.hidden().data());
        final Scalar[] initialCell = Scalar.of(initial.cell().data());
        final Scalar[] output = Scalar.of(new float[outputWeights.data().length]);
        final Scalar[] hidden = initialHidden.clone();
        final Scalar[] state = initialCell.clone();
        private final TextbookCell cell;
        private final TextbookFault fault;
        private final Masks masks;

        Textbook(TextbookFault fault, Masks masks) {
            this.fault = fault;
            this.masks = masks;
            cell = switch (layer) {
                case Lstm lstm -> cell(lstm, fault);
                case Gru gru -> new TextbookGru(gru.spec(), fault, Scalar.of(gru.weights().inputWeights().value()),
                        Scalar.of(gru.weights().recurrentWeights().value()), Scalar.of(gru.weights().bias().value()));
                case SimpleRnn rnn -> new TextbookRnn(rnn.spec(), Scalar.of(rnn.weights().inputWeights().value()),
                        Scalar.of(rnn.weights().recurrentWeights().value()), Scalar.of(rnn.weights().bias().value()));
            };
            for (int row = 0; row < batchShape.size(0); row++) {
                runRow(row);
            }
        }

        private static TextbookLstm cell(Lstm lstm, TextbookFault fault) {
            LstmWeights weights = lstm.weights();
            return new TextbookLstm(
                    lstm.spec().cell(), fault, Scalar.of(weights.inputWeights().value()),
                    Scalar.of(weights.recurrentWeights().value()), Scalar.of(weights.bias().value()),
                    scalars(weights.projection()), scalars(weights.peephole()));
        }

        private static Scalar @Nullable [] scalars(@Nullable Parameter parameter) {
            return parameter == null ? null : Scalar.of(parameter.value());
        }

        private void runRow(int row) {
            int[] walk = walk(row);
            int features = batchShape.last();
            int outputs = spec.outputs();
            TextbookSequence sequence = new TextbookSequence(cell, fault, part(initialHidden, row, outputs),
                    part(initialCell, row, spec.cellUnits()));
            sequence.inputScale = part(masks.inputScale, row, features);
            sequence.hiddenScale = part(masks.hiddenScale, row, outputs);
            sequence.hiddenKept = rows(masks.hiddenKept, row, outputs);
            sequence.cellKept = rows(masks.cellKept, row, spec.cellUnits());
            Scalar[][] inputs = new Scalar[walk.length][];
            Arrays.setAll(inputs, step -> part(input, row * batchShape.size(1) + walk[step], features));
            Scalar[][] shown = sequence.run(inputs);
            for (int step = 0; step < walk.length; step++) {
                place(row, walk[step], shown[step]);
            }
            System.arraycopy(sequence.hidden, 0, hidden, row * outputs, outputs);
            System.arraycopy(sequence.state, 0, state, row * spec.cellUnits(), spec.cellUnits());
            if (!spec.returnSequences()) {
                Scalar[] last = walk.length == 0 ? sequence.hidden : shown[walk.length - 1];
                System.arraycopy(last, 0, output, row * outputs, outputs);
            }
        }

        private void place(int row, int source, Scalar[] values) {
            if (spec.returnSequences()) {
                int steps = batchShape.size(1);
                int target = spec.sequence().goBackwards() ? steps - 1 - source : source;
                System.arraycopy(values, 0, output, (row * steps + target) * values.length, values.length);
            }
        }

        /// The steps that a row walks through, in its order.
        private int[] walk(int row) {
            List<Integer> walk = new ArrayList<>();
            for (int step = 0; step < batchShape.size(1); step++) {
                if (mask == null || mask.counts(row, step) || fault == TextbookFault.PADDING_COUNTS) {
                    walk.add(step);
                }
            }
            List<Integer> ordered = spec.sequence().goBackwards() ? walk.reversed() : walk;
            return ordered.stream().mapToInt(Integer::intValue).toArray();
        }

        private double[][] rows(double[] values, int row, int width) {
            double[][] rows = new double[batchShape.size(1)][];
            Arrays.setAll(rows, step -> part(values, step * batchShape.size(0) + row, width));
            return rows;
        }

        Scalar loss() {
            Scalar loss = Scalar.of(0);
            for (int index = 0; index < output.length; index++) {
                loss = loss.plus(output[index].times(outputWeights.data()[index]));
            }
            for (int index = 0; index < hidden.length; index++) {
                loss = loss.plus(hidden[index].times(stateWeights.hidden().data()[index]));
            }
            for (int index = 0; index < state.length; index++) {
                loss = loss.plus(state[index].times(stateWeights.cell().data()[index]));
            }
            return loss;
        }
    }

    private static Scalar[] part(Scalar[] values, int row, int width) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }

    private static double[] part(double[] values, int row, int width) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }

    private static void see(Worst worst, String what, double[] expected, float[] actual) {
        worst.seeRelative(what, expected, Floats.doubles(actual));
    }

    private static double[] values(Scalar[] scalars) {
        return Arrays.stream(scalars).mapToDouble(scalar -> scalar.value).toArray();
    }

    private static double[] gradients(Scalar[] scalars) {
        return Arrays.stream(scalars).mapToDouble(Scalar::gradient).toArray();
    }

    private static Tensor filled(Shape shape, double width, SplittableRandom random) {
        Tensor tensor = Tensor.zeros(shape);
        fill(tensor.data(), width, random);
        return tensor;
    }

    private static void fill(float[] values, double width, SplittableRandom random) {
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) random.nextDouble(-width, width);
        }
    }

    @Override
    public String toString() {
        return spec + " " + batchShape + (training ? " training" : " inference") + (mask == null ? "" : " masked")
                + (withState ? " with state" : "");
    }
}
