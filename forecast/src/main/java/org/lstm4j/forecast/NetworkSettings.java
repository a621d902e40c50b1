package org.lstm4j.forecast;

import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.RecurrentStack;
import org.lstm4j.tensor.Shape;

/// The network of a forecaster: LSTM layers one on the other, dropout after each, and a dense layer that gives all steps of the
/// horizon at once.
///
/// @param hidden units of each LSTM layer, at least 1; of each direction, where there are two
/// @param layers LSTM layers, at least 1
/// @param bidirectional whether each layer goes through the lookback in both directions, outputs side by side
/// @param dropout share of values dropped after each LSTM layer while training, in [0, 1)
/// @param recurrentDropout share of each hidden state dropped on its way to the next step while training, in [0, 1)
/// @param initialization how initial weights are drawn
public record NetworkSettings(
        int hidden,
        int layers,
        boolean bidirectional,
        double dropout,
        double recurrentDropout,
        Initialization initialization) {

    public NetworkSettings {
        if (hidden < 1 || layers < 1) {
            throw new IllegalArgumentException("hidden units and layers must be at least 1: " + hidden + ", " + layers);
        }
        requireShare("dropout", dropout);
        requireShare("recurrent dropout", recurrentDropout);
    }

    /// 50 units, one layer, one direction, no dropout, Keras' initial weights.
    public static NetworkSettings standard() {
        return new NetworkSettings(50, 1, false, 0, 0, Initialization.KERAS);
    }

    public NetworkSettings withHidden(int other) {
        return new NetworkSettings(other, layers, bidirectional, dropout, recurrentDropout, initialization);
    }

    public NetworkSettings withLayers(int other) {
        return new NetworkSettings(hidden, other, bidirectional, dropout, recurrentDropout, initialization);
    }

    public NetworkSettings withBidirectional(boolean other) {
        return new NetworkSettings(hidden, layers, other, dropout, recurrentDropout, initialization);
    }

    public NetworkSettings withDropout(double other) {
        return new NetworkSettings(hidden, layers, bidirectional, other, recurrentDropout, initialization);
    }

    public NetworkSettings withRecurrentDropout(double other) {
        return new NetworkSettings(hidden, layers, bidirectional, dropout, other, initialization);
    }

    /// Builds the network with initial weights.
    ///
    /// @param input [lookback, channels]
    /// @param outputs horizon · targets
    Sequential build(Shape input, int outputs, long seed) {
        LstmSpec lstm = new LstmSpec(hidden, false, initialization).withRecurrentDropout((float) recurrentDropout);
        RecurrentStack stack = RecurrentStack.of(lstm, layers).withDropout((float) dropout);
        Sequential.Builder builder = Sequential.input(input)
                .addAll((bidirectional ? stack.withBidirectional(MergeMode.CONCATENATE) : stack).layers());
        if (dropout > 0) {
            builder.add(new DropoutSpec((float) dropout));
        }
        return builder.add(new DenseSpec(outputs).withInitialization(initialization)).build(seed);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), but was " + share);
        }
    }
}
