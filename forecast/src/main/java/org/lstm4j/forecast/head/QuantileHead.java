package org.lstm4j.forecast.head;

import java.util.Arrays;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.nn.loss.MonotoneQuantiles;

/// Quantiles that never cross. The one number is the central of them, as a rule the median.
///
/// @param loss with the levels
public record QuantileHead(MonotoneQuantiles loss) implements Head {

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

    /// The levels that it gives, in a new array.
    public double[] levels() {
        return loss.levels().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Of its own levels, or some of them.
    @Override
    public void quantiles(float[] said, int from, double[] levels, double[] out) {
        double[] own = new double[outputs()];
        loss.quantilesOf(said, from, own);
        double[] ownLevels = levels();
        for (int index = 0; index < levels.length; index++) {
            out[index] = own[place(ownLevels, levels[index])];
        }
    }

    private static int place(double[] levels, double level) {
        int place = QuantileForecast.indexOf(levels, level);
        if (place < 0) {
            throw new IllegalArgumentException("the network gives the quantiles " + Arrays.toString(levels) + ", and "
                    + level + " is none of them; train with that level, or ask for one of these");
        }
        return place;
    }
}
