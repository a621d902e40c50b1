package org.lstm4j.forecast;

import java.util.List;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.init.Constant;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.RecurrentStack;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.segment.SegmentWindow;

/// The network of a forecaster: LSTM layers one on the other with dropout between them, ended as the architecture says.
///
/// @param architecture what kind of network it is
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
        Initialization initialization,
        Architecture architecture) {

    public NetworkSettings {
        if (hidden < 1 || layers < 1) {
            throw new IllegalArgumentException("hidden units and layers must be at least 1: " + hidden + ", " + layers);
        }
        requireShare("dropout", dropout);
        requireShare("recurrent dropout", recurrentDropout);
        if (architecture == Architecture.SEGMENT && (bidirectional || recurrentDropout > 0)) {
            throw new IllegalArgumentException(
                    "the segment model goes one way and has no recurrent dropout; leave these"
                            + " out, or choose the direct model");
        }
    }

    /// The direct model.
    public NetworkSettings(int hidden, int layers, boolean bidirectional, double dropout, double recurrentDropout,
            Initialization initialization) {
        this(hidden, layers, bidirectional, dropout, recurrentDropout, initialization, Architecture.DIRECT);
    }

    /// 50 units, one layer, one direction, no dropout, Keras' initial weights.
    public static NetworkSettings standard() {
        return new NetworkSettings(50, 1, false, 0, 0, Initialization.KERAS);
    }

    public NetworkSettings withHidden(int other) {
        return new NetworkSettings(other, layers, bidirectional, dropout, recurrentDropout, initialization,
                architecture);
    }

    public NetworkSettings withLayers(int other) {
        return new NetworkSettings(hidden, other, bidirectional, dropout, recurrentDropout, initialization,
                architecture);
    }

    public NetworkSettings withBidirectional(boolean other) {
        return new NetworkSettings(hidden, layers, other, dropout, recurrentDropout, initialization, architecture);
    }

    public NetworkSettings withDropout(double other) {
        return new NetworkSettings(hidden, layers, bidirectional, other, recurrentDropout, initialization,
                architecture);
    }

    public NetworkSettings withRecurrentDropout(double other) {
        return new NetworkSettings(hidden, layers, bidirectional, dropout, other, initialization, architecture);
    }

    public NetworkSettings withArchitecture(Architecture other) {
        return new NetworkSettings(hidden, layers, bidirectional, dropout, recurrentDropout, initialization, other);
    }

    /// Builds the network with initial weights.
    ///
    /// @param form what goes in
    /// @param outputs for each step of a target
    /// @param segment steps of a segment, where the architecture has segments
    /// @param besideSkip whether a skip path stands beside it, so that it begins by saying 0
    Sequential build(WindowForm form, int outputs, int segment, boolean besideSkip, long seed) {
        return switch (architecture) {
            case DIRECT -> direct(form, outputs, besideSkip, seed);
            case SEGMENT -> segment(form, outputs, segment, besideSkip, seed);
        };
    }

    private Sequential direct(WindowForm form, int outputs, boolean besideSkip, long seed) {
        LstmSpec lstm = new LstmSpec(hidden, false, initialization).withRecurrentDropout((float) recurrentDropout);
        RecurrentStack stack = RecurrentStack.of(lstm, layers).withDropout((float) dropout);
        CategoryVectors vectors = new CategoryVectors(form.schema().categories());
        Sequential.Builder builder = Sequential.input(form.inputShape())
                .addAll(vectors.layers(initialization))
                .addAll((bidirectional ? stack.withBidirectional(MergeMode.CONCATENATE) : stack).layers());
        if (dropout > 0) {
            builder.add(new DropoutSpec((float) dropout));
        }
        int all = form.window().horizon() * form.targets() * outputs;
        DenseSpec last = new DenseSpec(all).withInitialization(initialization);
        return vectors.withoutMissing(builder.add(besideSkip
                ? last.withWeightInitializer(Constant.zeros()).withBiasInitializer(Constant.zeros())
                : last).build(seed));
    }

    private Sequential segment(WindowForm form, int outputs, int segment, boolean besideSkip, long seed) {
        WindowSpec window = form.window();
        CategoryVectors vectors = new CategoryVectors(form.schema().categories());
        SegmentWindow segments = new SegmentWindow(
                window.lookback(), window.horizon(), Math.min(segment, window.lookback()))
                .withObserved(form.observedChannels());
        segments = vectors.areStatic()
                ? segments.withKnown(form.knownChannels()).withCategories(vectors.vocabularies())
                : segments.withKnown(form.knownChannels() + vectors.units());
        SegmentLstmSpec spec = new SegmentLstmSpec(segments, hidden)
                .withOutputs(outputs)
                .withLayers(layers)
                .withDropout((float) dropout)
                .withInitialization(initialization)
                .withZeroHead(besideSkip);
        return vectors.withoutMissing(Sequential.input(form.inputShape())
                .addAll(vectors.areStatic() ? List.of() : vectors.layers(initialization))
                .add(spec)
                .build(seed));
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), but was " + share);
        }
    }
}
