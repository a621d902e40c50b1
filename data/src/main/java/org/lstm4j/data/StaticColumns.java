package org.lstm4j.data;

import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.StaticColumn;

/// Columns that are the same at every step of a series, also at steps without a
/// row.
final class StaticColumns {

    private StaticColumns() {}

    /// @throws DataException when a column is not the same at every step that has a value
    static TimeSeries spread(TimeSeries series, List<String> columns) {
        TimeSeries spread = series;
        for (String column : columns) {
            spread = spread.withColumn(column, StaticColumn.spread(series, column));
        }
        return spread;
    }
}
