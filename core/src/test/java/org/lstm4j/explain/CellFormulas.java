package org.lstm4j.explain;

import java.util.Map;
import java.util.Objects;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.recurrent.CellSignal;
import org.lstm4j.nn.recurrent.Gru;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.LstmNormalizationWeights;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.LstmWeights;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.recurrent.RecurrentWeights;
import org.lstm4j.nn.recurrent.SimpleRnn;
import org.lstm4j.tensor.Tensor;

/// The formulas of recurrent cells in double, as docs/math has them, for one step from the states that signals say it began with.
final class CellFormulas {

    private final RecurrentLayer layer;
    private final Map<CellSignal, Tensor> signals;
    private double worst;

    CellFormulas(RecurrentLayer layer, Map<CellSignal, Tensor> signals) {
        this.layer = layer;
        this.signals = signals;
    }

    /// The largest difference between what the signals say of a step and what the formulas give.
    ///
    /// @param before the step before, −1 for the zero state
    double worst(Tensor samples, int row, int step, int before) {
        worst = 0;
        double[] x = at(samples, row, step);
        double[] hidden = before < 0
                ? new double[layer.spec().outputs()]
                : at(signal(CellSignal.HIDDEN_STATE), row, before);
        double keeps = layer.spec().noise().hiddenZoneout();
        double[] shown = switch (layer) {
            case Lstm lstm -> lstm(lstm, x, hidden, row, step, before);
            case Gru gru -> gru(gru, x, hidden, row, step);
            case SimpleRnn simple -> activated(simple.spec().activation(),
                    sums(simple.weights().inputWeights(), x, simple.weights().recurrentWeights(), hidden,
                            simple.weights().bias()));
        };
        double[] mixed = new double[shown.length];
        for (int unit = 0; unit < mixed.length; unit++) {
            mixed[unit] = keeps * hidden[unit] + (1 - keeps) * shown[unit];
        }
        compare(CellSignal.HIDDEN_STATE, row, step, mixed);
        return worst;
    }

    private double[] lstm(Lstm layer, double[] x, double[] hidden, int row, int step, int before) {
        LstmSpec spec = layer.spec();
        LstmWeights weights = layer.weights();
        int units = spec.units();
        double[] cell = before < 0 ? new double[units] : at(signal(CellSignal.CELL_STATE), row, before);
        double[] sums = normalizedSums(weights, x, hidden);
        float[] peephole = weights.peephole() == null ? new float[3 * units] : weights.peephole().value();
        double[] newCell = new double[units];
        double[] kept = new double[units];
        double[][] gates = new double[4][units];
        Activation gate = spec.cell().recurrentActivation();
        for (int unit = 0; unit < units; unit++) {
            gates[0][unit] = apply(gate, sums[unit] + peephole[unit] * cell[unit]);
            gates[1][unit] = apply(gate, sums[units + unit] + peephole[units + unit] * cell[unit]);
            gates[2][unit] = apply(spec.cell().activation(), sums[2 * units + unit]);
            newCell[unit] = gates[1][unit] * cell[unit] + gates[0][unit] * gates[2][unit];
            gates[3][unit] = apply(gate, sums[3 * units + unit] + peephole[2 * units + unit] * newCell[unit]);
            double share = spec.noise().cellZoneout();
            kept[unit] = share * cell[unit] + (1 - share) * newCell[unit];
        }
        compare(CellSignal.INPUT_GATE, row, step, gates[0]);
        compare(CellSignal.FORGET_GATE, row, step, gates[1]);
        compare(CellSignal.CANDIDATE, row, step, gates[2]);
        compare(CellSignal.OUTPUT_GATE, row, step, gates[3]);
        compare(CellSignal.CELL_STATE, row, step, kept);
        double[] seen = newCell;
        LstmNormalizationWeights normalization = weights.normalization();
        if (normalization != null) {
            seen = normalized(newCell, normalization.cellGain());
            for (int unit = 0; unit < units; unit++) {
                seen[unit] += normalization.cellShift().value()[unit];
            }
        }
        double[] shown = activated(spec.cell().activation(), seen);
        for (int unit = 0; unit < units; unit++) {
            shown[unit] *= gates[3][unit];
        }
        return weights.projection() == null ? shown : product(weights.projection(), shown);
    }

