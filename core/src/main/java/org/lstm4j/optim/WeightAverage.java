package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// An average over the weights of a training run, which often predicts better than the last weights alone.
///
/// ```
/// average = average + share·(w − average)        (the first update takes w as it is)
/// ```
///
/// Call [#update] after each step of the optimizer, and [#swap] before and after judging or saving with the averages. PyTorch's
/// AveragedModel. Mutable, not thread-safe; an update allocates nothing.
///
/// Source of the exponential average: Polyak and Juditsky, Acceleration of Stochastic Approximation by Averaging, 1992.
public final class WeightAverage implements Resumable {

    private final List<Parameter> parameters;
    private final AverageShare share;
    private final Memory memory;
    private final float[][] averages;
    private final RunningNumber updates;
    private boolean swapped;

    /// An average that begins as the weights are.
    public WeightAverage(List<Parameter> parameters, AverageShare share) {
        this.parameters = List.copyOf(parameters);
        this.share = share;
        memory = new Memory(this.parameters);
        averages = memory.zeros("average");
        updates = memory.number("updates", 0);
        moveAverages(1);
    }

    /// Takes in the weights as they are now.
    ///
    /// @throws IllegalStateException while the averages are in place
    public void update() {
        requireNotSwapped("update");
        double before = updates.value();
        moveAverages(before == 0 ? 1 : (float) share.of((long) before));
        updates.increment();
    }

    /// Exchanges weights and averages: once to put the averages in place, again to go on training.
    public void swap() {
        for (int index = 0; index < averages.length; index++) {
            swap(parameters.get(index).value(), averages[index]);
        }
        swapped = !swapped;
    }

    /// Whether the averages are in place of the weights.
    public boolean swapped() {
        return swapped;
    }

    /// @throws IllegalStateException while the averages are in place
    @Override
    public SavedState state() {
        requireNotSwapped("save");
        return memory.save();
    }

    /// @throws IllegalStateException while the averages are in place
    @Override
    public void restore(SavedState state) {
        requireNotSwapped("restore");
        memory.restore(state);
    }

    private void moveAverages(float part) {
        for (int index = 0; index < averages.length; index++) {
            if (part == 1) {
                System.arraycopy(parameters.get(index).value(), 0, averages[index], 0, averages[index].length);
            } else {
                move(averages[index], parameters.get(index).value(), part);
            }
        }
    }

    private static void move(float[] average, float[] value, float part) {
        for (int index = 0; index < average.length; index++) {
            average[index] = Math.fma(part, value[index] - average[index], average[index]);
        }
    }

    private static void swap(float[] one, float[] other) {
        for (int index = 0; index < one.length; index++) {
            float kept = one[index];
            one[index] = other[index];
            other[index] = kept;
        }
    }

    private void requireNotSwapped(String call) {
        if (swapped) {
            throw new IllegalStateException("the averages are in place of the weights: call swap() before " + call);
        }
    }
}
