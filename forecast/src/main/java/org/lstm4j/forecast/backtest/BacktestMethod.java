package org.lstm4j.forecast.backtest;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.FittedModel;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;

/// A way of forecasting that a [Backtest] can judge: what must be known of it before any training, and the training itself.
///
/// There is one for models of windows and one for [global models][org.lstm4j.forecast.global].
public sealed interface BacktestMethod permits WindowMethod, GlobalMethod {

    /// Steps ahead.
    int horizon();

    /// Which columns are read, in what role.
    ColumnRoles columns();

    /// The parts of what lies before an origin; the share of a test part counts for nothing.
    SplitShares split();

    /// The lookback that somebody decided on, in steps.
    OptionalInt lookback();

    /// The fewest steps that must lie before the first one foretold, whatever the data.
    ///
    /// @param ahead steps, in place of [#horizon()]
    int leastHistory(int ahead);

    /// The first step of a series that counts as one to train on.
    int begin(TimeSeries series);

    /// Of everything random.
    long seed();

    /// Whether each of the series has room for a training.
    ///
    /// @param known what lies before the origin of each
    /// @throws org.lstm4j.DataException when a series lacks a column, there is none, frequencies differ, or two series have one name
    /// @throws org.lstm4j.ConfigurationException when the method cannot read a column in its role
    boolean hasRoom(List<TimeSeries> known, Compute compute);

    /// Trains on all that is known, and judges nothing.
    ///
    /// @param known what lies before the origin of each series
    /// @param callback hears how a training from windows goes
    /// @param afterEpoch hears how one of a global model goes
    /// @throws org.lstm4j.DataException when the method cannot learn from the series
    /// @throws org.lstm4j.ConfigurationException when settings do not fit together
    /// @throws org.lstm4j.TrainingException when the loss becomes NaN or infinite before there is anything to keep
    FittedModel fit(List<TimeSeries> known, Callback callback, Consumer<History.Epoch> afterEpoch, Compute compute);
}
