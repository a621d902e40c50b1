package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.data.Dataset;
import org.lstm4j.data.Roles;
import org.lstm4j.forecast.ForecastModel;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.global.ForecastModelFile;
import org.lstm4j.model.ModelFile;

/// Reads DATA as a model's training data was read and in the roles it wants, so that flags need not be typed again.
final class ModelData {

    private final ForecastModel model;
    private final DataOptions options;
    private final Console console;

    /// @param file as it was read from its file
    /// @param options as they were typed; completed by what the file knows
    ModelData(ModelFile file, DataOptions options, Console console) {
        this.model = ForecastModelFile.of(file);
        this.options = options;
        this.console = console;
        if (file.sections().containsKey(RememberedReading.SECTION)) {
            file.section(RememberedReading.SECTION, json -> {
                RememberedReading.fill(json.asObject(), options);
                return options;
            });
        }
    }

    ForecastModel model() {
        return model;
    }

    /// The model, for what is known of models of windows alone.
    ///
    /// @param purpose what it is for: `explain`
    /// @throws ConfigurationException when it is of another kind
    Forecaster forecaster(String purpose) {
        if (model instanceof Forecaster forecaster) {
            return forecaster;
        }
        throw new ConfigurationException(new Problem(
                "'" + purpose + "' is for models of windows, and this one reads the whole past of a series",
                "a model of windows", "an ES-RNN or a DeepAR",
                "train with --model direct or segment"));
    }

    /// Reads the rows; roles that were typed stay as they are.
    Dataset read(@Nullable String data) {
        RoleOptions roles = options.roles;
        fill(roles.target, model.schema().targets());
        fill(roles.past, sources(model.schema().past()));
        List<String> future = new ArrayList<>(sources(model.schema().future()));
        future.removeAll(roles.constant); // to the forecaster, columns that never change are known ahead
        fill(roles.future, future);
        ReadingOptions reading = options.reading;
        Frequency frequency = model.frequency();
        if (reading.frequency == null && !(frequency instanceof Frequency.StepIndex)) {
            reading.frequency = frequency.toString();
        }
        return withIndicators(new DataInput(options, System.in).read(data, console));
    }

    /// A series with room for a forecast: its static columns, which the forecaster wants to know ahead, go on as they were.
    ///
    /// @param statics columns with one value at all steps of the series
    /// @param steps to forecast
    static TimeSeries withStaticsAhead(TimeSeries series, List<String> statics, int steps) {
        if (statics.isEmpty()) {
            return series;
        }
        return SeriesAhead.of(series, steps,
                column -> statics.contains(column) ? series.value(series.columnIndex(column), 0) : Double.NaN);
    }

    /// Categories that the model knows and this file does not have are 0 everywhere.
    private Dataset withIndicators(Dataset read) {
        List<TimeSeries> series = read.series().stream().map(this::withIndicators).toList();
        return new Dataset(series, withIndicators(read.roles()), read.season(), read.cleaning(), read.report(),
                read.fingerprint());
    }

    /// Of a static text column, categories that this file does not have are static as well.
    private Roles withIndicators(Roles read) {
        List<String> statics = new ArrayList<>(read.statics());
        for (String column : model.schema().future()) {
            int sign = column.indexOf('=');
            boolean isStatic = sign > 0 && options.roles.constant.contains(column.substring(0, sign));
            if (isStatic && !statics.contains(column)) {
                statics.add(column);
            }
        }
        return new Roles(read.targets(), read.past(), read.future(), statics);
    }

    private TimeSeries withIndicators(TimeSeries series) {
        TimeSeries whole = series;
        for (String column : model.schema().columns()) {
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
