package org.lstm4j.forecast.deepar;

/// The scale of a window: the mean absolute value of what was observed in its context. Values are divided by it, so that one network
/// serves series of any size. Source: Salinas et al., DeepAR, 2020, section 3.3; the mean of absolute values is GluonTS'.
final class WindowScale {

    private WindowScale() {}

    /// The scale of a context; where it has no value but 0, that of all before its end; where these are all 0 too, the typical one.
    ///
    /// @param from the first step; may lie before the series
    /// @param end the step after the last
    static double of(double[] target, int from, int end, DeepArSchema schema) {
        double ofContext = meanAbsolute(target, Math.max(0, from), end);
        double scale = ofContext > 0 ? ofContext : meanAbsolute(target, 0, end);
        return scale > 0 ? scale : schema.typicalScale();
    }

    /// The mean absolute value of what was observed in some steps; 0 where nothing was.
    static double meanAbsolute(double[] target, int from, int end) {
        double sum = 0;
        int count = 0;
        for (int step = from; step < end; step++) {
            if (!Double.isNaN(target[step])) {
                sum += Math.abs(target[step]);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
