package org.lstm4j.forecast.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The scoring of the Numenta Anomaly Benchmark: early detections in a window of a known anomaly count more, detections outside cost.
///
/// A row is a detection when its score is at least the threshold. Rows of the probationary period ([NabFile#probation()]) count nothing.
/// With σ(x) = 2 / (1 + e^5x) − 1 and A_TP, A_FP, A_FN from the [NabProfile]:
///
/// - a window counts A_TP · σ(x) / σ(−1) by its earliest detection, where x = −(rows to its end, itself included) / (rows in it): A_TP at
///   the left edge, close to 0 at the right one. Further detections in it count nothing
/// - a window without any costs A_FN
/// - a detection outside costs A_FP · −σ(x), where x = (rows since the last window's end) / (rows in that window − 1): little just behind
///   a window, all of A_FP before the first one and from x = 3 on
///
/// [NabScore#normalised] sets the sum of all files between the detector that says nothing, 0, and the perfect one, 100.
///
/// **The threshold** is one for all files, the one whose score is highest ([#bestThreshold]): NAB looks for it on the very files it
/// judges, so its figures are the best that a detector's scores can give, not what a threshold set beforehand would. To compare with
/// figures of NAB do the same; for use, choose on other files.
///
/// Window ends are the first row not before and the last row not after the labelled times. Behind a window of a single row, for which the
/// distance is not defined, a detection costs all of A_FP.
///
/// Source: Lavin and Ahmad, Evaluating Real-time Anomaly Detection Algorithms: the Numenta Anomaly Benchmark, ICMLA 2015; details as in
/// NAB's program.
public final class NabScorer {

    /// Above every score: nothing is detected.
    private static final double ABOVE_ALL = 1.1;

    private final NabProfile profile;

    public NabScorer(NabProfile profile) {
        this.profile = profile;
    }

    public NabProfile profile() {
        return profile;
    }

    /// How a detector does on one file.
    public NabScore score(NabFile file, double threshold) {
        NabRows rows = new NabRows(file, profile);
        NabTally tally = new NabTally(List.of(rows), profile);
        for (int row = file.probation(); row < file.rows(); row++) {
            if (file.scores()[row] >= threshold) {
                tally.detect(0, row);
            }
        }
        return tally.score();
    }

    /// How a detector does on several files together, at one threshold.
    public NabScore score(List<NabFile> files, double threshold) {
        NabScore sum = NabScore.ZERO;
        for (NabFile file : files) {
            sum = sum.plus(score(file, threshold));
        }
        return sum;
    }

    /// The threshold with the highest score over all files together, found by trying every distinct score from the highest on; of equal
    /// ones the highest.
    ///
    /// @param files at least one
    public NabThreshold bestThreshold(List<NabFile> files) {
        List<NabRows> rows = files.stream().map(file -> new NabRows(file, profile)).toList();
        Detection[] order = byScore(files);
        NabTally tally = new NabTally(rows, profile);
        double best = tally.raw();
        double threshold = ABOVE_ALL;
        for (int index = 0; index < order.length; index++) {
            tally.detect(order[index].file(), order[index].row());
            boolean isLast = index + 1 == order.length || order[index + 1].score() < order[index].score();
            if (isLast && tally.raw() > best) {
                best = tally.raw();
                threshold = order[index].score();
            }
        }
        return new NabThreshold(threshold, score(files, threshold));
    }

    private record Detection(double score, int file, int row) {}

    /// Scored rows, the highest first; equal ones as they stand.
    private static Detection[] byScore(List<NabFile> files) {
        List<Detection> detections = new ArrayList<>();
        for (int index = 0; index < files.size(); index++) {
            NabFile file = files.get(index);
            for (int row = file.probation(); row < file.rows(); row++) {
                if (!Double.isNaN(file.scores()[row])) {
                    detections.add(new Detection(file.scores()[row], index, row));
                }
            }
        }
        Detection[] order = detections.toArray(Detection[]::new);
        Arrays.sort(order, (one, other) -> Double.compare(other.score(), one.score()));
        return order;
    }
}
