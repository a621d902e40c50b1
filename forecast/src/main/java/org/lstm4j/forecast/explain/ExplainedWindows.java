package org.lstm4j.forecast.explain;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Windows as the network reads them, evenly spread over those there are, and the reference beside which they are explained.
///
/// The reference is the mean of each channel over all steps of all these windows, the same at every step: a past in which nothing
/// happens, at the usual level. Of a category it is the mean of its vectors. Where windows have rows for the steps ahead, a past category
/// has none there, and is left out of the mean.
///
/// @param origins of each window
/// @param samples as the forecaster's network reads them, [windows, rows, columns]
/// @param inputs the same with the vectors of categories, [windows, rows, channels]
/// @param targets as the network was to say them, [windows, horizon · targets]
/// @param reference [rows, channels]
record ExplainedWindows(List<WindowOrigin> origins, Tensor samples, Tensor inputs, Tensor targets, Tensor reference) {

    /// @param most how many at most
    /// @param channels what categories become
    /// @param form of the windows
    static ExplainedWindows spread(WindowSamples windows, int most, VectorChannels channels, WindowForm form) {
        int count = Math.min(most, windows.count());
        List<WindowOrigin> origins = new ArrayList<>();
        Shape sample = windows.inputShape();
        Tensor samples = Tensor.zeros(sample.withBatch(count));
        Tensor targets = Tensor.zeros(windows.targetShape().withBatch(count));
        for (int index = 0; index < count; index++) {
            int number = count == 1
                    ? windows.count() - 1
                    : (int) ((long) index * (windows.count() - 1) / (count - 1));
            origins.add(new WindowOrigin(windows.series(number), windows.origin(number)));
            windows.copy(number, samples.data(), index * sample.elements(), targets.data(),
                    index * windows.targetShape().elements());
        }
        Tensor inputs = channels.read(samples);
        return new ExplainedWindows(List.copyOf(origins), samples, inputs, targets,
                reference(inputs, channels.columns(), form));
    }

    int count() {
        return origins.size();
    }

    private static Tensor reference(Tensor inputs, ColumnChannels columns, WindowForm form) {
        int rows = inputs.shape().size(1);
        List<CategoryColumn> categories = form.schema().categories();
        Tensor reference = Tensor.zeros(inputs.shape().withoutBatch());
        for (int channel = 0; channel < columns.columnOf().size(); channel++) {
            int category = columns.columnOf().get(channel) - columns.count() + categories.size();
            boolean isPast = category >= 0 && categories.get(category).role() == CategoryColumn.Role.PAST;
            int read = isPast ? form.window().lookback() : rows;
            float mean = mean(inputs, channel, read);
            for (int row = 0; row < rows; row++) {
                reference.set(row < read ? mean : inputs.get(0, row, channel), row, channel);
            }
        }
        return reference;
    }

    private static float mean(Tensor inputs, int channel, int rows) {
        double sum = 0;
        for (int window = 0; window < inputs.batch(); window++) {
            for (int row = 0; row < rows; row++) {
                sum += inputs.get(window, row, channel);
            }
        }
        return (float) (sum / ((double) inputs.batch() * rows));
    }
}
