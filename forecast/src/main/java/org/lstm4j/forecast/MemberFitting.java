package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.SkipPath;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.ObservedTargets;
import org.lstm4j.optim.LearningRateSchedule;
import org.lstm4j.train.Callback;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.History;
import org.lstm4j.train.Model;
import org.lstm4j.train.Monitor;
import org.lstm4j.train.ReduceLearningRateOnPlateau;

/// Builds one network of a forecaster and fits it to windows, beside a skip path where there is one.
///
/// @param plan with the settings of network and optimization
/// @param seed of this network
record MemberFitting(WindowPlan plan, long seed, Compute compute) {

    private static final int PLATEAU_PATIENCE = 3;

    /// A fitted network, and how it came about.
    ///
    /// @param network with the weights kept
    /// @param share how much of what it added is kept
    /// @param divergence why training stopped before its time, where the loss became NaN or infinite after some epochs
    record Fit(Sequential network, double share, History history, Optional<TrainingException> divergence) {}

    /// @param validation for early stopping; may be empty
    /// @param callbacks hear how training goes, and may steer it
    /// @throws TrainingException when the loss becomes NaN or infinite before there is anything to keep
    /// @throws DataException when the loss is not defined for a value
    Fit fit(Optional<SkipPath> skip, WindowSamples train, WindowSamples validation, List<Callback> callbacks) {
        OptimizationSettings how = how();
        WindowSamples trained = beside(skip, train);
        WindowSamples judged = beside(skip, validation);
        Model model = model(skip, trained, judged);
        EpochRecord record = new EpochRecord();
        List<Callback> all = new ArrayList<>(List.of(record));
        if (how.schedule() == RateSchedule.PLATEAU) {
            all.add(plateau(judged));
        }
        all.addAll(callbacks);
        try {
            FitOptions options = options(trained.count(), how.epochs());
            if (judged.count() > 0) {
                options = options.withValidation(judged).withEarlyStopping(how.earlyStopping());
            }
            History history = model.fit(trained, options, all.toArray(new Callback[0]));
            return shrunk(model, skip, judged, history, Optional.empty());
        } catch (TrainingException diverged) {
            History history = record.history(judged.count() > 0, diverged.problem().what())
                    .orElseThrow(() -> diverged);
            return shrunk(model, skip, judged, history, Optional.of(diverged));
        } catch (IllegalArgumentException e) {
            throw outsideDomain(how.loss(), e);
        }
    }

    /// Fits it again, to windows of which none are kept for early stopping.
    ///
    /// @param epochs to go through, of the course that the learning rate would have taken
    /// @param share of what it adds that is kept
    Sequential refit(Optional<SkipPath> skip, WindowSamples windows, int epochs, double share,
            List<Callback> callbacks) {
        WindowSamples trained = beside(skip, windows);
        Model model = model(skip, trained, trained);
        model.fit(trained, options(trained.count(), epochs), callbacks.toArray(new Callback[0]));
        if (skip.isPresent()) {
            new CorrectionShare(plan.head()).apply(model.network(), share);
        }
        return model.network();
    }

    private static WindowSamples beside(Optional<SkipPath> skip, WindowSamples samples) {
        return skip.map(path -> samples.withEach(series -> series.withSkip(path))).orElse(samples);
    }

    private Fit shrunk(Model model, Optional<SkipPath> skip, WindowSamples judged, History history,
            Optional<TrainingException> divergence) {
        double share = 1;
        if (skip.isPresent() && judged.count() > 0) {
            CorrectionShare shares = new CorrectionShare(plan.head());
            share = shares.best(model, judged);
            shares.apply(model.network(), share);
        }
        return new Fit(model.network(), share, history, divergence);
    }

    private OptimizationSettings how() {
        return plan.settings().optimization();
    }

    private Model model(Optional<SkipPath> skip, WindowSamples train, WindowSamples validation) {
        Sequential network = plan.settings().network()
                .build(plan.form(), plan.head().outputs(), plan.segment(), skip.isPresent(), seed);
        Loss loss = train.hasGaps() || validation.hasGaps() ? ObservedTargets.of(how().loss()) : how().loss();
        return Model.compile(network, how().optimizer(), loss, compute);
    }

    /// @param epochs to go through; the learning rate moves as over all epochs of the settings
    private FitOptions options(int samples, int epochs) {
        OptimizationSettings how = how();
        FitOptions options = FitOptions.epochs(epochs)
                .withBatchSize(how.batchSize())
                .withClipNorm(how.clipNorm())
                .withSeed(seed);
        if (how.batchesPerEpoch() > 0) {
            options = options.withStepsPerEpoch(how.batches(samples));
        }
        Optional<LearningRateSchedule> rate = how.rateBySteps(samples);
        return rate.isPresent() ? options.withSchedule(rate.get()) : options;
    }

    /// What an exception of a loss is, when it may be about a value that the loss is not defined for.
    static RuntimeException outsideDomain(Loss loss, IllegalArgumentException e) {
        if (!ForecastLosses.hasADomain(loss)) {
            return e;
        }
        return new DataException(Problem.of(
                "the loss " + loss.name() + " cannot be taken of these values: " + e.getMessage(),
                "choose another loss, such as mae, or a scaling under which values stay above 0, or keep being counts"),
                e);
    }

    private static Callback plateau(WindowSamples validation) {
        if (validation.count() == 0) {
            throw new ConfigurationException(Problem.of(
                    "the schedule 'plateau' watches the validation loss, but there are no validation windows",
                    "give a validation share, such as --val 0.1, or choose another schedule"));
        }
        return new ReduceLearningRateOnPlateau(Monitor.VALIDATION_LOSS).withFactor(0.1).withPatience(PLATEAU_PATIENCE);
    }
}
