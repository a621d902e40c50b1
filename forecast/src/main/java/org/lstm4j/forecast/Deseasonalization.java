package org.lstm4j.forecast;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.FittedScaler;
import org.lstm4j.forecast.prepare.SeasonalIndices;

/// Whether the season is taken off what a network reads, and put back on what it says.
///
/// Short series teach a network little of a season, and series whose seasons differ teach it several at once: there it is better taken off. Where
/// many series share one, a network learns it better than any index.
///
/// Source: Hewamalage, Bergmeir and Bandara, Recurrent Neural Networks for Time Series Forecasting, 2021.
public enum Deseasonalization {
    /// The network reads the season and learns it.
    NONE("none"),
    /// What each place of the season adds, learnt from the training part of each series and target where a test finds a season there
    /// ([SeasonalIndices]). Under a logarithm these are factors.
    INDICES("indices");

    private final String label;

    Deseasonalization(String label) {
        this.label = label;
    }

    /// Its name on the command line and in model files.
    public String label() {
        return label;
    }

    /// The one of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    static Deseasonalization of(String label) {
        for (Deseasonalization one : values()) {
            if (one.label.equals(label)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "no way to take off a season is called '" + label + "'; there are none, indices");
    }

    /// What is to be said of the seasons that were found.
    Choice found(Collection<SeriesFacts> facts) {
        long seasonal = facts.stream().flatMap(known -> known.seasons().stream()).filter(SeasonalIndices::isSeasonal)
                .count();
        long all = facts.stream().mapToLong(known -> known.seasons().size()).sum();
        return new Choice("deseasonalize", label, "a season was found in " + seasonal + " of " + all);
    }

    /// The season of each target.
    ///
    /// @param training the training part and nothing after it
    /// @param scalers one for each of the schema's columns
    /// @param season steps in a season
    List<SeasonalIndices> fit(TimeSeries training, FeatureSchema schema, List<FittedScaler> scalers, int season) {
        List<String> targets = schema.targets();
        if (this == NONE) {
            return Collections.nCopies(targets.size(), SeasonalIndices.NONE);
        }
        return IntStream.range(0, targets.size())
                .mapToObj(target -> SeasonalIndices.fit(training.column(targets.get(target)), training.steps(),
                        scalers.get(target), training.timeline(), season))
                .toList();
    }
}
