package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.TimeSeries;

/// Scalers of static columns. Such a column is one number a series, so its scaler is fitted to those of all series: fitted to its own
/// alone, every series would be at 0.
///
/// @param schema whose static columns are meant
/// @param fitted one scaler for each of them
public record StaticScaling(FeatureSchema schema, List<FittedScaler> fitted) {

    public StaticScaling {
        fitted = List.copyOf(fitted);
        if (fitted.size() != schema.statics().size()) {
            throw new IllegalArgumentException(schema.statics().size() + " static columns cannot have "
                    + fitted.size() + " scalers");
        }
    }

    /// Fits to series, each of which counts once.
    ///
    /// @throws org.lstm4j.DataException when a series lacks a column, or it changes
    public static StaticScaling fit(List<TimeSeries> series, FeatureSchema schema, Scaler scaler) {
        List<FittedScaler> fitted = new ArrayList<>();
        for (String column : schema.statics()) {
            double[] values = series.stream().mapToDouble(one -> StaticColumn.value(one, column)).toArray();
            fitted.add(scaler.fit(values, 0, values.length));
        }
        return new StaticScaling(schema, fitted);
    }

    /// The scaling that the scalers of a series have.
    ///
    /// @param scalers one for each of the schema's columns
    public static StaticScaling in(List<FittedScaler> scalers, FeatureSchema schema) {
        return new StaticScaling(schema, scalers.subList(scalers.size() - schema.statics().size(), scalers.size()));
    }

    /// The scalers of a series, with these for the static columns.
    ///
    /// @param own one for each of the schema's columns, fitted to the series
    public List<FittedScaler> with(List<FittedScaler> own) {
        List<FittedScaler> all = new ArrayList<>(own.subList(0, own.size() - fitted.size()));
        all.addAll(fitted);
        return List.copyOf(all);
    }
}
