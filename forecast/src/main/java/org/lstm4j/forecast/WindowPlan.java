package org.lstm4j.forecast;

import java.util.List;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.WindowSpec;

/// How series become windows: the settings, with what they left to rules.
///
/// @param schema the input channels
/// @param season steps in a season
/// @param choices what was left to rules, and why the rules chose so
record WindowPlan(
        ForecastSettings settings, FeatureSchema schema, WindowSpec window, int season, List<Choice> choices) {

    /// @param trainingSteps steps of the shortest training part, which is all that the rules look at
    static WindowPlan of(ForecastSettings settings, Frequency frequency, int trainingSteps) {
        AutoChoices auto = AutoChoices.of(settings, frequency, trainingSteps);
        ColumnRoles columns = settings.columns();
        FeatureSchema schema = new FeatureSchema(
                columns.targets(), columns.past(), columns.future(), auto.calendar());
        WindowSpec window = new WindowSpec(auto.lookback(), settings.horizon());
        return new WindowPlan(settings, schema, window, auto.season(), auto.choices());
    }
}
