package org.lstm4j.forecast.head;

import org.lstm4j.nn.loss.Loss;

/// One number for each step: the mean where the loss is a squared error, the median where it is an absolute one.
///
/// @param loss of one prediction and its target
public record PointHead(Loss loss) implements Head {

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public int location() {
        return 0;
    }

    @Override
    public double point(float[] said, int from) {
        return said[from];
    }

    @Override
    public boolean givesQuantiles() {
        return false;
    }

    @Override
    public void quantiles(float[] said, int from, double[] levels, double[] out) {
        throw new IllegalStateException("the network says one number of each step, and no quantiles; train with another"
                + " loss, such as quantiles, or calibrate");
    }
}
