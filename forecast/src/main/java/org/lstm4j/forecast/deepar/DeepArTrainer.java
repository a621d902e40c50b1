package org.lstm4j.forecast.deepar;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.GroupedLoss;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.train.Callback;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.History;
import org.lstm4j.train.Model;
import org.lstm4j.train.Monitor;
import org.lstm4j.train.ReduceLearningRateOnPlateau;

/// Trains one DeepAR on many series: windows drawn at random, every step judged by the likelihood of its value given those before.
///
/// The last horizon of every series longer than two horizons is kept for validation, by which the learning rate is halved, training
/// stopped and the best weights chosen; unless the patience is 0.
///
/// Source: Salinas, Flunkert, Gasthaus and Januschowski, DeepAR: Probabilistic forecasting with autoregressive recurrent networks,
/// 2020. Unlike there a series is drawn uniformly and not by its scale, as in GluonTS.
///
/// @param compute changes no result
public record DeepArTrainer(DeepArSettings settings, Compute compute) {

    private static final double HALF = 0.5;

    /// Trains a model.
    ///
    /// @param series of one frequency, each with a name of its own, and with as many known covariates, categories and statics as the
    ///        others; at least one
    /// @param callbacks hear how training goes, and may steer it
    /// @throws org.lstm4j.DataException when series cannot be trained on: no value was observed, a known covariate is too short or
    ///         has gaps, the likelihood is not defined for a value
    /// @throws org.lstm4j.TrainingException when the loss becomes NaN or infinite
    public DeepAr train(List<DeepArSeries> series, Callback... callbacks) {
        return fit(series, trainingEnds(series), callbacks).model();
    }

    /// Trains a model on the first steps of each series, and validates it on the others: on one horizon after the other, each with the
    /// true values before it. With patience 0 the others are left out.
    ///
    /// @param series as [#train]
    /// @param ends for each series the step after its last training step, at most all its steps
    /// @throws org.lstm4j.DataException as [#train]
    /// @throws org.lstm4j.TrainingException as [#train]
    public FittedDeepAr fit(List<DeepArSeries> series, int[] ends, Callback... callbacks) {
        GroupedLoss loss = settings.likelihood().loss();
        SeriesChecks.requireTrainable(series, loss);
        SeriesChecks.requireEnds(series, ends);
        DeepArTraining how = settings.training();
        DeepArSchema schema = new SchemaFit(settings, series, ends).schema();
        TeacherForcedWindows training = TeacherForcedWindows.drawn(schema, settings.horizon(), series, ends,
                how.windows(), new RandomStreams(how.seed()).stream("windows"));
        TeacherForcedWindows validation = TeacherForcedWindows.after(schema, settings.horizon(), series,
                how.validates() ? ends : lengths(series));
        Sequential network = settings.network().build(schema, settings.steps(), loss.groupSize(), how.seed());
        Model model = Model.compile(network, new Adam(how.learningRate()), loss, compute);
        List<Callback> all = new ArrayList<>(List.of(callbacks));
        if (validation.count() > 0) {
            all.addFirst(new ReduceLearningRateOnPlateau(Monitor.VALIDATION_LOSS).withFactor(HALF)
                    .withPatience(how.plateauPatience()));
        }
        History history = model.fit(training, options(how, validation), all.toArray(new Callback[0]));
        return new FittedDeepAr(new DeepAr(schema, network, settings.likelihood(), settings.paths()), history);
    }

    private static int[] lengths(List<DeepArSeries> series) {
        return series.stream().mapToInt(DeepArSeries::steps).toArray();
    }

    /// For each series the step after its last training step.
    private int[] trainingEnds(List<DeepArSeries> series) {
        int[] ends = new int[series.size()];
        for (int place = 0; place < ends.length; place++) {
            DeepArSeries one = series.get(place);
            int kept = one.steps() - settings.horizon();
            boolean validates = settings.training().validates() && kept > settings.horizon()
                    && one.firstObserved() < kept;
            ends[place] = validates ? kept : one.steps();
        }
        return ends;
    }

    /// Windows were drawn at random, so that their order is one already.
    private static FitOptions options(DeepArTraining how, TeacherForcedWindows validation) {
        FitOptions options = FitOptions.epochs(how.epochs())
                .withBatchSize(how.batchSize())
                .withStepsPerEpoch(how.batchesPerEpoch())
                .withShuffle(false)
                .withClipNorm(how.clipNorm())
                .withSeed(how.seed());
        return validation.count() == 0
                ? options
                : options.withValidation(validation).withEarlyStopping(how.patience());
    }
}
