package org.lstm4j.nn.recurrent;

import java.util.Arrays;
import org.lstm4j.nn.Parameter;

/// The weights of a cell with fewer than four gates, spread over four: gates that a cell has not, or that see only inputs or only
/// the state, have zeros.
///
/// Copying them costs little beside a step over a batch, and gives every cell the products of the LSTM.
final class FewerGates implements GateWeights {

    private static final int GATES = 4;

    private final Parameter inputWeights;
    private final Parameter recurrentWeights;
    private final Parameter biases;
    private final GatePlaces places;
    private final float[] input;
    private final float[] recurrent;
    private final float[] bias;
    private final float[] inputGradient;
    private final float[] recurrentGradient;
    private final float[] biasGradient;

    /// @param inputWeights [gates·H, features]
    /// @param recurrentWeights [gates·H, H]
    /// @param biases [gates·H]
    FewerGates(int units, Parameter inputWeights, Parameter recurrentWeights, Parameter biases, GatePlaces places) {
        this.inputWeights = inputWeights;
        this.recurrentWeights = recurrentWeights;
        this.biases = biases;
        this.places = places;
        input = new float[GATES * units * inputWeights.shape().last()];
        recurrent = new float[GATES * units * units];
        bias = new float[GATES * units];
        inputGradient = new float[input.length];
        recurrentGradient = new float[recurrent.length];
        biasGradient = new float[bias.length];
    }

    /// Copies the weights as they are now.
    void load() {
        spread(inputWeights.value(), places.input(), input);
        spread(recurrentWeights.value(), places.recurrent(), recurrent);
        spread(biases.value(), places.bias(), bias);
    }

    /// Adds the gradients of the four gates to those of the parameters.
    void addGradients() {
        gather(inputGradient, places.input(), inputWeights.gradient());
        gather(recurrentGradient, places.recurrent(), recurrentWeights.gradient());
        gather(biasGradient, places.bias(), biases.gradient());
    }

    private static void spread(float[] source, String gates, float[] target) {
        int size = target.length / GATES;
        for (int gate = 0; gate < gates.length(); gate++) {
            System.arraycopy(source, gate * size, target, (gates.charAt(gate) - '0') * size, size);
        }
    }

    private static void gather(float[] source, String gates, float[] target) {
        int size = source.length / GATES;
        for (int gate = 0; gate < gates.length(); gate++) {
            int from = (gates.charAt(gate) - '0') * size;
            for (int index = 0; index < size; index++) {
                target[gate * size + index] += source[from + index];
            }
        }
        Arrays.fill(source, 0f);
    }

    @Override
    public float[] input() {
        return input;
    }

    @Override
    public float[] recurrent() {
        return recurrent;
    }

    @Override
    public float[] bias() {
        return bias;
    }

    @Override
    public float[] inputGradient() {
        return inputGradient;
    }

    @Override
    public float[] recurrentGradient() {
        return recurrentGradient;
    }

    @Override
    public float[] biasGradient() {
        return biasGradient;
    }

    /// At which of the four gates a cell's own gates stand, in order, a digit each: `012` is the first three.
    ///
    /// @param input of the input weights
    /// @param recurrent of the recurrent weights
    /// @param bias of the biases
    record GatePlaces(String input, String recurrent, String bias) {}
}
