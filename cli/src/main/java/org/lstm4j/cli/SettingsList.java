package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.ForecastLosses;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.TrainedForecaster;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.report.content.Fact;

/// Every setting in force, by its name on the command line, with the reason for those a rule chose.
final class SettingsList {

    private SettingsList() {}

    static List<Fact> of(TrainedForecaster trained) {
        ForecastSettings settings = trained.settings();
        Forecaster forecaster = trained.forecaster();
        FeatureSchema schema = forecaster.schema();
        Map<String, String> reasons = trained.choices().stream()
                .collect(Collectors.toMap(Choice::name, choice -> "auto: " + choice.reason()));
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("target", String.join(",", schema.targets())));
        facts.add(Fact.of("past", String.join(",", schema.past())));
        facts.add(Fact.of("future", String.join(",", schema.future())));
        List<String> calendar = schema.calendar().stream().map(CalendarFeature::label).toList();
        add(facts, reasons, "calendar", String.join(",", calendar));
        facts.add(Fact.of("freq", forecaster.frequency().toString()));
        add(facts, reasons, "season", Integer.toString(forecaster.season()));
        facts.add(Fact.of("horizon", Integer.toString(forecaster.window().horizon())));
        add(facts, reasons, "lookback", Integer.toString(forecaster.window().lookback()));
        facts.add(Fact.of("scale", scale(forecaster)));
        facts.add(Fact.of("hidden", Integer.toString(settings.network().hidden())));
        facts.add(Fact.of("layers", Integer.toString(settings.network().layers())));
        facts.add(Fact.of("bidirectional", Boolean.toString(settings.network().bidirectional())));
        facts.add(Fact.of("dropout", Double.toString(settings.network().dropout())));
        facts.add(Fact.of("recurrent-dropout", Double.toString(settings.network().recurrentDropout())));
        facts.add(Fact.of("init", settings.network().initialization().name().toLowerCase(java.util.Locale.ROOT)));
        facts.add(Fact.of("loss", ForecastLosses.label(settings.optimization().loss())));
        facts.add(Fact.of("optimizer", settings.optimization().optimizer().name()));
        facts.add(Fact.of("lr", Double.toString(settings.optimization().optimizer().learningRate())));
        facts.add(Fact.of("schedule", settings.optimization().schedule().label()));
        facts.add(Fact.of("batch-size", Integer.toString(settings.optimization().batchSize())));
        facts.add(Fact.of("epochs", Integer.toString(settings.optimization().epochs())));
        facts.add(Fact.of("early-stopping", Integer.toString(settings.optimization().earlyStopping())));
        double clip = settings.optimization().clipNorm();
        facts.add(Fact.of("clip-norm", Double.isInfinite(clip) ? "0" : Double.toString(clip)));
        facts.add(Fact.of("val", Double.toString(settings.split().validation())));
        facts.add(Fact.of("test", Double.toString(settings.split().test())));
        facts.add(Fact.of("seed", Long.toString(settings.optimization().seed())));
        return List.copyOf(facts);
    }

    private static String scale(Forecaster forecaster) {
        return forecaster.windowScaling() == WindowScaling.NONE
                ? forecaster.scaling().label()
                : forecaster.windowScaling().label();
    }

    private static void add(List<Fact> facts, Map<String, String> reasons, String name, String value) {
        facts.add(new Fact(name, value, reasons.getOrDefault(name, "")));
    }
}
