package org.lstm4j.explain;

/// Part of an [AttributionPath], integrated.
final class PathStretch {

    private final double from;
    private final double to;
    private final double atFrom;
    private final double atTo;
    private final double[] slopes;
    private final double gap;

    /// @param from where it begins, from 0
    /// @param to where it ends, to 1
    /// @param atFrom what the network says there
    /// @param atTo what the network says there
    /// @param slopes ∂f/∂x integrated over it; kept
    /// @param gap how far its attributions are from `atTo − atFrom`
    PathStretch(double from, double to, double atFrom, double atTo, double[] slopes, double gap) {
        this.from = from;
        this.to = to;
        this.atFrom = atFrom;
        this.atTo = atTo;
        this.slopes = slopes;
        this.gap = gap;
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    double atFrom() {
        return atFrom;
    }

    double atTo() {
        return atTo;
    }

    double slope(int index) {
        return slopes[index];
    }

    double gap() {
        return gap;
    }
}
