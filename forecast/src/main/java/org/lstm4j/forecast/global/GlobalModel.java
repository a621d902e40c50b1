package org.lstm4j.forecast.global;

import java.util.List;
import java.util.Optional;
import org.lstm4j.compute.Compute;
import org.lstm4j.model.ModelFile;
import org.lstm4j.nn.Sequential;

/// What a [GlobalForecaster] asks of the model inside. Immutable.
interface GlobalModel {

    /// The network with its weights; shared.
    Sequential network();

    /// Steps that it looks back on; a longer past may still count.
    int lookback();

    /// The most steps ahead.
    int horizon();

    /// The levels of the quantiles it says, rising, ½ among them; that alone where it gives a point forecast.
    List<Double> levels();

    /// The first step that a target can be foretold from; more than its steps where there is none.
    int firstOrigin(TargetSeries target);

    /// Foretells targets in their own unit.
    ///
    /// @param origins those of one target next to each other
    /// @param steps ahead, at most the [horizon][#horizon]
    /// @return for each origin the quantiles, `[steps][levels]`, those of a step rising
    /// @throws org.lstm4j.DataException when a target cannot be foretold from there
    List<double[][]> foretell(List<TargetOrigin> origins, int steps, Compute compute);

    /// The unit in which errors of that forecast count.
    ErrorUnit unit(TargetOrigin from);

    /// What a reader must know of forecasts of that target.
    Optional<String> remark(TargetSeries target);

    /// Its file.
    ModelFile toFile();
}
