package org.lstm4j.report;

import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.Band;
import org.lstm4j.report.content.Values;
import org.lstm4j.report.picture.TickScale;

/// Puts values on a canvas of dots.
///
/// @param canvas what is drawn on
/// @param axis positions of the values
/// @param scale of the values
record DotPlane(DotCanvas canvas, Axis axis, TickScale scale) {

    int across(int index) {
        double length = axis.position(axis.size() - 1) - axis.position(0);
        double share = length == 0 ? 0 : (axis.position(index) - axis.position(0)) / length;
        return (int) StrictMath.rint(share * (canvas.dotsAcross() - 1));
    }

    int down(double value) {
        return (int) StrictMath.rint(scale.fromTop(value) * (canvas.dotsDown() - 1));
    }

    /// Draws a line, open where a value is missing.
    void trace(Values values, int line) {
        int distance = 0;
        int before = -1;
        for (int index = 0; index < axis.size(); index++) {
            if (!Double.isFinite(values.at(index))) {
                before = -1;
                distance = 0;
                continue;
            }
            int from = before < 0 ? index : before;
            distance = canvas.stretch(across(from), down(values.at(from)), across(index), down(values.at(index)), line,
                    distance);
            before = index;
        }
    }

    /// Shades a band, open where a bound is missing.
    void shade(Band band) {
        for (int index = 0; index < axis.size(); index++) {
            if (bounded(band, index)) {
                shade(band, index > 0 && bounded(band, index - 1) ? index - 1 : index, index);
            }
        }
    }

    private static boolean bounded(Band band, int index) {
        return Double.isFinite(band.lower().at(index)) && Double.isFinite(band.upper().at(index));
    }

    /// Shades between two positions, with straight edges.
    private void shade(Band band, int from, int to) {
        int left = across(from);
        int right = across(to);
        for (int x = left; x <= right; x++) {
            double share = left == right ? 1 : (double) (x - left) / (right - left);
            canvas.shade(x, down(between(band.upper(), from, to, share)), down(between(band.lower(), from, to, share)));
        }
    }

    private static double between(Values values, int from, int to, double share) {
        return (1 - share) * values.at(from) + share * values.at(to);
    }
}
