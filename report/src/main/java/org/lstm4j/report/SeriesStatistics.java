package org.lstm4j.report;

import java.util.List;
import org.lstm4j.report.content.SeriesData;
import org.lstm4j.report.content.Values;

/// What the data table says about one series. The mean and the deviation are
/// over the observed values, summed in order; NaN when there is none.
record SeriesStatistics(int steps, int missing, List<Gap> gaps, double smallest, double mean, double largest,
        double deviation) {

    static SeriesStatistics of(SeriesData series) {
        Values values = series.values();
        double smallest = Double.NaN;
        double largest = Double.NaN;
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (int index = 0; index < values.size(); index++) {
            if (values.observed(index)) {
                double value = values.at(index);
                smallest = count == 0 ? value : Math.min(smallest, value);
                largest = count == 0 ? value : Math.max(largest, value);
                count++;
                double before = value - mean;
                mean += before / count;
                squares += before * (value - mean);
            }
        }
        return new SeriesStatistics(values.size(), values.size() - count, Gap.in(values), smallest,
                count == 0 ? Double.NaN : mean, largest, count == 0 ? Double.NaN : Math.sqrt(squares / count));
    }

    int longestGap() {
        return gaps.stream().mapToInt(Gap::length).max().orElse(0);
    }

    double missingPercent() {
        return steps == 0 ? 0 : 100.0 * missing / steps;
    }
}
