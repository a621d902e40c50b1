package org.lstm4j.cli.accuracy;

import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

/// A series of longer steps, each the mean of what was observed in the steps that it is made of.
final class StepMeans {

    private StepMeans() {}

    /// @param steps that become one; what is left over at the end is cut off
    static TimeSeries of(TimeSeries series, int steps) {
        double[][] means = new double[series.columns().size()][series.steps() / steps];
        for (int column = 0; column < means.length; column++) {
            for (int step = 0; step < means[column].length; step++) {
                means[column][step] = mean(series, column, step * steps, steps);
            }
        }
        Timeline timeline = series.timeline();
        Frequency longer = timeline.frequency() instanceof FixedStep(long millis)
                ? new FixedStep(Math.multiplyExact(millis, (long) steps))
                : new Frequency.StepIndex();
        return TimeSeries.of(series.name(), Timeline.of(timeline.start(), longer, timeline.zone()), series.columns(),
                means);
    }

    private static double mean(TimeSeries series, int column, int from, int steps) {
        double sum = 0;
        int count = 0;
        for (int step = from; step < from + steps; step++) {
            double value = series.value(column, step);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return sum / count;
    }
}
