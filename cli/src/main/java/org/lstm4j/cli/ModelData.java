package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;

/// Reads DATA in the roles a model wants, so that they need not be typed again.
final class ModelData {

    private final Forecaster forecaster;
    private final DataOptions options;
    private final Console console;

    ModelData(Forecaster forecaster, DataOptions options, Console console) {
        this.forecaster = forecaster;
        this.options = options;
        this.console = console;
    }

    /// Reads the rows; roles that were typed stay as they are.
    Dataset read(@Nullable String data) {
        RoleOptions roles = options.roles;
        fill(roles.target, forecaster.schema().targets());
        fill(roles.past, sources(forecaster.schema().past()));
        fill(roles.future, sources(forecaster.schema().future()));
        ReadingOptions reading = options.reading;
        Frequency frequency = forecaster.frequency();
        if (reading.frequency == null && !(frequency instanceof Frequency.StepIndex)) {
            reading.frequency = frequency.toString();
        }
        return withIndicators(new DataInput(options, System.in).read(data, console));
    }

    /// Categories that the model knows and this file does not have are 0 everywhere.
    private Dataset withIndicators(Dataset read) {
        List<TimeSeries> series = read.series().stream().map(this::withIndicators).toList();
        return new Dataset(series, read.roles(), read.season(), read.cleaning(), read.report(), read.fingerprint());
    }

    private TimeSeries withIndicators(TimeSeries series) {
        TimeSeries whole = series;
        for (String column : forecaster.schema().columns()) {
            if (column.indexOf('=') > 0 && !whole.columns().contains(column)) {
                whole = whole.withColumn(column, new double[whole.steps()]);
            }
        }
        return whole;
    }

    private static void fill(List<String> role, List<String> wanted) {
        if (role.isEmpty()) {
            role.addAll(wanted);
        }
    }

    /// Indicator columns `name=value` come from a text column `name`.
    private static List<String> sources(List<String> columns) {
        List<String> sources = new ArrayList<>();
        for (String column : columns) {
            int sign = column.indexOf('=');
            String source = sign < 0 ? column : column.substring(0, sign);
            if (!sources.contains(source)) {
                sources.add(source);
            }
        }
        return sources;
    }
}
