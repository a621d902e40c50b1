package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.ForecastModel;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.global.ForecastModelFile;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;
import org.lstm4j.forecast.prepare.CleaningReport;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.model.ModelFile;

/// Reads DATA as a model's training data was read and in the roles it wants, so that flags need not be typed again.
final class ModelData {

    private final ForecastModel model;
    /// On average; with more the rows have another frequency.
    private static final long MOST_STEPS_BETWEEN_ROWS = 2;

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
        FeatureSchema schema = model.schema();
        fill(roles.past, schema.columns(Role.PAST));
        fill(roles.future, schema.columns(Role.FUTURE));
        List<String> statics = new ArrayList<>(schema.columns(Role.STATIC));
        roles.seriesEmbedding |= statics.remove(SeriesNames.COLUMN);
        fill(roles.constant, statics);
        schema.categories().stream().map(CategoryColumn::name)
                .filter(column -> !column.equals(SeriesNames.COLUMN) && !roles.categorical.contains(column))
                .forEach(roles.categorical::add);
        ReadingOptions reading = options.reading;
        Frequency frequency = model.frequency();
        if (reading.frequency != null || frequency instanceof Frequency.StepIndex) {
            return new DataInput(options, System.in).read(data, console);
        }
        reading.frequency = frequency.toString();
        Dataset dataset = new DataInput(options, System.in).read(data, console);
        dataset.cleaning().forEach(this::requireRowsAStepApart);
        return dataset;
    }

    /// Daily rows are no hourly ones with gaps, unless that is said.
    private void requireRowsAStepApart(CleaningReport report) {
        if (report.rows() < 2 || report.steps() - 1L <= MOST_STEPS_BETWEEN_ROWS * (report.rows() - 1L)) {
            return;
        }
        String steps = model.frequency().words();
        throw new DataException(new Problem(
                (report.series().isEmpty() ? "the rows" : "the rows of series '" + report.series() + "'")
                        + " are further apart than the steps of the model",
                "steps of " + steps + ", as it was trained on",
                report.rows() + " rows over " + report.steps() + " steps of " + steps,
                "bring data of the same frequency, or train a model on this one; --freq " + model.frequency()
                        + " takes the steps between the rows as missing"));
    }

    private static void fill(List<String> role, List<String> wanted) {
        if (role.isEmpty()) {
            role.addAll(wanted);
        }
    }
}
