package org.lstm4j.forecast.esrnn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Sequential;

/// A trained ES-RNN: the network, and for every series it was trained on its smoothing coefficients and initial seasonal indices.
///
/// Made by an [EsRnnTrainer]. Immutable as long as nobody writes into the network's weights; threads may share it.
public final class EsRnn {

    private final EsRnnWindows windows;
    private final SmoothedForm form;
    private final Sequential network;
    private final Map<String, SmoothingParameters> known;

    EsRnn(EsRnnWindows windows, SmoothedForm form, Sequential network, Map<String, SmoothingParameters> known) {
        this.windows = windows;
        this.form = form;
        this.network = network;
        this.known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    }

    /// What goes in and out.
    public EsRnnWindows windows() {
        return windows;
    }

    public SmoothedForm form() {
        return form;
    }

    /// From windows `[windows, features]` to `[windows, horizon·levels]`; shared.
    public Sequential network() {
        return network;
    }

    /// The names of the series it was trained on, in order.
    public List<String> seriesNames() {
        return List.copyOf(known.keySet());
    }

    /// Whether a series of that name was trained on.
    public boolean knows(String name) {
        return known.containsKey(name);
    }

    /// What the values of a series are divided by, see [SmoothedForm]: as in training, or of another series by its own values.
    public double scaleOf(EsRnnSeries series) {
        SmoothingParameters trained = known.get(series.name());
        return trained == null ? form.scale(series) : trained.scale();
    }

    /// Where the numbers of a series stand.
    SmoothingLayout layout() {
        return new SmoothingLayout(windows.seasons());
    }

    Map<String, SmoothingParameters> known() {
        return known;
    }

    /// What follows the last step of a series: see [#forecast(List, Compute)].
    ///
    /// @return `[horizon][levels]`
    public double[][] forecast(EsRnnSeries series, Compute compute) {
        return forecast(List.of(series), compute).getFirst();
    }

    /// What follows the last step of each series, in the series' own unit.
    ///
    /// A series that was in training is given from the same step on as there, and may have grown: its levels and indices go on by the
    /// recursion with what was trained. One of another name is smoothed with the mean of the trained coefficients, and its initial
    /// indices come from classical decomposition of its first cycles.
    ///
    /// Where outputs of neighbouring levels cross they are put into order. What else is in the list changes no bit of a forecast, nor
    /// does the number of threads.
    ///
    /// @return for each series `[horizon][levels]`, levels ascending as in the settings
    /// @throws IllegalArgumentException when a series is shorter than a window, or does not suit the form
    public List<double[][]> forecast(List<EsRnnSeries> series, Compute compute) {
        double[][][] forecasts = new double[series.size()][][];
        int chunks = Math.ceilDiv(series.size(), ForecastPiece.ROWS);
        int pieces = Math.min(chunks, compute.workers().threads());
        int longest = 1;
        List<SeriesToForetell> prepared = new ArrayList<>();
        for (EsRnnSeries one : series) {
            SeriesToForetell ready = SeriesToForetell.of(one, this);
            prepared.add(ready);
            longest = Math.max(longest, ready.windows());
        }
        int steps = longest;
        compute.workers().run(piece -> {
            ForecastPiece own = new ForecastPiece(this, steps, compute);
            for (int chunk = piece; chunk < chunks; chunk += pieces) {
                int first = chunk * ForecastPiece.ROWS;
                int last = Math.min(first + ForecastPiece.ROWS, prepared.size());
                own.run(prepared.subList(first, last), forecasts, first);
            }
        }, pieces);
        return List.of(forecasts);
    }

    /// What to smooth a series with.
    SmoothingParameters parametersOf(EsRnnSeries series) {
        SmoothingParameters trained = known.get(series.name());
        if (trained != null) {
            return trained;
        }
        SmoothingLayout layout = layout();
        double[] numbers = meanCoefficients(layout);
        double scale = form.scale(series);
        SmoothingStart.fillIndices(layout, form.toSmoothed(series, scale), numbers);
        return SmoothingParameters.rounded(scale, numbers);
    }

    private double[] meanCoefficients(SmoothingLayout layout) {
        double[] numbers = new double[layout.size()];
        for (int coefficient = 0; coefficient < layout.firstIndex(0); coefficient++) {
            double sum = 0;
            for (SmoothingParameters one : known.values()) {
                sum += one.number(coefficient);
            }
            numbers[coefficient] = sum / known.size();
        }
        return numbers;
    }
}
