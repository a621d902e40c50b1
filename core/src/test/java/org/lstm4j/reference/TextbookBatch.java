package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;

/// A whole batch by the textbook, sequence by sequence and phase by phase.
final class TextbookBatch {

    private final Variant variant;
    private final VariantNumbers numbers;
    private final VariantNoise noise;
    private final TextbookFault fault;
    private final TextbookCell cell;
    final Scalar[] input;
    /// In the order of the layer's parameters.
    final List<Scalar[]> weights;
    final Scalar[] initialHidden;
    final Scalar[] initialCell;
    final Scalar[] output;
    final Scalar[] hidden;
    final Scalar[] state;

    TextbookBatch(Variant variant, VariantNumbers numbers, VariantNoise noise, TextbookFault fault) {
        this.variant = variant;
        this.numbers = numbers;
        this.noise = noise;
        this.fault = fault;
        input = Scalar.of(numbers.input);
        initialHidden = Scalar.of(numbers.initialHidden);
        initialCell = Scalar.of(numbers.initialCell);
        output = Scalar.of(new double[numbers.outputWeights.length]);
        hidden = initialHidden.clone();
        state = initialCell.clone();
        weights = numbers.weights.stream().map(Scalar::of).toList();
        cell = cell();
        for (int row = 0; row < variant.batch(); row++) {
            runPhases(row);
        }
        if (fault == TextbookFault.OUTPUT_GRADIENT_OF_ANOTHER_PHASE && variant.isDilated()) {
            blameNeighbours();
        }
    }

    private TextbookCell cell() {
        List<Scalar[]> left = new ArrayList<>(weights.subList(2, weights.size()));
        Scalar[] inputWeights = weights.get(0);
        Scalar[] recurrentWeights = weights.get(1);
        int units = variant.spec().units();
        return switch (variant.spec()) {
            case LstmSpec lstm -> new TextbookLstm(lstm.cell(), fault, inputWeights, recurrentWeights,
                    bias(lstm.cell().bias(), left, 4 * units),
                    lstm.cell().projection() > 0 ? left.removeFirst() : null,
                    lstm.cell().peephole() ? left.removeFirst() : null,
                    lstm.cell().layerNormalization()
                            ? new TextbookNormalization(
                                    left.removeFirst(), left.removeFirst(), left.removeFirst(), left.removeFirst(),
                                    fault)
                            : null);
            case GruSpec gru -> new TextbookGru(gru, fault, inputWeights, recurrentWeights,
                    bias(gru.bias(), left, 4 * units));
            case SimpleRnnSpec rnn -> new TextbookRnn(rnn, fault, inputWeights, recurrentWeights,
                    bias(rnn.bias(), left, units));
        };
    }

    private Scalar[] bias(boolean has, List<Scalar[]> left, int count) {
        if (has) {
            return fault.cutIf(TextbookFault.NO_GRADIENT_OF_BIAS, left.removeFirst());
        }
        double[] none = new double[count];
        Arrays.fill(none, fault == TextbookFault.BIAS_THOUGH_OFF ? 0.5 : 0);
        return Scalar.of(none);
    }

    private void runPhases(int row) {
        int last = lastStep(row);
        for (int phase = 0; phase < variant.dilation(); phase++) {
            if (variant.spec().returnSequences() && phase < variant.phases()) {
                runWalk(row, row * variant.phases() + phase, walk(row, phase));
            } else if (!variant.spec().returnSequences() && phase == phaseOf(last)) {
                runWalk(row, row, walk(row, phase));
            }
        }
    }

