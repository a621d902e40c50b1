package org.lstm4j.forecast.anomaly;

/// The threshold at which a detector's score is highest, and that score.
///
/// @param threshold rows that score at least this are detections; 1.1 when it is best to detect nothing
public record NabThreshold(double threshold, NabScore score) {}
