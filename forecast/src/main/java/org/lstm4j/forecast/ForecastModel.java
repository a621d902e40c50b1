package org.lstm4j.forecast;

import java.util.List;
import java.util.Optional;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.model.ModelFile;
import org.lstm4j.nn.Sequential;

/// A trained model of any kind: what it takes to foretell series with it, to judge it and to keep it, whatever it is inside.
///
/// [Forecaster] foretells from windows; `GlobalForecaster` in the package `global` from the whole past of a series.
/// Immutable; may be shared by threads.
public interface ForecastModel {

    /// The network with its weights; shared.
    Sequential network();

    /// The columns it reads, in what role.
    FeatureSchema schema();

    /// The distance of the steps it was trained on.
    Frequency frequency();

    /// Steps in a season.
    int season();

    /// Steps that it looks back on; a longer past may still count.
    int lookback();

    /// The most steps ahead.
    int horizon();

    /// Whether forecasts come with quantiles.
    boolean givesQuantiles();

    /// Below which no forecast goes: nothing, where the kind of model has no floors.
    default Floors floors() {
        return Floors.NONE;
    }

    /// Foretells the steps after the last observed target.
    ///
    /// Rows after it, whose targets are missing, give the values of future columns.
    ///
    /// @param horizon steps ahead, at most [#horizon()]
    /// @return a forecast for each target
    /// @throws org.lstm4j.ConfigurationException when the horizon is longer than that
    /// @throws org.lstm4j.DataException when the series is too short, lacks a column, has another frequency or values that the model
    ///         cannot read, or its future columns end before the horizon does
    List<Forecast> forecast(TimeSeries series, int horizon, Compute compute);

    /// Foretells the whole horizon from steps inside a series, reading only what was known then.
    ///
    /// @param origins the first step foretold of each forecast
    /// @return for each origin a forecast for each target
    /// @throws org.lstm4j.DataException as [#forecast]
    List<List<Forecast>> forecastFrom(TimeSeries series, List<Integer> origins, Compute compute);

    /// Foretells the last horizon of series from what lies before it, and puts that beside what came true.
    ///
    /// @param series each ends with the window to be foretold, so that nothing after it can be seen
    /// @return of each series a forecast for each target, divided by the error scale of its training part; nothing where no target was
    ///         observed in the window, or too little lies before it
    /// @throws org.lstm4j.DataException when a series lacks a column, has another frequency or values that the model cannot read
    List<JudgedForecast> foretellLast(List<TimeSeries> series, Compute compute);

    /// Judges the model on series, beside the baselines: on the windows after its training and validation parts where there
    /// are any, else on all.
    ///
    /// @throws org.lstm4j.DataException when no window can be judged
    Evaluation evaluate(List<TimeSeries> series, Compute compute);

    /// What a reader must know of forecasts of that series: that the model knows less of it than of others.
    default Optional<String> remark(TimeSeries series) {
        return Optional.empty();
    }

    /// The content of its file; add sections such as metrics before writing it.
    ModelFile toFile();
}