    private static double[] normalizedSums(LstmWeights weights, double[] x, double[] hidden) {
        LstmNormalizationWeights normalization = weights.normalization();
        if (normalization == null) {
            return sums(weights.inputWeights(), x, weights.recurrentWeights(), hidden, weights.bias());
        }
        double[] ofInput = normalized(product(weights.inputWeights(), x), normalization.inputGain());
        double[] ofState = normalized(product(weights.recurrentWeights(), hidden), normalization.hiddenGain());
        for (int index = 0; index < ofInput.length; index++) {
            ofInput[index] += ofState[index] + weights.bias().value()[index];
        }
        return ofInput;
    }

    private double[] gru(Gru layer, double[] x, double[] hidden, int row, int step) {
        RecurrentWeights weights = layer.weights();
        int units = layer.spec().units();
        double[] ofInput = product(weights.inputWeights(), x);
        double[] ofState = product(weights.recurrentWeights(), hidden);
        float[] bias = weights.bias().value();
        double[][] gates = new double[3][units];
        double[] shown = new double[units];
        for (int unit = 0; unit < units; unit++) {
            int update = units + unit;
            int candidate = 2 * units + unit;
            gates[0][unit] = apply(Activation.SIGMOID, ofInput[unit] + ofState[unit] + bias[unit]);
            gates[1][unit] = apply(Activation.SIGMOID, ofInput[update] + ofState[update] + bias[update]);
            gates[2][unit] = StrictMath.tanh(ofInput[candidate] + bias[candidate]
                    + gates[0][unit] * (ofState[candidate] + bias[3 * units + unit]));
            shown[unit] = (1 - gates[1][unit]) * gates[2][unit] + gates[1][unit] * hidden[unit];
        }
        compare(CellSignal.RESET_GATE, row, step, gates[0]);
        compare(CellSignal.UPDATE_GATE, row, step, gates[1]);
        compare(CellSignal.CANDIDATE, row, step, gates[2]);
        return shown;
    }

    private void compare(CellSignal signal, int row, int step, double[] expected) {
        double[] said = at(signal(signal), row, step);
        for (int unit = 0; unit < expected.length; unit++) {
            worst = Math.max(worst, Math.abs(said[unit] - expected[unit]));
        }
    }

    private Tensor signal(CellSignal signal) {
        return Objects.requireNonNull(signals.get(signal));
    }

    private static double[] at(Tensor tensor, int row, int step) {
        double[] values = new double[tensor.shape().last()];
        for (int index = 0; index < values.length; index++) {
            values[index] = tensor.get(row, step, index);
        }
        return values;
    }

    private static double[] sums(
            Parameter inputWeights, double[] x, Parameter recurrentWeights, double[] hidden, Parameter bias) {
        double[] sums = product(inputWeights, x);
        double[] ofState = product(recurrentWeights, hidden);
        for (int index = 0; index < sums.length; index++) {
            sums[index] += ofState[index] + bias.value()[index];
        }
        return sums;
    }

    private static double[] product(Parameter matrix, double[] vector) {
        double[] result = new double[matrix.shape().size(0)];
        for (int row = 0; row < result.length; row++) {
            for (int column = 0; column < vector.length; column++) {
                result[row] += matrix.value()[row * vector.length + column] * vector[column];
            }
        }
        return result;
    }

    private static double[] normalized(double[] values, Parameter gain) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length + 1e-5);
        double[] result = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            result[index] = gain.value()[index] * (values[index] - mean) / deviation;
        }
        return result;
    }

    private static double[] activated(Activation activation, double[] sums) {
        double[] result = new double[sums.length];
        for (int index = 0; index < sums.length; index++) {
            result[index] = apply(activation, sums[index]);
        }
        return result;
    }

    private static double apply(Activation activation, double x) {
        return switch (activation) {
            case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
            case TANH -> StrictMath.tanh(x);
            case HARD_SIGMOID -> Math.clamp(x / 6 + 0.5, 0, 1);
            case SOFTSIGN -> x / (1 + Math.abs(x));
            default -> throw new IllegalArgumentException("no formula for " + activation);
        };
    }
}
