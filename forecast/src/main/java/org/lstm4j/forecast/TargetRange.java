package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;

/// The known values of a target in the training parts of all series.
///
/// @param least of them; NaN where none is known
/// @param mean of them; NaN where none is known
public record TargetRange(double least, double mean) {

    /// One for each target.
    ///
    /// @param training what is known of each series, NaN where nothing is
    static List<TargetRange> of(List<TimeSeries> training, List<String> targets) {
        List<TargetRange> ranges = new ArrayList<>();
        for (String target : targets) {
            double least = Double.NaN;
            double sum = 0;
            long count = 0;
            for (TimeSeries series : training) {
                for (double value : series.column(target)) {
                    if (!Double.isNaN(value)) {
                        least = count == 0 ? value : Math.min(least, value);
                        sum += value;
                        count++;
                    }
                }
            }
            ranges.add(new TargetRange(least, sum / count));
        }
        return List.copyOf(ranges);
    }
}
