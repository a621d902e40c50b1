package org.lstm4j.forecast.conformal;

/// How quantiles are calibrated.
///
/// @param method which quantiles move together
/// @param smallestSample a step with fewer known errors than that takes those of neighbouring steps as well; 1 or more
/// @param dependence what is assumed of the windows
/// @param moves which way quantiles may move
public record ConformalSettings(
        ConformalMethod method, int smallestSample, WindowDependence dependence, QuantileMoves moves) {

    public ConformalSettings {
        if (smallestSample < 1) {
            throw new IllegalArgumentException("the smallest sample of a calibration must be 1 or more, but was "
                    + smallestSample + "; 40 is usual");
        }
    }

    /// Pairs, samples of 40, windows that may overlap, and both ways.
    public ConformalSettings() {
        this(ConformalMethod.PAIRS, 40, WindowDependence.ESTIMATED, QuantileMoves.BOTH_WAYS);
    }

    public ConformalSettings withMethod(ConformalMethod newMethod) {
        return new ConformalSettings(newMethod, smallestSample, dependence, moves);
    }

    public ConformalSettings withSmallestSample(int newSmallestSample) {
        return new ConformalSettings(method, newSmallestSample, dependence, moves);
    }

    public ConformalSettings withDependence(WindowDependence newDependence) {
        return new ConformalSettings(method, smallestSample, newDependence, moves);
    }

    public ConformalSettings withMoves(QuantileMoves newMoves) {
        return new ConformalSettings(method, smallestSample, dependence, newMoves);
    }
}
