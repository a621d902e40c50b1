package org.lstm4j.forecast;

import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;

/// What every model asks of a series before it foretells it, said in words where it is not met.
///
/// @param frequency that it was trained on
/// @param horizon the most steps ahead
/// @param future columns known ahead
public record ForecastChecks(Frequency frequency, int horizon, List<String> future) {

    public ForecastChecks {
        future = List.copyOf(future);
    }

    /// @throws ConfigurationException when that is more than the model was trained for
    public void requireHorizon(int asked) {
        if (asked < 1 || asked > horizon) {
            throw new ConfigurationException(new Problem(
                    "the model cannot forecast " + asked + " steps",
                    "1 to " + horizon + " steps, as it was trained",
                    asked + " steps",
                    "use --horizon " + horizon + " or less, or train with --horizon " + asked));
        }
    }

    /// @throws DataException when the series has another
    public void requireFrequency(TimeSeries series) {
        Frequency received = series.timeline().frequency();
        if (!received.equals(frequency)) {
            throw new DataException(new Problem(
                    "the model was trained on steps of " + frequency.words(),
                    "a series with steps of " + frequency.words(),
                    "steps of " + received.words(),
                    "bring data of the same frequency, or train a model on this one"));
        }
    }

    /// @param ahead steps from the origin on
    /// @throws DataException when a future column ends before them
    public void requireFutureColumns(TimeSeries series, int origin, int ahead) {
        for (String column : future) {
            int index = series.columnIndex(column);
            int known = origin;
            while (known < series.steps() && !Double.isNaN(series.value(index, known))) {
                known++;
            }
            if (known < origin + ahead) {
                Timeline timeline = series.timeline();
                throw new DataException(new Problem(
                        "the future column '" + column + "' of " + TrainingSeries.nameOf(series) + " ends too early",
                        "values up to " + timeline.format(origin + ahead - 1L),
                        known == 0 ? "none" : "values up to " + timeline.format(known - 1L),
                        "add rows with '" + column + "' for the steps to forecast, targets left empty"));
            }
        }
    }
}
