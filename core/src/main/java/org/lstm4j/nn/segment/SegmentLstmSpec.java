package org.lstm4j.nn.segment;

import java.util.Objects;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a [SegmentLstm]: an LSTM that reads the past in segments and tells all segments of the future at once, which makes
/// both ways of a gradient short where steps are many.
///
/// {@snippet :
/// SegmentWindow window = new SegmentWindow(336, 96, 24).withObserved(2).withKnown(4);
/// Sequential network = Sequential.input(window.sample())
///         .add(new SegmentLstmSpec(window, 128).withDropout(0.1f).withInitialization(Initialization.PYTORCH))
///         .build(42);
/// }
///
/// Source: Lin et al., SegRNN: Segment Recurrent Neural Network for Long-Term Time Series Forecasting, 2023 (arXiv 2308.11200), which
/// has a GRU cell, one channel and a projection without a way for known channels.
///
/// @param window what goes in
/// @param units size of a segment's embedding and of the states; at least 2 where there are categories
/// @param layers LSTM layers on each other, at least 1
/// @param dropout share of the decoder's hidden states set to 0 while training, in [0, 1)
/// @param outputs numbers foretold for each step, at least 1
/// @param initialization how initial weights are drawn; the tables of positions and categories uniform in ±0.05 as Keras does it, or
///        standard normal as PyTorch, and SegRNN, do
/// @param zeroHead whether the last weights begin as 0, so that training starts from the answer 0: for what is learnt beside another way
///        around
public record SegmentLstmSpec(SegmentWindow window, int units, int layers, float dropout, int outputs,
        Initialization initialization, boolean zeroHead) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "segment_lstm";

    public SegmentLstmSpec {
        if (units < 1 || units > RecurrentSpec.MAX_UNITS) {
            throw new IllegalArgumentException(
                    "units must be from 1 to " + RecurrentSpec.MAX_UNITS + ", but was " + units);
        }
        if (units < 2 && !window.categories().isEmpty()) {
            throw new IllegalArgumentException("positions and categories share the units, which must be at least 2, but"
                    + " were " + units + "; give more units, or leave the categories out");
        }
        if (layers < 1) {
            throw new IllegalArgumentException("layers must be at least 1, but was " + layers);
        }
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs must be at least 1, but was " + outputs);
        }
        long told = ((long) window.horizon() + window.segment()) * outputs;
        if (told > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(outputs + " outputs of " + window.horizon()
                    + " steps are more than an array can hold; give fewer");
        }
        Objects.requireNonNull(initialization, "initialization");
        new DropoutSpec(dropout); // checks it
    }

    /// One layer, one output a step, no dropout, initialised as Keras does.
    public SegmentLstmSpec(SegmentWindow window, int units) {
        this(window, units, 1, 0f, 1, Initialization.KERAS, false);
    }

    public SegmentLstmSpec withLayers(int other) {
        return new SegmentLstmSpec(window, units, other, dropout, outputs, initialization, zeroHead);
    }

    public SegmentLstmSpec withDropout(float rate) {
        return new SegmentLstmSpec(window, units, layers, rate, outputs, initialization, zeroHead);
    }

    public SegmentLstmSpec withOutputs(int other) {
        return new SegmentLstmSpec(window, units, layers, dropout, other, initialization, zeroHead);
    }

    public SegmentLstmSpec withInitialization(Initialization other) {
        return new SegmentLstmSpec(window, units, layers, dropout, outputs, other, zeroHead);
    }

    public SegmentLstmSpec withZeroHead(boolean startsAtZero) {
        return new SegmentLstmSpec(window, units, layers, dropout, outputs, initialization, startsAtZero);
    }

    /// How much of the units says which segment of the future is meant: all, or half where categories have the other.
    public int positionUnits() {
        return window.categories().isEmpty() ? units : units / 2;
    }

    /// How much of the units says which categories a sample has.
    public int categoryUnits() {
        return units - positionUnits();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Builds the layer for samples of the window's shape.
    @Override
    public SegmentLstm build(String place, Shape inputShape, RandomStreams streams) {
        ParameterSource fresh = Parameter::new;
        SegmentParts parts = SegmentParts.make(this, place,
                (spec, path, shape) -> spec.build(path, shape, streams), fresh);
        parts.tables().draw(initialization, streams.stream("initialisation of layer " + place + ".tables"));
        return new SegmentLstm(place + " " + KIND, this, inputShape, parts);
    }

    @Override
    public SegmentLstm restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        SegmentParts parts = SegmentParts.make(this, place,
                (spec, path, shape) -> spec.restore(path, shape, streams, stored), stored);
        return new SegmentLstm(place + " " + KIND, this, inputShape, parts);
    }
}
