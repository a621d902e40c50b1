package org.lstm4j.forecast.esrnn;

/// A series ready to be foretold.
///
/// @param values in their form
/// @param parameters what to smooth it with
/// @param windows how many windows, the last ones, the network goes through
@SuppressWarnings("ArrayRecordComponent") // a carrier of values, never compared
record SeriesToForetell(double[] values, SmoothingParameters parameters, int windows) {

    /// @throws IllegalArgumentException when the series is shorter than a window, or does not suit the form
    static SeriesToForetell of(EsRnnSeries series, EsRnn model) {
        model.form().requireSuits(series);
        int window = model.windows().inputSize();
        if (series.steps() < window) {
            throw new IllegalArgumentException("series '" + series.name() + "' has " + series.steps()
                    + " steps, but the window needs " + window + "; give more of its past");
        }
        SmoothingParameters parameters = model.parametersOf(series);
        double[] values = model.form().toSmoothed(series, parameters.scale());
        int windows = Math.min(values.length - window + 1, model.windows().maximalWindows());
        return new SeriesToForetell(values, parameters, windows);
    }

    int firstEnd() {
        return values.length - windows;
    }
}
