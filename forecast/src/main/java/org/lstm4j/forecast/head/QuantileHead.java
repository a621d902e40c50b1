package org.lstm4j.forecast.head;

import org.lstm4j.nn.loss.MonotoneQuantiles;

/// Quantiles that never cross. The one number is the central of them, as a rule the median.
///
/// @param loss with the levels
public record QuantileHead(MonotoneQuantiles loss) implements Head {

    /// Levels as near as this are one: 1 − 0.9 is not 0.1 in binary.
    private static final double SAME_LEVEL = 1e-9;

    @Override
    public int outputs() {
        return loss.groupSize();
    }

    @Override
    public int location() {
        return loss.centre();
    }

    @Override
    public double point(float[] said, int from) {
        return said[from + loss.centre()];
    }

    @Override
    public boolean givesQuantiles() {
        return true;
    }

    /// Of its own levels, or some of them.
    @Override
    public void quantiles(float[] said, int from, double[] levels, double[] out) {
        double[] own = new double[outputs()];
        loss.quantilesOf(said, from, own);
        for (int index = 0; index < levels.length; index++) {
            out[index] = own[place(levels[index])];
        }
    }

    private int place(double level) {
        for (int place = 0; place < outputs(); place++) {
            if (Math.abs(loss.levels().get(place) - level) < SAME_LEVEL) {
                return place;
            }
        }
        throw new IllegalArgumentException("the network gives the quantiles " + loss.levels() + ", and " + level
                + " is none of them; train with that level, or ask for one of these");
    }
}
