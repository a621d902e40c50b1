package org.lstm4j.forecast.esrnn;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.nn.Parameter;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.GradientClipping;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.tensor.Shape;

/// One series while it is trained: its values, the numbers that are trained with it, and their own optimizer, which steps only when
/// the series was gone through.
final class SeriesInTraining {

    private final EsRnnSeries series;
    private final double scale;
    private final double[] values;
    private final int firstEnd;
    private final int lastEnd;
    private final double targetWeight;
    private final double[] numbers;
    private final double[] gradient;
    private final Parameter parameter;
    private final Optimizer optimizer;

    /// @throws IllegalArgumentException when the series is too short, has no target or does not suit the form
    SeriesInTraining(EsRnnSeries series, SmoothedForm form, EsRnnSettings settings) {
        form.requireSuits(series);
        this.series = series;
        scale = form.scale(series);
        values = form.toSmoothed(series, scale);
        EsRnnWindows windows = settings.windows();
        int window = windows.inputSize();
        lastEnd = values.length - 2;
        firstEnd = Math.max(window - 1, lastEnd + 1 - windows.maximalWindows());
        int targets = new WindowFrame(windows).targets(values, firstEnd, lastEnd);
        if (targets == 0) {
            throw new IllegalArgumentException("series '" + series.name() + "' has " + values.length
                    + " steps; a window of " + window + " values and a value after it need " + (window + 1)
                    + ", none of them missing at the end; leave the series out of training, or use a shorter window");
        }
        targetWeight = 1.0 / ((double) targets * windows.levels().size());
        SmoothingLayout layout = new SmoothingLayout(windows.seasons());
        parameter = new Parameter("series", Shape.vector(layout.size()));
        numbers = SmoothingStart.of(layout, values);
        gradient = new double[numbers.length];
        copy(numbers, parameter.value());
        optimizer = new Adam(settings.training().learningRate()).create(List.of(parameter));
    }

    EsRnnSeries series() {
        return series;
    }

    double scale() {
        return scale;
    }

    /// In their form.
    double[] values() {
        return values;
    }

    /// Windows that have a target.
    int windows() {
        return lastEnd - firstEnd + 1;
    }

    int firstEnd() {
        return firstEnd;
    }

    /// So that the loss is a mean over all targets and levels.
    double targetWeight() {
        return targetWeight;
    }

    /// What it is smoothed with.
    double[] numbers() {
        return numbers;
    }

    /// Of the numbers; to be added to.
    double[] gradient() {
        return gradient;
    }

    SmoothingParameters parameters() {
        return new SmoothingParameters(scale, parameter.value());
    }

    void setLearningRate(double rate) {
        optimizer.setLearningRate(rate);
    }

    /// Moves the numbers of the series by their gradient, which is used up.
    void step(double clipNorm) {
        copy(gradient, parameter.gradient());
        if (clipNorm < Double.POSITIVE_INFINITY) {
            GradientClipping.byNorm(optimizer.parameters(), clipNorm);
        }
        optimizer.step();
        Arrays.fill(gradient, 0);
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = parameter.value()[index];
        }
    }

    private static void copy(double[] from, float[] to) {
        for (int index = 0; index < from.length; index++) {
            to[index] = (float) from[index];
        }
    }
}
