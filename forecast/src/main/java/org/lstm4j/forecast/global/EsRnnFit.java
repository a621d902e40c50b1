package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.esrnn.EsRnn;
import org.lstm4j.forecast.esrnn.EsRnnSeries;
import org.lstm4j.forecast.esrnn.EsRnnSettings;
import org.lstm4j.forecast.esrnn.EsRnnTrainer;
import org.lstm4j.forecast.esrnn.EsRnnTraining;
import org.lstm4j.forecast.esrnn.SmoothedForm;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.train.History;

/// Trains an ES-RNN: [SmoothedSeasons] decides the settings, with what was asked for instead.
///
/// The model is that of the epoch with the least loss on the validation parts. A data set of few series has few updates in an epoch, so
/// that it gets more epochs.
///
/// @param form what is smoothed; empty for the logarithm, but where a value has none
/// @param levels of the quantiles it says; ½ alone for a point forecast
/// @param nanoTime a clock that only goes forward, in nanoseconds: the history says how long epochs took
public record EsRnnFit(TrainingWishes wishes, Optional<SmoothedForm> form, List<Double> levels, LongSupplier nanoTime)
        implements
            GlobalFit {

    private static final int BATCH = 8;
    private static final int FEWEST_EPOCHS = 24;
    private static final int UPDATES = 480;
    /// Of the epochs, after which without progress training stops.
    private static final int SHARE_OF_PATIENCE = 3;

    public EsRnnFit {
        levels = List.copyOf(levels);
    }

    @Override
    public String kind() {
        return "esrnn";
    }

    @Override
    public void requireReadable(GlobalSettings settings) {
        ColumnRoles columns = settings.columns();
        List<String> beside = new ArrayList<>(columns.past());
        beside.addAll(columns.future());
        beside.addAll(columns.statics());
        if (!beside.isEmpty()) {
            throw new ConfigurationException(new Problem(
                    "--model esrnn reads nothing beside the target", "no --past, --future or --static",
                    String.join(", ", beside), "leave them out, or use --model deepar or direct"));
        }
    }

    @Override
    public Pace pace(int targets) {
        int batch = wishes.batchSize().orElse(BATCH);
        int updates = Math.ceilDiv(targets, batch);
        int epochs = wishes.epochs().orElse(Math.max(FEWEST_EPOCHS, Math.ceilDiv(UPDATES, updates)));
        return new Pace(epochs, updates, Math.min(batch, targets));
    }

    @Override
    public int leastHistory(GlobalPlan plan) {
        return settings(plan, SmoothedSeasons.of(plan)).windows().inputSize();
    }

    /// As of series too short to show a season, unless one was asked for.
    @Override
    public int leastHistory(GlobalSettings settings) {
        return wishes.lookback().orElseGet(() -> SmoothedSeasons.ofFewSteps(settings.season())
                .settings(settings.horizon()).windows().inputSize());
    }

    @Override
    public Fitted fit(GlobalPlan plan, Compute compute, Consumer<History.Epoch> afterEpoch) {
        SmoothedSeasons seasons = SmoothedSeasons.of(plan);
        EsRnnSettings settings = settings(plan, seasons);
        plan.requireRoom(settings.windows().inputSize());
        SmoothedForm suiting = form(plan);
        EsRnnValidation validation = new EsRnnValidation(plan, compute);
        int patience = validation.isEmpty()
                ? 0
                : wishes.earlyStopping().orElse(Math.max(1, settings.training().epochs() / SHARE_OF_PATIENCE));
        BestEpoch best = new BestEpoch(validation, patience, nanoTime, afterEpoch);
        EsRnn last = new EsRnnTrainer(settings, compute).trainWhile(training(plan), suiting, best::goesOn);
        EsRnnModel model = new EsRnnModel(best.modelOr(last), GlobalTrainer.facts(plan));
        return new Fitted(model, plan.schema(List.of()), best.history(), choices(seasons, settings, suiting, patience),
                "twice the pinball loss of smoothed values");
    }

    private EsRnnSettings settings(GlobalPlan plan, SmoothedSeasons seasons) {
        EsRnnSettings rule = seasons.settings(plan.horizon());
        EsRnnTraining training = EsRnnTraining.ofEpochs(pace(plan.targets().size()).epochs());
        return rule
                .withWindows(windows -> windows.withInputSize(wishes.lookback().orElse(windows.inputSize()))
                        .withLevels(levels.stream().mapToDouble(Double::doubleValue).toArray()))
                .withNetwork(network -> network.withHidden(wishes.hidden().orElse(network.hidden())))
                .withTraining(_ -> training
                        .withBatchSize(wishes.batchSize().orElse(training.batchSize()))
                        .withLearningRate(wishes.learningRate().orElse(training.learningRate()))
                        .withClipNorm(wishes.clipNorm().orElse(training.clipNorm()))
                        .withSeed(wishes.seed()));
    }

    private static List<EsRnnSeries> training(GlobalPlan plan) {
        List<EsRnnSeries> series = new ArrayList<>();
        for (int index = 0; index < plan.targets().size(); index++) {
            TimeSplit split = plan.splits().get(index);
            series.add(EsRnnValidation.past(plan.targets().get(index), split.trainEnd()));
        }
        return series;
    }

    /// Whether values have logarithms is asked of all of them, also of those to be judged on.
    private SmoothedForm form(GlobalPlan plan) {
        if (form.isPresent()) {
            for (TargetSeries target : plan.targets()) {
                EsRnnModel.requireLogarithms(form.get(), target, 0, target.values().length,
                        "use --scale mean-abs, with which level and season are added and values may be 0 or less");
            }
            return form.get();
        }
        return SmoothedForm.suiting(plan.targets().stream()
                .map(target -> EsRnnValidation.past(target, target.values().length)).toList());
    }

    private List<Choice> choices(SmoothedSeasons seasons, EsRnnSettings settings, SmoothedForm suiting,
            int patience) {
        EsRnnTraining how = settings.training();
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("seasons", DeepArFit.numbers(seasons.seasons()), seasons.reason()));
        choices.add(new Choice("lookback", Integer.toString(settings.windows().inputSize()),
                wishes.lookback().isPresent()
                        ? ""
                        : seasons.seasons().isEmpty()
                                ? "three quarters of the horizon, from 4 to 10"
                                : "the shortest season"));
        choices.add(new Choice("scale", suiting == SmoothedForm.LOGARITHM ? "log" : "mean-abs",
                form.isPresent()
                        ? ""
                        : suiting == SmoothedForm.LOGARITHM
                                ? "every value has a logarithm"
                                : "a value is 0 or less, and has no logarithm"));
        choices.add(new Choice("hidden", Integer.toString(settings.network().hidden()), ""));
        choices.add(new Choice("loss", levels.size() == 1 ? "mae" : "quantiles", ""));
        choices.add(new Choice("lr", Double.toString(how.learningRate()), ""));
        choices.add(new Choice("batch-size", Integer.toString(how.batchSize()), ""));
        choices.add(new Choice("epochs", Integer.toString(how.epochs()),
                wishes.epochs().isPresent()
                        ? ""
                        : "at least " + FEWEST_EPOCHS + ", and " + UPDATES + " updates of the weights"));
        choices.add(new Choice("early-stopping", Integer.toString(patience), ""));
        choices.add(new Choice("clip-norm", DeepArFit.clip(how.clipNorm()), ""));
        return choices;
    }
}
