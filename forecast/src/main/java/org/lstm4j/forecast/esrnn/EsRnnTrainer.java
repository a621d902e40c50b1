package org.lstm4j.forecast.esrnn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lstm4j.Problem;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.GradientClipping;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// Trains an [EsRnn]: one network on the windows of all series, and the smoothing coefficients and initial seasonal indices of each
/// series, by one gradient that goes through the network and on through the recursion that made its inputs and targets.
///
/// Smyl takes one series at a time. Here a batch of series makes one update of the network, by the mean of their gradients, in pieces of
/// a fixed number of series that threads share; gradients of pieces are added in order, so that the number of threads changes no
/// bit. The numbers of a series move by its own gradient, each time it was gone through.
public final class EsRnnTrainer {

    private final EsRnnSettings settings;
    private final Compute compute;

    public EsRnnTrainer(EsRnnSettings settings, Compute compute) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.compute = Objects.requireNonNull(compute, "compute");
    }

    /// Trains on all steps of these series, in the [SmoothedForm] that suits them all.
    public EsRnn train(List<EsRnnSeries> series, Consumer<EsRnnEpoch> afterEpoch) {
        return train(series, SmoothedForm.suiting(series), afterEpoch);
    }

    /// Trains on all steps of these series.
    ///
    /// @throws IllegalArgumentException when there is no series, two have one name, or one is too short or does not suit the form
    /// @throws TrainingException when the loss or a gradient becomes NaN or infinite
    public EsRnn train(List<EsRnnSeries> series, SmoothedForm form, Consumer<EsRnnEpoch> afterEpoch) {
        return trainWhile(series, form, epoch -> {
            afterEpoch.accept(epoch);
            return true;
        });
    }

    /// Trains on all steps of these series, until the epochs of the settings are over or one of them is told to be the last.
    ///
    /// @param goesOn asked after each epoch whether there is to be another
    /// @throws IllegalArgumentException as [#train]
    /// @throws TrainingException as [#train]
    public EsRnn trainWhile(List<EsRnnSeries> series, SmoothedForm form, Predicate<EsRnnEpoch> goesOn) {
        requireNames(series);
        return new Run(series, form).train(goesOn);
    }

    private static void requireNames(List<EsRnnSeries> series) {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("there is no series to train on; give at least one");
        }
        Map<String, EsRnnSeries> byName = new LinkedHashMap<>();
        for (EsRnnSeries one : series) {
            if (byName.put(one.name(), one) != null) {
                throw new IllegalArgumentException("two series are called '" + one.name()
                        + "'; every series needs a name of its own, by which its numbers are found again");
            }
        }
    }

    /// One training.
    private final class Run {

        private final SmoothedForm form;
        private final List<SeriesInTraining> all = new ArrayList<>();
        private final int[] order;
        private final Sequential network;
        private final Optimizer optimizer;
        private final TrainingPiece[] pieces;
        private final WorkerPool.Task runPiece;
        private final RandomStream shuffle;

        Run(List<EsRnnSeries> series, SmoothedForm form) {
            this.form = form;
            int windows = 1;
            for (EsRnnSeries one : series) {
                SeriesInTraining prepared = new SeriesInTraining(one, form, settings);
                all.add(prepared);
                windows = Math.max(windows, prepared.windows());
            }
            order = new int[all.size()];
            Arrays.setAll(order, index -> index);
            EsRnnTraining training = settings.training();
            shuffle = new RandomStreams(training.seed()).stream("order of series");
            network = settings.network().build(windows, new WindowFrame(settings.windows()), training.seed());
            optimizer = new Adam(training.learningRate()).create(network.parameters());
            pieces = new TrainingPiece[Math.ceilDiv(Math.min(training.batchSize(), all.size()), TrainingPiece.ROWS)];
            runPiece = piece -> pieces[piece].run();
            for (int piece = 0; piece < pieces.length; piece++) {
                pieces[piece] = new TrainingPiece(copyFor(piece), settings, windows, compute);
            }
        }

        /// The network on the same weights with gradients and noise of its own.
        private Sequential copyFor(int piece) {
            Sequential.Builder builder = Sequential.input(network.inputShape());
            for (Layer layer : network.layers()) {
                builder.add(layer.spec());
            }
            Map<String, Parameter> shared = new LinkedHashMap<>();
            network.parameters().forEach(parameter -> shared.put(parameter.name(), parameter));
            long seed = new RandomStreams(settings.training().seed()).stream("noise of piece " + piece).nextLong();
            return builder.restore(seed,
                    (name, _) -> Objects.requireNonNull(shared.get(name), name).withOwnGradient());
        }

        EsRnn train(Predicate<EsRnnEpoch> goesOn) {
            EsRnnTraining training = settings.training();
            boolean another = true;
            for (int epoch = 0; epoch < training.epochs() && another; epoch++) {
                double rate = training.schedule().learningRate(epoch, training.learningRate());
                optimizer.setLearningRate(rate);
                for (SeriesInTraining series : all) {
                    series.setLearningRate(rate * training.seriesRateFactor());
                }
                double loss = runEpoch(epoch);
                another = goesOn.test(new EsRnnEpoch(epoch + 1, loss, this::snapshot));
            }
            return snapshot();
        }

        private double runEpoch(int epoch) {
            shuffle.shuffle(order, order.length);
            int batch = settings.training().batchSize();
            double sum = 0;
            for (int first = 0; first < order.length; first += batch) {
                sum += runBatch(first, Math.min(batch, order.length - first), epoch);
            }
            return sum / order.length;
        }

        private double runBatch(int first, int count, int epoch) {
            for (TrainingPiece piece : pieces) {
                piece.clear();
            }
            for (int index = 0; index < count; index++) {
                pieces[index / TrainingPiece.ROWS].add(all.get(order[first + index]));
            }
            int used = Math.ceilDiv(count, TrainingPiece.ROWS);
            compute.workers().run(runPiece, used);
            double loss = 0;
            for (int piece = 0; piece < used; piece++) {
                loss += pieces[piece].loss();
            }
            gather(used, 1f / count);
            requireFinite(loss, epoch);
            GradientClipping.byNorm(network.parameters(), settings.training().clipNorm());
            optimizer.step();
            return loss;
        }

        /// The mean of the pieces' gradients, added in order.
        private void gather(int used, float share) {
            optimizer.zeroGradients();
            for (int index = 0; index < network.parameters().size(); index++) {
                float[] sum = network.parameters().get(index).gradient();
                for (int piece = 0; piece < used; piece++) {
                    float[] part = pieces[piece].parameters().get(index).gradient();
                    for (int element = 0; element < sum.length; element++) {
                        sum[element] += share * part[element];
                    }
                }
            }
        }

        private void requireFinite(double loss, int epoch) {
            if (!Double.isFinite(loss) || !Double.isFinite(GradientClipping.norm(network.parameters()))) {
                throw new TrainingException(new Problem(
                        "training diverged in epoch " + (epoch + 1), "a finite loss and finite gradients",
                        "loss " + loss + " at the learning rate " + optimizer.learningRate(),
                        "use a lower learning rate or a lower clip norm"));
            }
        }

        private EsRnn snapshot() {
            Map<String, SmoothingParameters> known = new LinkedHashMap<>();
            for (SeriesInTraining series : all) {
                known.put(series.series().name(), series.parameters());
            }
            return new EsRnn(settings.windows(), form, NetworkSnapshot.of(network), known);
        }
    }
}