    /// @param rowOfNoise the row of the masks drawn
    private void runWalk(int row, int rowOfNoise, int[] walk) {
        int outputs = variant.spec().outputs();
        int cells = variant.spec().cellUnits();
        TextbookSequence sequence = new TextbookSequence(
                cell, fault, initial(initialHidden, row, outputs), initial(initialCell, row, cells));
        sequence.followsGap = gaps(walk);
        noise.apply(sequence, rowOfNoise);
        Scalar[][] inputs = new Scalar[walk.length][];
        Arrays.setAll(inputs, step -> part(input, row * variant.steps() + walk[step], variant.features()));
        Scalar[][] shown = sequence.run(inputs);
        System.arraycopy(sequence.hidden, 0, hidden, row * outputs, outputs);
        System.arraycopy(sequence.state, 0, state, row * cells, cells);
        if (variant.spec().returnSequences()) {
            for (int step = 0; step < walk.length; step++) {
                int target = isBackwards() ? variant.steps() - 1 - walk[step] : walk[step];
                System.arraycopy(output(shown, step), 0, output, (row * variant.steps() + target) * outputs, outputs);
            }
        } else {
            Scalar[] last = walk.length == 0 ? sequence.hidden : shown[walk.length - 1];
            System.arraycopy(last, 0, output, row * outputs, outputs);
        }
    }

    private Scalar[] initial(Scalar[] states, int row, int width) {
        return fault.cutIf(TextbookFault.NO_GRADIENT_OF_INITIAL_STATE, part(states, row, width));
    }

    /// Which steps of a walk come after steps that were passed over.
    private boolean[] gaps(int[] walk) {
        boolean[] gaps = new boolean[walk.length];
        for (int step = 1; step < walk.length; step++) {
            gaps[step] = Math.abs(walk[step] - walk[step - 1]) > variant.dilation();
        }
        return gaps;
    }

    private Scalar[] output(Scalar[][] shown, int step) {
        if (fault == TextbookFault.GRADIENT_OF_LAST_OUTPUT_ONLY && step < shown.length - 1) {
            return Scalar.constants(shown[step]);
        }
        return fault == TextbookFault.OUTPUT_GRADIENTS_ARE_NOT_TURNED && isBackwards()
                ? Scalar.blaming(shown[step], shown[shown.length - 1 - step])
                : shown[step];
    }

    /// Of every two steps that follow each other, each gets the other's gradient.
    private void blameNeighbours() {
        Scalar[] own = output.clone();
        int outputs = variant.spec().outputs();
        for (int index = 0; index < own.length && variant.spec().returnSequences(); index++) {
            int step = index / outputs % variant.steps();
            int neighbour = Math.min(step ^ 1, variant.steps() - 1);
            output[index] = own[index].blaming(own[index + (neighbour - step) * outputs]);
        }
    }

    /// The steps of a phase that a row walks through, in its order.
    private int[] walk(int row, int phase) {
        List<Integer> walk = new ArrayList<>();
        for (int step : steps(row)) {
            if (phaseOf(step) == phase) {
                walk.add(step);
            }
        }
        return walk.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The step that the walk of a whole sequence ends with; any for a sequence without.
    private int lastStep(int row) {
        List<Integer> steps = steps(row);
        return steps.isEmpty() ? 0 : steps.getLast();
    }

    /// The steps of a sequence that count, in the order of its walk.
    private List<Integer> steps(int row) {
        List<Integer> steps = new ArrayList<>();
        for (int step = 0; step < variant.steps(); step++) {
            if (variant.counts(row, step) || fault == TextbookFault.PADDING_COUNTS) {
                steps.add(step);
            }
        }
        return isBackwards() ? steps.reversed() : steps;
    }

    private int phaseOf(int step) {
        return fault == TextbookFault.PHASES_ARE_BLOCKS
                ? step / Math.ceilDiv(variant.steps(), variant.dilation())
                : step % variant.dilation();
    }

    private boolean isBackwards() {
        return variant.spec().sequence().goBackwards();
    }

    /// The sum of all results, each as often as it counts.
    Scalar loss() {
        Scalar loss = weighted(output, numbers.outputWeights);
        if (variant.isDilated()) {
            return loss;
        }
        Scalar states = weighted(hidden, numbers.hiddenWeights).plus(weighted(state, numbers.cellWeights));
        return loss.plus(fault.cutIf(TextbookFault.NO_GRADIENT_OF_FINAL_STATE, states));
    }

    private static Scalar weighted(Scalar[] values, double[] weights) {
        Scalar sum = Scalar.of(0);
        for (int index = 0; index < values.length; index++) {
            sum = sum.plus(values[index].times(weights[index]));
        }
        return sum;
    }

    private static Scalar[] part(Scalar[] values, int row, int width) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }
}
