package org.lstm4j.forecast;

import java.util.List;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowSpec;

/// How series become windows: the settings, with what they left to rules.
///
/// @param form what a sample looks like
/// @param season steps in a season
/// @param choices what was left to rules, and why the rules chose so
record WindowPlan(ForecastSettings settings, WindowForm form, int season, List<Choice> choices) {

    /// @param trainingSteps steps of the shortest training part, which is all that the rules look at
    static WindowPlan of(ForecastSettings settings, Frequency frequency, int trainingSteps) {
        AutoChoices auto = AutoChoices.of(settings, frequency, trainingSteps);
        ColumnRoles columns = settings.columns();
        FeatureSchema schema = new FeatureSchema(
                columns.targets(), columns.past(), columns.future(), auto.calendar());
        WindowSpec window = new WindowSpec(auto.lookback(), settings.horizon());
        WindowForm form = new WindowForm(schema, window, settings.windowScaling());
        return new WindowPlan(settings, form, auto.season(), auto.choices());
    }

    FeatureSchema schema() {
        return form.schema();
    }

    WindowSpec window() {
        return form.window();
    }
}
