package org.lstm4j.forecast.deepar;

import org.lstm4j.json.JsonValue;

/// How a window is brought to the size that the network works with, by the observed values of its context alone.
public enum ContextScaling {

    /// Value / mean absolute value: DeepAR's, which keeps zero where it is, as counts and positive numbers need.
    MEAN_ABSOLUTE("mean-absolute") {
        @Override
        WindowScale of(double[] target, int from, int end) {
            return new WindowScale(0, meanDistance(target, from, end, 0));
        }
    },

    /// (Value − mean) / mean absolute deviation: what moves is as large in a series that moves by a hundredth of its level as in one
    /// that moves by all of it. At least a thousandth of the mean absolute value, so that what was flat may begin to move.
    CENTERED("centered") {
        @Override
        WindowScale of(double[] target, int from, int end) {
            double mean = mean(target, from, end);
            double deviation = meanDistance(target, from, end, mean);
            return new WindowScale(mean, Math.max(deviation, LEAST * meanDistance(target, from, end, 0)));
        }
    },

    /// Values as they are, as a likelihood of counts needs. The paper scales counts inside the likelihood; here they are for series of
    /// small counts.
    NONE("none") {
        @Override
        WindowScale of(double[] target, int from, int end) {
            return new WindowScale(0, 1);
        }
    };

    private static final double LEAST = 1e-3;

    private final String label;

    ContextScaling(String label) {
        this.label = label;
    }

    /// The name in files.
    public String label() {
        return label;
    }

    /// That of some steps; of scale 0 where nothing was observed, or only zeros.
    abstract WindowScale of(double[] target, int from, int end);

    /// That of a context; where it has no scale, that of all steps before its end; where these have none either, the typical one.
    ///
    /// @param from the first step; may lie before the series
    /// @param end the step after the last
    /// @param typicalScale above 0
    WindowScale of(double[] target, int from, int end, double typicalScale) {
        WindowScale ofContext = of(target, Math.max(0, from), end);
        WindowScale found = ofContext.scale() > 0 ? ofContext : of(target, 0, end);
        return found.scale() > 0 ? found : new WindowScale(found.shift(), typicalScale);
    }

    static ContextScaling fromJson(JsonValue json) {
        for (ContextScaling scaling : values()) {
            if (scaling.label.equals(json.asText())) {
                return scaling;
            }
        }
        throw new IllegalArgumentException("there is no scaling of contexts '" + json.asText() + "'");
    }

    private static double mean(double[] target, int from, int end) {
        double sum = 0;
        int count = 0;
        for (int step = from; step < end; step++) {
            if (!Double.isNaN(target[step])) {
                sum += target[step];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// The mean distance of what was observed from a centre; 0 where nothing was.
    private static double meanDistance(double[] target, int from, int end, double centre) {
        double sum = 0;
        int count = 0;
        for (int step = from; step < end; step++) {
            if (!Double.isNaN(target[step])) {
                sum += Math.abs(target[step] - centre);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
