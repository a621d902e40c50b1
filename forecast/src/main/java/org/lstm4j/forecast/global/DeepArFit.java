package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.deepar.DeepArNetwork;
import org.lstm4j.forecast.deepar.DeepArSeries;
import org.lstm4j.forecast.deepar.DeepArSettings;
import org.lstm4j.forecast.deepar.DeepArTrainer;
import org.lstm4j.forecast.deepar.DeepArTraining;
import org.lstm4j.forecast.deepar.FittedDeepAr;
import org.lstm4j.forecast.deepar.LagRule;
import org.lstm4j.forecast.likelihood.Likelihood;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;
import org.lstm4j.train.TrainingControl;

/// Trains a DeepAR: [DeepArSettings#of] by the frequency, with what was asked for instead.
///
/// The validation part is foretold one horizon after the other, each step from the true values before it.
///
/// @param layers LSTM layers; empty for the usual number
/// @param dropout between them; empty for the usual share
/// @param likelihood the family of distributions
/// @param paths how many are drawn; empty for the usual number
public record DeepArFit(TrainingWishes wishes, OptionalInt layers, OptionalDouble dropout, Likelihood likelihood,
        OptionalInt paths) implements GlobalFit {

    /// What lies before the first value counts as missing.
    private static final int LEAST_HISTORY = 1;

    @Override
    public String kind() {
        return "deepar";
    }

    @Override
    public void requireReadable(GlobalSettings settings) {
        if (!settings.columns().past().isEmpty()) {
            throw new ConfigurationException(new Problem(
                    "--model deepar cannot read columns that are known up to now: it would have to foretell them too",
                    "columns known ahead, with --future",
                    "--past " + String.join(",", settings.columns().past()),
                    "leave out --past, or use --model direct"));
        }
    }

    @Override
    public Pace pace(int targets) {
        DeepArTraining how = training(true);
        return new Pace(how.epochs(), how.batchesPerEpoch(), how.batchSize());
    }

    @Override
    public int leastHistory(GlobalPlan plan) {
        return LEAST_HISTORY;
    }

    @Override
    public int leastHistory(GlobalSettings settings) {
        return LEAST_HISTORY;
    }

    @Override
    public Fitted fit(GlobalPlan plan, Compute compute, Consumer<History.Epoch> afterEpoch) {
        plan.requireRoom(LEAST_HISTORY);
        boolean validated = plan.splits().stream().anyMatch(split -> split.validationEnd() > split.trainEnd());
        DeepArSettings settings = settings(plan, validated);
        FeatureSchema schema = plan.schema(CalendarFeature.forFrequency(plan.frequency(), plan.trainingSteps()));
        DeepArColumns columns = new DeepArColumns(schema);
        List<DeepArSeries> series = new ArrayList<>();
        int[] ends = new int[plan.targets().size()];
        for (int index = 0; index < ends.length; index++) {
            int end = plan.splits().get(index).validationEnd();
            ends[index] = plan.splits().get(index).trainEnd();
            series.add(columns.series(plan.targets().get(index), plan.valuesUntil(index, end), end));
        }
        FittedDeepAr fitted = new DeepArTrainer(settings, compute).fit(series, ends, new Callback() {
            @Override
            public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
                afterEpoch.accept(epoch);
            }
        });
        DeepArModel model = new DeepArModel(fitted.model(), plan.horizon(), columns, wishes.seed());
        return new Fitted(model, schema, fitted.history(), choices(plan, settings, model),
                likelihood.loss().name() + ", negative log-likelihood of scaled values");
    }

    private DeepArSettings settings(GlobalPlan plan, boolean validated) {
        DeepArSettings rule = DeepArSettings.of(plan.frequency(), plan.horizon(), likelihood);
        DeepArNetwork network = rule.network();
        if (plan.askedSeason().isPresent()) {
            int season = plan.season();
            rule = rule.withLags(LagRule.ofSeasons(season)).withContext(Math.max(plan.horizon(), season));
        }
        return rule.withContext(wishes.lookback().orElse(rule.context()))
                .withNetwork(new DeepArNetwork(wishes.hidden().orElse(network.units()),
                        layers.orElse(network.layers()), dropout.orElse(network.dropout())))
                .withTraining(training(validated))
                .withPaths(paths.orElse(rule.paths()));
    }

    private DeepArTraining training(boolean validated) {
        DeepArTraining standard = DeepArTraining.standard();
        return standard
                .withEpochs(wishes.epochs().orElse(standard.epochs()))
                .withBatches(standard.batchesPerEpoch(), wishes.batchSize().orElse(standard.batchSize()))
                .withLearningRate(wishes.learningRate().orElse(standard.learningRate()))
                .withClipNorm(wishes.clipNorm().orElse(standard.clipNorm()))
                .withPatience(validated ? wishes.earlyStopping().orElse(standard.patience()) : 0)
                .withSeed(wishes.seed());
    }

    private List<Choice> choices(GlobalPlan plan, DeepArSettings settings, DeepArModel model) {
        DeepArTraining how = settings.training();
        List<Choice> choices = new ArrayList<>();
        List<CalendarFeature> calendar = model.columns().schema().calendar();
        choices.add(new Choice("calendar", String.join(",", calendar.stream().map(CalendarFeature::label).toList()),
                calendar.isEmpty() ? "" : "cycles seen at least twice in training"));
        choices.add(
                new Choice("lags", numbers(model.model().lags()), "the last ones, and those around a season before"));
        choices.add(new Choice("lookback", Integer.toString(settings.context()),
                wishes.lookback().isPresent()
                        ? ""
                        : settings.context() > plan.horizon() ? "a season" : "as long as the horizon"));
        choices.add(new Choice("hidden", Integer.toString(settings.network().units()), ""));
        choices.add(new Choice("layers", Integer.toString(settings.network().layers()), ""));
        choices.add(new Choice("dropout", Double.toString(settings.network().dropout()), ""));
        choices.add(new Choice("loss", likelihood.name(), ""));
        choices.add(new Choice("scale", settings.scaling().label(), ""));
        choices.add(new Choice("lr", Double.toString(how.learningRate()), ""));
        choices.add(new Choice("batch-size", Integer.toString(how.batchSize()), ""));
        choices.add(new Choice("epochs", Integer.toString(how.epochs()), ""));
        choices.add(new Choice("early-stopping", Integer.toString(how.patience()), ""));
        choices.add(new Choice("clip-norm", clip(how.clipNorm()), ""));
        choices.add(new Choice("paths", Integer.toString(settings.paths()), ""));
        return choices;
    }

    /// As `--clip-norm` takes it: 0 for no limit.
    static String clip(double norm) {
        return norm == Double.POSITIVE_INFINITY ? "0" : Double.toString(norm);
    }

    static String numbers(List<Integer> numbers) {
        return String.join(",", numbers.stream().map(number -> Integer.toString(number)).toList());
    }
}
