package org.lstm4j.forecast.anomaly;

/// How a detector does on one or more files at a threshold.
///
/// @param raw weighted detections and misses, added up
/// @param perfect what a detector gets that says nothing but the first row of every window
/// @param none what a detector gets that says nothing
/// @param windows windows to detect
/// @param detectedWindows those detected
/// @param truePositives detected rows inside windows
/// @param falsePositives detected rows outside
/// @param falseNegatives other rows inside windows
/// @param trueNegatives other rows outside
public record NabScore(double raw, double perfect, double none, int windows, int detectedWindows, int truePositives,
        int falsePositives, int falseNegatives, int trueNegatives) {

    static final NabScore ZERO = new NabScore(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// 100 for the perfect detector, 0 for the one that says nothing, below 0 for worse; NaN where there is no window.
    public double normalised() {
        return perfect == none ? Double.NaN : 100 * (raw - none) / (perfect - none);
    }

    /// Of both, file by file.
    NabScore plus(NabScore other) {
        return new NabScore(raw + other.raw, perfect + other.perfect, none + other.none, windows + other.windows,
                detectedWindows + other.detectedWindows, truePositives + other.truePositives,
                falsePositives + other.falsePositives, falseNegatives + other.falseNegatives,
                trueNegatives + other.trueNegatives);
    }
}
