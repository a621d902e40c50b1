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

/// Builds the network of a forecaster and fits it to windows.
///
/// @param plan with the settings of network and optimization
record NetworkFitting(WindowPlan plan, Compute compute) {

    private static final int PLATEAU_PATIENCE = 3;

    /// A fitted network, and how it came about.
    ///
    /// @param network with the weights kept
    /// @param divergence why training stopped before its time, where the loss became NaN or infinite after some epochs
    record Fit(Sequential network, History history, Optional<TrainingException> divergence) {}

    /// @param validation for early stopping; may be empty
    /// @param callbacks hear how training goes, and may steer it
    /// @throws TrainingException when the loss becomes NaN or infinite before there is anything to keep
    /// @throws DataException when the loss is not defined for a value
    Fit fit(WindowSamples train, WindowSamples validation, List<Callback> callbacks) {
        Optional<SkipPath> skip = new SkipFit(plan.form(), plan.season())
                .fit(plan.settings().skip(), train, validation);
        return skip.isEmpty()
                ? fit(train, validation, skip, callbacks)
                : fit(beside(skip.get(), train), beside(skip.get(), validation), skip, callbacks);
    }

    private static WindowSamples beside(SkipPath skip, WindowSamples samples) {
        return samples.withEach(series -> series.withSkip(skip));
    }

    private Fit fit(WindowSamples train, WindowSamples validation, Optional<SkipPath> skip,
            List<Callback> callbacks) {
        OptimizationSettings how = plan.settings().optimization();
        Sequential network = plan.settings().network()
                .build(plan.form(), plan.head().outputs(), plan.segment(), skip.isPresent(), how.seed());
        Model model = Model.compile(network, how.optimizer(), loss(train, validation), compute);
        EpochRecord record = new EpochRecord();
        List<Callback> all = new ArrayList<>(List.of(record));
        if (how.schedule() == RateSchedule.PLATEAU) {
            all.add(plateau(validation));
        }
        all.addAll(callbacks);
        try {
            History history = model.fit(train, options(how, train, validation), all.toArray(new Callback[0]));
            return new Fit(SkippingNetwork.of(network, skip, plan.form(), plan.head()), history, Optional.empty());
        } catch (TrainingException diverged) {
            History history = record.history(validation.count() > 0, diverged.problem().what())
                    .orElseThrow(() -> diverged);
            return new Fit(SkippingNetwork.of(network, skip, plan.form(), plan.head()), history, Optional.of(diverged));
        } catch (IllegalArgumentException e) {
            throw ForecastLosses.hasADomain(how.loss()) ? outside(how.loss(), e) : e;
        }
    }

    private Loss loss(WindowSamples train, WindowSamples validation) {
        Loss loss = plan.settings().optimization().loss();
        return train.hasGaps() || validation.hasGaps() ? ObservedTargets.of(loss) : loss;
    }

    private static FitOptions options(OptimizationSettings how, WindowSamples train, WindowSamples validation) {
        FitOptions options = FitOptions.epochs(how.epochs())
                .withBatchSize(how.batchSize())
                .withClipNorm(how.clipNorm())
                .withSeed(how.seed());
        if (validation.count() > 0) {
            options = options.withValidation(validation).withEarlyStopping(how.earlyStopping());
        }
        Optional<LearningRateSchedule> rate = how.rateBySteps(train.count());
        return rate.isPresent() ? options.withSchedule(rate.get()) : options;
    }

    /// Of a value that the loss is not defined for.
    private static DataException outside(Loss loss, IllegalArgumentException e) {
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
