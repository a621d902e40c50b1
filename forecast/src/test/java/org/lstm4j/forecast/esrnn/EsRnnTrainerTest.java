package org.lstm4j.forecast.esrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.model.WeightsHash;

class EsRnnTrainerTest {

    private final List<EsRnnSeries> series = MadeUpSeries.several();

    @Test
    void trainingLowersTheLossAndMovesNetworkAndSeries() {
        List<EsRnnEpoch> epochs = new ArrayList<>();
        EsRnn first = train(MadeUpSeries.settings(1), 1);
        EsRnn last = new EsRnnTrainer(MadeUpSeries.settings(15), Compute.shared()).train(series, epochs::add);
        assertThat(epochs).extracting(EsRnnEpoch::epoch).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
                14, 15);
        assertThat(epochs.getLast().loss()).isLessThan(0.7 * epochs.getFirst().loss());
        assertThat(last.known().get("series a")).isNotEqualTo(first.known().get("series a"));
        assertThat(WeightsHash.sha256(last.network().parameters()))
                .isNotEqualTo(WeightsHash.sha256(first.network().parameters()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void anyNumberOfThreadsGivesTheSameBytes(int threads) {
        EsRnn one = train(MadeUpSeries.settings(2), 1);
        EsRnn many = train(MadeUpSeries.settings(2), threads);
        assertThat(WeightsHash.sha256(many.network().parameters()))
                .isEqualTo(WeightsHash.sha256(one.network().parameters()));
        assertThat(many.known()).isEqualTo(one.known());
        try (Compute compute = Compute.withThreads(threads); Compute alone = Compute.withThreads(1)) {
            assertThat(many.forecast(series, compute)).usingRecursiveComparison()
                    .isEqualTo(one.forecast(series, alone));
        }
    }

    @Test
    void anotherSeedGivesAnotherNetwork() {
        EsRnnSettings other = MadeUpSeries.settings(1).withTraining(training -> training.withSeed(43));
        assertThat(WeightsHash.sha256(train(other, 1).network().parameters()))
                .isNotEqualTo(WeightsHash.sha256(train(MadeUpSeries.settings(1), 1).network().parameters()));
    }

    @Test
    void aSnapshotOfAnEpochStaysAsItWas() {
        List<EsRnn> snapshots = new ArrayList<>();
        EsRnn last = new EsRnnTrainer(MadeUpSeries.settings(2), Compute.shared())
                .train(series, epoch -> snapshots.add(epoch.model()));
        EsRnnSettings constant = MadeUpSeries.settings(1);
        EsRnn afterOne = new EsRnnTrainer(constant, Compute.shared()).train(series, _ -> {});
        assertThat(snapshots.getFirst().known()).isEqualTo(afterOne.known());
        assertThat(snapshots.getLast().known()).isEqualTo(last.known());
    }

    @Test
    void seriesWithZerosAreTrainedInTheScaledForm() {
        double[] values = MadeUpSeries.seasonal("shop", 40, 20, 0).values();
        values[7] = 0;
        values[12] = Double.NaN;
        List<EsRnnSeries> shop = List.of(new EsRnnSeries("shop", values), series.getFirst());
        EsRnn model = new EsRnnTrainer(MadeUpSeries.settings(2), Compute.shared()).train(shop, _ -> {});
        assertThat(model.form()).isEqualTo(SmoothedForm.SCALED);
        for (double[] levels : model.forecast(shop.getFirst(), Compute.shared())) {
            assertThat(levels).isSorted().doesNotContain(Double.NaN);
        }
    }

    @Test
    void refusesZerosInTheLogarithmicForm() {
        EsRnnTrainer trainer = new EsRnnTrainer(MadeUpSeries.settings(1), Compute.shared());
        List<EsRnnSeries> zeros = List.of(new EsRnnSeries("shop", new double[]{5, 3, 0, 4, 5, 6, 7}));
        assertThatThrownBy(() -> trainer.train(zeros, SmoothedForm.LOGARITHM, _ -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series 'shop' is 0.0 at step 2, but the form 'logarithm' needs values above 0; use the"
                        + " form 'scaled', in which level and season are added and values may be 0 or less");
    }

    @Test
    void refusesNoSeriesTwoOfOneNameAndShortOnes() {
        EsRnnTrainer trainer = new EsRnnTrainer(MadeUpSeries.settings(1), Compute.shared());
        assertThatThrownBy(() -> trainer.train(List.of(), _ -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no series to train on; give at least one");
        assertThatThrownBy(() -> trainer.train(List.of(series.getFirst(), series.getFirst()), _ -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two series are called 'series a'; every series needs a name of its own, by which its"
                        + " numbers are found again");
        assertThatThrownBy(() -> trainer.train(List.of(new EsRnnSeries("new", new double[]{1, 2, 3, 4})), _ -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series 'new' has 4 steps; a window of 4 values and a value after it need 5, none of them"
                        + " missing at the end; leave the series out of training, or use a shorter window");
    }

    @Test
    void trainingThatDivergesStops() {
        EsRnnSettings wild = MadeUpSeries.settings(50)
                .withTraining(training -> training.withLearningRate(1e30).withClipNorm(Double.POSITIVE_INFINITY));
        assertThatThrownBy(() -> train(wild, 1))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("training diverged in epoch")
                .hasMessageContaining("use a lower learning rate or a lower clip norm");
    }

    private EsRnn train(EsRnnSettings settings, int threads) {
        try (Compute compute = Compute.withThreads(threads)) {
            return new EsRnnTrainer(settings, compute).train(series, _ -> {});
        }
    }
}
