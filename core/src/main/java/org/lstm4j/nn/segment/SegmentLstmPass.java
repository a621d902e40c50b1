package org.lstm4j.nn.segment;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.ShapeCheck;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A segment LSTM at work: copies segments out of samples, and what is foretold into answers; the rest is [SegmentEncoder] and
/// [SegmentDecoder].
final class SegmentLstmPass implements LayerPass {

    private static final float[] NOTHING = {};

    private final SegmentLstm layer;
    private final Shape inputShape;
    private final PassMode mode;
    private final int segments;
    private final ChannelWindows channels;
    private final SegmentEncoder encoder;
    private final SegmentDecoder decoder;
    private final DecoderInput decoderInput;
    private final @Nullable LayerPass known;
    private final Tensor output;
    private final Tensor knownGradient;
    private final Tensor headGradient;
    private final Tensor inputGradient;
    private boolean awaitsBackward;

    SegmentLstmPass(SegmentLstm layer, Shape inputShape, Shape outputShape, PassMode mode, Compute compute) {
        this.layer = layer;
        this.inputShape = inputShape;
        this.mode = mode;
        int batch = inputShape.size(0);
        SegmentWindow window = layer.spec().window();
        SegmentParts parts = layer.layers();
        segments = window.futureSegments();
        PassMode within = mode == PassMode.TRAINING_ON_DATA ? PassMode.TRAINING : mode; // only the first read data
        channels = new ChannelWindows(window, batch);
        encoder = new SegmentEncoder(parts, channels.past.shape(), mode, within, compute);
        decoder = new SegmentDecoder(parts, batch, segments, within, compute);
        decoderInput = new DecoderInput(layer, channels, batch);
        Dense ofKnown = parts.known();
        known = ofKnown == null ? null : ofKnown.newPass(channels.future.shape(), mode, compute);
        output = Tensor.zeros(outputShape);
        boolean training = mode.runsBackward();
        int units = layer.spec().units();
        knownGradient = Tensor.zeros(Shape.sequence(segments, training && known != null ? units : 0).withBatch(batch));
        headGradient = Tensor
                .zeros(Shape.vector(training ? parts.head().spec().units() : 0).withBatch(batch * segments));
        inputGradient = Tensor.zeros(mode.givesInputGradient() ? inputShape : Shape.vector(0));
    }

    @Override
    public Tensor forward(Tensor input) {
        ShapeCheck.require(layer, "input", inputShape, input);
        channels.copyOut(input.data());
        encoder.forward(channels.past);
        float[] ofKnown = known == null ? NOTHING : known.forward(channels.future).data();
        decoderInput.fill(input.data(), ofKnown);
        Tensor told = decoder.forward(decoderInput.rows, encoder.states());
        copySamples(told.data(), told.shape().last() * segments, output.data(), output.shape().last());
        awaitsBackward = true;
        return output;
    }

    /// @throws IllegalArgumentException always: a segment is read as a whole
    @Override
    public Tensor forward(Tensor input, StepMask mask) {
        throw new IllegalArgumentException(
                "layer \"" + layer.name() + "\" reads whole segments and takes no mask of steps;"
                        + " fill what is missing, and say where by an observed channel of 0 and 1");
    }

    /// There are no steps any more.
    @Override
    public @Nullable StepMask outputMask(@Nullable StepMask inputMask) {
        return null;
    }

    /// Those of the encoder, whose gates can be looked at segment by segment.
    @Override
    public List<LayerPass> inner() {
        return List.copyOf(encoder.cells());
    }

    @Override
    public void resetState() {
        encoder.resetState();
    }

    @Override
    public void backward(Tensor outputGradient) {
        if (!mode.runsBackward() || !awaitsBackward) {
            throw new IllegalStateException(
                    "layer \"" + layer.name() + "\" can run backward only in a training mode and"
                            + " once after each forward; its mode is " + mode);
        }
        ShapeCheck.require(layer, "output gradient", output.shape(), outputGradient);
        awaitsBackward = false;
        copySamples(outputGradient.data(), output.shape().last(), headGradient.data(),
                headGradient.shape().last() * segments);
        decoder.backward(headGradient);
        float[] ofRows = decoder.inputGradient().data();
        decoderInput.addGradients(ofRows);
        if (known != null) {
            System.arraycopy(ofRows, 0, knownGradient.data(), 0, ofRows.length);
            known.backward(knownGradient);
        }
        encoder.backward(decoder.stateGradients());
        if (mode.givesInputGradient()) {
            carryToInput();
        }
    }

    private void carryToInput() {
        float[] gradient = inputGradient.data();
        Arrays.fill(gradient, 0f);
        channels.copyBack(encoder.inputGradient().data(), known == null ? NOTHING : known.inputGradient().data(),
                gradient);
    }

    @Override
    public Tensor inputGradient() {
        if (!mode.givesInputGradient()) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" runs in mode " + mode
                    + ", which computes no input gradient; make the pass with PassMode.TRAINING");
        }
        return inputGradient;
    }

    /// Copies the beginning of each sample, as far as both have room: what the last segment tells beyond the horizon is cut off, and its
    /// gradient stays 0.
    private void copySamples(float[] source, int sourceSize, float[] target, int targetSize) {
        int count = Math.min(sourceSize, targetSize);
        for (int sample = 0; sample < inputShape.size(0); sample++) {
            System.arraycopy(source, sample * sourceSize, target, sample * targetSize, count);
        }
    }
}
