package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.ObservedTargets;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.train.Callback;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.History;
import org.lstm4j.train.Model;

/// Goes on training the network of a forecaster, with the loss it was trained with.
///
/// What was not trained by steps stays as it is: scalers, calibration, and the [skip path][Skip] beside the network, which then learns what
/// the path leaves over, as in training. The optimizer begins anew, since files of forecasters do not keep its state.
public final class FineTuning {

    private final Forecaster forecaster;
    private final Compute compute;

    /// @param forecaster stays as it is
    public FineTuning(Forecaster forecaster, Compute compute) {
        this.forecaster = forecaster;
        this.compute = compute;
    }

    /// A forecaster with other weights, and how they came about; of several networks the history is that of the first.
    public record Tuned(Forecaster forecaster, History history) {}

    /// Trains a copy.
    ///
    /// @param windows of series that the forecaster has [prepared][Forecaster#prepare], at least one
    /// @param options their seed also decides dropout
    /// @param callbacks hear how training goes, and may steer it
    /// @throws TrainingException when the loss becomes NaN or infinite
    /// @throws DataException when the loss is not defined for a value
    public Tuned fit(WindowSamples windows, OptimizerSpec optimizer, FitOptions options, Callback... callbacks) {
        long seed = options.batching().seed();
        List<NetworkWithSkip> tuned = new ArrayList<>();
        List<History> histories = new ArrayList<>();
        for (NetworkWithSkip part : new SplitNetwork(forecaster.network()).parts(seed)) {
            FitOptions own = options.withSeed(seed + tuned.size());
            histories.add(train(part, windows, optimizer, own, callbacks));
            tuned.add(part);
        }
        JoinedNetwork join = new JoinedNetwork(forecaster.form(), forecaster.head());
        return new Tuned(forecaster.withNetwork(join.of(tuned)), histories.getFirst());
    }

    private History train(NetworkWithSkip part, WindowSamples windows, OptimizerSpec optimizer, FitOptions options,
            Callback... callbacks) {
        WindowSamples samples = part.skip()
                .map(path -> windows.withEach(series -> series.withSkip(path)))
                .orElse(windows);
        Loss loss = forecaster.head().loss();
        Model model = Model.compile(
                part.network(), optimizer, samples.hasGaps() ? ObservedTargets.of(loss) : loss, compute);
        try {
            return model.fit(samples, options, callbacks);
        } catch (IllegalArgumentException e) {
            throw MemberFitting.outsideDomain(loss, e);
        }
    }
}
