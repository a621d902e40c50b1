package org.lstm4j.nn.segment;

import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Where the segments of a sample stand in it, and how they are copied out and their gradients back. Copies only: nothing is read at the
/// horizon but known channels.
final class ChannelWindows {

    private final SegmentWindow window;
    private final int batch;
    private final int channels;
    private final int sampleSize;
    /// [batch, segments of the past, segment · (observed + known)]
    final Tensor past;
    /// [batch, segments of the future, segment · known]; of no numbers where nothing is known. What lies beyond the horizon stays 0.
    final Tensor future;

    ChannelWindows(SegmentWindow window, int batch) {
        this.window = window;
        this.batch = batch;
        channels = window.channels();
        sampleSize = window.steps() * channels;
        past = Tensor.zeros(Shape.sequence(window.pastSegments(), window.pastSegmentSize()).withBatch(batch));
        future = Tensor.zeros(Shape.sequence(window.futureSegments(), window.futureSegmentSize()).withBatch(batch));
    }

    /// @param input [batch, lookback + horizon, channels]
    void copyOut(float[] input) {
        int read = window.observed() + window.known();
        int steps = window.pastSegments() * window.segment();
        for (int sample = 0; sample < batch; sample++) {
            copySteps(steps, read, input, pastAt(sample), channels, past.data(), sample * steps * read, read);
        }
        for (int sample = 0; window.known() > 0 && sample < batch; sample++) {
            copySteps(window.horizon(), window.known(), input, futureAt(sample), channels, future.data(),
                    futureSegmentsAt(sample), window.known());
        }
    }

    /// The gradient of the input, all of it: 0 where nothing is read.
    ///
    /// @param ofPast, ofFuture in the shapes of [#past] and [#future]
    /// @param gradient out, [batch, lookback + horizon, channels], zeros
    void copyBack(float[] ofPast, float[] ofFuture, float[] gradient) {
        int read = window.observed() + window.known();
        int steps = window.pastSegments() * window.segment();
        for (int sample = 0; sample < batch; sample++) {
            copySteps(steps, read, ofPast, sample * steps * read, read, gradient, pastAt(sample), channels);
        }
        for (int sample = 0; window.known() > 0 && sample < batch; sample++) {
            copySteps(window.horizon(), window.known(), ofFuture, futureSegmentsAt(sample), window.known(), gradient,
                    futureAt(sample), channels);
        }
    }

    /// Where the id of a sample's category stands in the input.
    int categoryAt(int sample, int category) {
        return sample * sampleSize + window.observed() + window.known() + category;
    }

    private int pastAt(int sample) {
        return sample * sampleSize + window.skipped() * channels;
    }

    private int futureAt(int sample) {
        return sample * sampleSize + window.lookback() * channels + window.observed();
    }

    private int futureSegmentsAt(int sample) {
        return sample * window.futureSegments() * window.futureSegmentSize();
    }

    private static void copySteps(
            int steps, int count, float[] source, int from, int sourceStride, float[] target, int to,
            int targetStride) {
        if (sourceStride == count && targetStride == count) {
            System.arraycopy(source, from, target, to, steps * count);
            return;
        }
        for (int step = 0; step < steps; step++) {
            int first = from + step * sourceStride;
            int place = to + step * targetStride;
            for (int channel = 0; channel < count; channel++) {
                target[place + channel] = source[first + channel];
            }
        }
    }
}
