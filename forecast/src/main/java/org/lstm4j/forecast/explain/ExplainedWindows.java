package org.lstm4j.forecast.explain;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Windows as the network reads them, evenly spread over those there are, and the reference beside which they are explained.
///
/// The reference is the mean of each channel over all steps of all these windows, the same at every step: a past in which nothing
/// happens, at the usual level.
///
/// @param origins of each window
/// @param inputs [windows, lookback, channels]
/// @param targets as the network was to say them, [windows, horizon · targets]
/// @param reference [lookback, channels]
record ExplainedWindows(List<WindowOrigin> origins, Tensor inputs, Tensor targets, Tensor reference) {

    /// @param most how many at most
    static ExplainedWindows spread(WindowSamples windows, int most) {
        int count = Math.min(most, windows.count());
        List<WindowOrigin> origins = new ArrayList<>();
        Shape sample = windows.inputShape();
        Tensor inputs = Tensor.zeros(sample.withBatch(count));
        Tensor targets = Tensor.zeros(windows.targetShape().withBatch(count));
        for (int index = 0; index < count; index++) {
            int number = count == 1
                    ? windows.count() - 1
                    : (int) ((long) index * (windows.count() - 1) / (count - 1));
            origins.add(new WindowOrigin(windows.series(number), windows.origin(number)));
            windows.copy(number, inputs.data(), index * sample.elements(), targets.data(),
                    index * windows.targetShape().elements());
        }
        return new ExplainedWindows(List.copyOf(origins), inputs, targets, meanLevel(inputs));
    }

    int count() {
        return origins.size();
    }

    private static Tensor meanLevel(Tensor inputs) {
        Tensor level = Tensor.zeros(inputs.shape().withoutBatch());
        int channels = inputs.shape().last();
        int rows = inputs.data().length / channels;
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0;
            for (int row = 0; row < rows; row++) {
                sum += inputs.data()[row * channels + channel];
            }
            for (int step = 0; step < level.shape().size(0); step++) {
                level.set((float) (sum / rows), step, channel);
            }
        }
        return level;
    }
}
