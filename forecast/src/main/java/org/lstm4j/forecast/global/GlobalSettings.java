package org.lstm4j.forecast.global;

import java.util.OptionalInt;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.prepare.SplitShares;

/// What training a global model needs to know whatever its kind.
///
/// @param horizon steps ahead, at least 1
/// @param columns which columns are read, in what role
/// @param season steps in a season, for the model, baselines and MASE; empty for the frequency's own
/// @param split by time
public record GlobalSettings(int horizon, ColumnRoles columns, OptionalInt season, SplitShares split) {

    public GlobalSettings {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be at least 1 step, but was " + horizon);
        }
        if (split.shuffled()) {
            throw new ConfigurationException(Problem.of(
                    "a global model reads the whole past of a series, so its steps cannot be dealt out at random",
                    "split by time"));
        }
    }

    /// The usual shares.
    public static GlobalSettings horizon(int horizon, ColumnRoles columns) {
        return new GlobalSettings(horizon, columns, OptionalInt.empty(), SplitShares.standard());
    }

    public GlobalSettings withSplit(SplitShares other) {
        return new GlobalSettings(horizon, columns, season, other);
    }

    public GlobalSettings withSeason(int other) {
        return new GlobalSettings(horizon, columns, OptionalInt.of(other), split);
    }
}
