package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lstm4j.forecast.CalibrationSource;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.FittedForecaster;
import org.lstm4j.forecast.FittedModel;
import org.lstm4j.forecast.ForecastLosses;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.ScaleName;
import org.lstm4j.forecast.TrainedForecaster;
import org.lstm4j.forecast.global.FittedGlobal;
import org.lstm4j.forecast.global.GlobalFit;
import org.lstm4j.forecast.global.GlobalForecaster;
import org.lstm4j.forecast.global.GlobalSettings;
import org.lstm4j.forecast.global.TrainedGlobal;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.report.content.Fact;

/// Every setting in force, by its name on the command line, with the reason for those a rule chose.
final class SettingsList {

    private SettingsList() {}

    static List<Fact> of(TrainedForecaster trained) {
        return of(trained.forecaster(), trained.settings(), trained.choices());
    }

    static List<Fact> of(FittedModel fitted) {
        return switch (fitted) {
            case FittedForecaster windows -> of(windows.forecaster(), windows.settings(), windows.choices());
            case FittedGlobal global -> of(global.forecaster(), global.settings(), global.kind(), global.inForce());
            default -> throw new IllegalArgumentException("there is no list of the settings of a "
                    + fitted.getClass().getName() + "; give a FittedForecaster or a FittedGlobal");
        };
    }

    static List<Fact> of(TrainedGlobal trained) {
        return of(trained.forecaster(), trained.settings(), trained.kind(), trained.choices());
    }

    private static List<Fact> of(GlobalForecaster forecaster, GlobalSettings settings, GlobalFit kind,
            List<Choice> choices) {
        FeatureSchema schema = forecaster.schema();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("target", String.join(",", schema.targets())));
        facts.addAll(ofFutureAndStatics(schema));
        facts.add(Fact.of("freq", forecaster.frequency().toString()));
        facts.add(Fact.of("horizon", Integer.toString(forecaster.horizon())));
        facts.add(Fact.of("model", kind.kind()));
        choices.forEach(choice -> facts.add(new Fact(choice.name(), choice.value(),
                choice.reason().isEmpty() ? "" : "auto: " + choice.reason())));
        SplitShares split = settings.split();
        facts.addAll(ofSplit(split, part(split.calibration())));
        facts.add(Fact.of("seed", Long.toString(kind.wishes().seed())));
        return List.copyOf(facts);
    }

    /// The columns known ahead and those that never change, and how many categories there are of each that holds some.
    private static List<Fact> ofFutureAndStatics(FeatureSchema schema) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("future", String.join(",", schema.columns(Role.FUTURE))));
        facts.add(Fact.of("static", String.join(",", schema.columns(Role.STATIC))));
        schema.categories().forEach(column -> facts
                .add(Fact.of("categories of " + column.name(), Integer.toString(column.names().size()))));
        return facts;
    }

    private static List<Fact> ofSplit(SplitShares split, String calibration) {
        return List.of(Fact.of("val", part(split.validation())), Fact.of("calibration", calibration),
                Fact.of("test", part(split.test())));
    }

    /// The part, or what stands in for it.
    private static String calibration(ForecastSettings settings) {
        return settings.calibration() == CalibrationSource.VALIDATION
                ? settings.calibration().label()
                : part(settings.split().calibration());
    }

    private static List<Fact> of(Forecaster forecaster, ForecastSettings settings, List<Choice> choices) {
        FeatureSchema schema = forecaster.schema();
        Map<String, String> reasons = choices.stream()
                .collect(Collectors.toMap(Choice::name, choice -> "auto: " + choice.reason()));
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("target", String.join(",", schema.targets())));
        facts.add(Fact.of("past", String.join(",", schema.columns(Role.PAST))));
        facts.addAll(ofFutureAndStatics(schema));
        facts.add(Fact.of("lags", lags(schema.lags())));
        List<String> calendar = schema.calendar().stream().map(CalendarFeature::label).toList();
        add(facts, reasons, "calendar", String.join(",", calendar));
        facts.add(Fact.of("freq", forecaster.frequency().toString()));
        add(facts, reasons, "season", Integer.toString(forecaster.season()));
        facts.add(Fact.of("horizon", Integer.toString(forecaster.window().horizon())));
        add(facts, reasons, "lookback", Integer.toString(forecaster.window().lookback()));
        add(facts, reasons, "scale", ScaleName.of(forecaster.scaling(), forecaster.windowScaling()).label());
        add(facts, reasons, "deseasonalize", forecaster.deseasonalization().label());
        add(facts, reasons, "floor", forecaster.floors().text());
        facts.addAll(ofNetworkAndTraining(settings));
        return List.copyOf(facts);
    }

    /// The settings that need no data to be known.
    static List<Fact> ofNetworkAndTraining(ForecastSettings settings) {
        NetworkSettings network = settings.network();
        OptimizationSettings how = settings.optimization();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("model", network.architecture().label()));
        facts.add(Fact.of("skip", settings.skip().label()));
        facts.add(Fact.of("hidden", Integer.toString(network.hidden())));
        facts.add(Fact.of("layers", Integer.toString(network.layers())));
        facts.add(Fact.of("bidirectional", Boolean.toString(network.bidirectional())));
        facts.add(Fact.of("dropout", Double.toString(network.dropout())));
        facts.add(Fact.of("recurrent-dropout", Double.toString(network.recurrentDropout())));
        facts.add(Fact.of("init", network.initialization().name().toLowerCase(java.util.Locale.ROOT)));
        facts.add(Fact.of("loss", ForecastLosses.label(how.loss())));
        facts.add(Fact.of("optimizer", how.optimizer().name()));
        facts.add(Fact.of("lr", Double.toString(how.optimizer().learningRate())));
        facts.add(Fact.of("schedule", how.schedule().label()));
        facts.add(Fact.of("batch-size", Integer.toString(how.batchSize())));
        facts.add(Fact.of("epochs", Integer.toString(how.epochs())));
        facts.add(Fact.of("batches-per-epoch", Integer.toString(how.batchesPerEpoch())));
        facts.add(Fact.of("seeds", Integer.toString(how.networks())));
        facts.add(Fact.of("finish", how.finish().label()));
        facts.add(Fact.of("early-stopping", Integer.toString(how.earlyStopping())));
        double clip = how.clipNorm();
        facts.add(Fact.of("clip-norm", Double.isInfinite(clip) ? "0" : Double.toString(clip)));
        facts.addAll(ofSplit(settings.split(), calibration(settings)));
        facts.add(Fact.of("seed", Long.toString(how.seed())));
        return List.copyOf(facts);
    }

    /// A part of the data as it is written on the command line.
    private static String part(double part) {
        return SplitShares.isSteps(part) ? Integer.toString((int) part) : Double.toString(part);
    }

    /// Lags as they are written on the command line.
    static String lags(List<Integer> lags) {
        return lags.isEmpty()
                ? LagChoice.NONE
                : lags.stream().map(lag -> Integer.toString(lag)).collect(Collectors.joining(","));
    }

    private static void add(List<Fact> facts, Map<String, String> reasons, String name, String value) {
        facts.add(new Fact(name, value, reasons.getOrDefault(name, "")));
    }
}
