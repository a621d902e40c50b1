package org.lstm4j.forecast.anomaly;

import java.util.List;

/// Adds up what detections count, row by row, each row at most once and none of the probationary ones.
final class NabTally {

    private final List<NabRows> files;
    private final NabProfile profile;
    /// of each file and window, the highest worth of its detected rows, or what a miss costs
    private final double[][] windows;
    private double outside;
    /// what all windows count; only added up anew when one of them changes
    private double inside;
    private int truePositives;
    private int falsePositives;

    NabTally(List<NabRows> files, NabProfile profile) {
        this.files = files;
        this.profile = profile;
        windows = new double[files.size()][];
        for (int index = 0; index < windows.length; index++) {
            NabRows rows = files.get(index);
            windows[index] = new double[rows.file().windows().size()];
            for (int window = 0; window < windows[index].length; window++) {
                windows[index][window] = rows.counts(window) ? -profile.falseNegative() : 0;
            }
        }
        inside = sum();
    }

    void detect(int file, int row) {
        NabRows rows = files.get(file);
        if (!rows.isInWindow(row)) {
            outside += rows.worth(row);
            falsePositives++;
            return;
        }
        truePositives++;
        int window = rows.window(row);
        if (rows.worth(row) > windows[file][window]) {
            windows[file][window] = rows.worth(row);
            inside = sum();
        }
    }

    double raw() {
        return inside + outside;
    }

    NabScore score() {
        int counted = 0;
        int detected = 0;
        int rowsInside = 0;
        int rowsOutside = 0;
        for (int file = 0; file < windows.length; file++) {
            NabRows rows = files.get(file);
            for (int window = 0; window < windows[file].length; window++) {
                counted += rows.counts(window) ? 1 : 0;
                detected += windows[file][window] > 0 ? 1 : 0;
            }
            for (int row = rows.file().probation(); row < rows.file().rows(); row++) {
                rowsInside += rows.isInWindow(row) ? 1 : 0;
                rowsOutside += rows.isInWindow(row) ? 0 : 1;
            }
        }
        return new NabScore(raw(), counted * profile.truePositive(), -counted * profile.falseNegative(), counted,
                detected, truePositives, falsePositives, rowsInside - truePositives, rowsOutside - falsePositives);
    }

    private double sum() {
        double sum = 0;
        for (double[] file : windows) {
            for (double window : file) {
                sum += window;
            }
        }
        return sum;
    }
}
