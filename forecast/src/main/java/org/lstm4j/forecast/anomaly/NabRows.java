package org.lstm4j.forecast.anomaly;

import java.util.Arrays;

/// What a detection counts at each row of a file.
final class NabRows {

    private static final int OUTSIDE = -1;
    /// Beyond three widths after a window a detection is wholly wrong.
    private static final double FAR = 3;
    private static final double STEEPNESS = 5;

    private final NabFile file;
    private final double[] worth;
    /// the window of each row
    private final int[] window;

    NabRows(NabFile file, NabProfile profile) {
        this.file = file;
        worth = new double[file.rows()];
        window = new int[file.rows()];
        Arrays.fill(window, OUTSIDE);
        for (int index = 0; index < file.windows().size(); index++) {
            markWindow(index, profile);
        }
        scoreOutside(profile);
    }

    NabFile file() {
        return file;
    }

    /// What a detection counts: of rows in a window the highest one of the detected rows is the window's, of others all add up.
    double worth(int row) {
        return worth[row];
    }

    boolean isInWindow(int row) {
        return window[row] != OUTSIDE;
    }

    /// The number of the window that a row lies in.
    int window(int row) {
        return window[row];
    }

    /// Whether a window has rows after the probationary ones.
    boolean counts(int index) {
        return NabFile.lastRow(file.times(), file.windows().get(index).end()) >= file.probation();
    }

    /// 2 / (1 + e^5x) − 1: from 0.987 at the left edge of a window, where x = −1, through 0 at its end towards −1 after it.
    static double sigmoid(double position) {
        return position >= FAR ? -1 : 2 / (1 + StrictMath.exp(STEEPNESS * position)) - 1;
    }

    private void markWindow(int index, NabProfile profile) {
        int first = NabFile.firstRow(file.times(), file.windows().get(index).start());
        int last = NabFile.lastRow(file.times(), file.windows().get(index).end());
        double width = last - first + 1.0;
        for (int row = first; row <= last; row++) {
            window[row] = index;
            worth[row] = profile.truePositive() * sigmoid(-(last - row + 1) / width) / sigmoid(-1);
        }
    }

    private void scoreOutside(NabProfile profile) {
        int end = -1;
        int width = 0;
        for (int row = 0; row < worth.length; row++) {
            if (window[row] == OUTSIDE) {
                double position = width < 2 ? FAR : (double) (row - end) / (width - 1);
                worth[row] = profile.falsePositive() * sigmoid(position);
            } else {
                boolean isFirst = row == 0 || window[row - 1] != window[row];
                width = isFirst ? 1 : width + 1;
                end = row;
            }
        }
    }
}
