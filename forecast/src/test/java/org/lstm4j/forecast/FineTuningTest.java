package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.DataException;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Sgd;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;

class FineTuningTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final FitOptions ONCE = FitOptions.epochs(1);
    private static final String SKIP = "0.skip.weight";

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void takingANetworkFromItsSkipPathAndPuttingItBackChangesNothing(Architecture architecture) {
        for (Skip skip : List.of(Skip.NONE, Skip.SEASONAL, Skip.LINEAR)) {
            Forecaster forecaster = forecaster(skip, architecture);
            List<NetworkWithSkip> parts = new SplitNetwork(forecaster.network()).parts(0);
            Sequential again = new JoinedNetwork(forecaster.form(), forecaster.head()).of(parts);

            assertThat(parts.getFirst().skip().isPresent()).isEqualTo(skip != Skip.NONE);
            assertThat(names(again)).isEqualTo(names(forecaster.network()));
            assertThat(hash(again)).as("%s, skip %s", architecture, skip).isEqualTo(hash(forecaster.network()));
            for (int index = 0; index < again.parameters().size(); index++) {
                assertThat(again.parameters().get(index).value())
                        .isNotSameAs(forecaster.network().parameters().get(index).value());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void eachOfSeveralNetworksIsTrained(Architecture architecture) {
        for (Skip skip : List.of(Skip.NONE, Skip.LINEAR)) {
            ForecastSettings settings = settings(skip, architecture);
            Forecaster forecaster = new ForecastTrainer(
                    settings.withOptimization(settings.optimization().withNetworks(2)), COMPUTE)
                    .fit(List.of(Waves.hours(200))).forecaster();
            List<NetworkWithSkip> parts = new SplitNetwork(forecaster.network()).parts(0);
            Sequential again = new JoinedNetwork(forecaster.form(), forecaster.head()).of(parts);
            Forecaster tuned = new FineTuning(forecaster, COMPUTE)
                    .fit(windows(forecaster), new Adam(0.01), ONCE).forecaster();

            assertThat(parts).hasSize(2);
            assertThat(hash(again)).isEqualTo(hash(forecaster.network()));
            for (Parameter parameter : tuned.network().parameters()) {
                boolean stays = parameter.name().contains("skip");
                assertThat(Arrays.equals(parameter.value(), of(forecaster, parameter.name()))).isEqualTo(stays);
            }
        }
    }

    private static float[] of(Forecaster forecaster, String name) {
        return forecaster.network().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst().orElseThrow().value();
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void theSkipPathStaysAndEverythingElseIsTrained(Architecture architecture) {
        Forecaster forecaster = forecaster(Skip.LINEAR, architecture);
        String before = hash(forecaster.network());
        Forecaster tuned = new FineTuning(forecaster, COMPUTE)
                .fit(windows(forecaster), new Adam(0.01), ONCE).forecaster();

        assertThat(hash(forecaster.network())).isEqualTo(before);
        for (int index = 0; index < tuned.network().parameters().size(); index++) {
            Parameter then = forecaster.network().parameters().get(index);
            Parameter now = tuned.network().parameters().get(index);
            assertThat(Arrays.equals(now.value(), then.value())).as(now.name())
                    .isEqualTo(now.name().equals(SKIP));
        }
    }

    /// A model that is compiled on the whole graph would train the path too.
    @Test
    void theWholeGraphWouldTrainTheSkipPath() {
        Forecaster forecaster = forecaster(Skip.LINEAR, Architecture.DIRECT);
        float[] before = skip(forecaster.network()).clone();
        Model.compile(forecaster.network(), new Adam(0.01), new MeanSquaredError(), COMPUTE)
                .fit(windows(forecaster), ONCE);

        assertThat(skip(forecaster.network())).isNotEqualTo(before);
    }

    /// Plain gradient steps on the whole graph move the network as steps on what the path leaves over do, where the path is put
    /// back after each.
    @Test
    void trainingBesideTheSkipPathFollowsTheGradientOfTheWhole() {
        Forecaster forecaster = forecaster(Skip.LINEAR, Architecture.DIRECT);
        WindowSamples windows = windows(forecaster).thinned(64);
        FitOptions oneStep = ONCE.withBatchSize(64);
        Sequential tuned = new FineTuning(forecaster, COMPUTE)
                .fit(windows, new Sgd(0.05), oneStep).forecaster().network();
        Model.compile(forecaster.network(), new Sgd(0.05), new MeanSquaredError(), COMPUTE).fit(windows, oneStep);

        for (int index = 0; index < tuned.parameters().size(); index++) {
            Parameter byHand = forecaster.network().parameters().get(index);
            if (!byHand.name().equals(SKIP)) {
                assertThat(tuned.parameters().get(index).value()).as(byHand.name())
                        .containsExactly(byHand.value(), within(1e-5f));
            }
        }
    }

    @Test
    void saysWhenItDiverges() {
        Forecaster forecaster = forecaster(Skip.NONE, Architecture.DIRECT);
        assertThatThrownBy(() -> new FineTuning(forecaster, COMPUTE)
                .fit(windows(forecaster), new Sgd(1e30), FitOptions.epochs(3)))
                .isInstanceOf(TrainingException.class);
    }

    @Test
    void saysThatALossIsNotDefinedForNewValues() {
        TimeSeries counts = Waves.hours(200);
        ForecastSettings settings = settings(Skip.NONE, Architecture.DIRECT).withScaling(Scaling.MEAN_ABS);
        Forecaster forecaster = new ForecastTrainer(settings.withOptimization(
                settings.optimization().withLoss(ForecastLosses.named("log-normal"))), COMPUTE)
                .fit(List.of(counts)).forecaster();
        double[] negative = counts.column("load");
        negative[150] = -3;
        WindowSamples windows = WindowSamples.of(forecaster.form())
                .add(forecaster.prepare(counts.withColumn("load", negative)), 0, 200).build();

        assertThatThrownBy(() -> new FineTuning(forecaster, COMPUTE).fit(windows, new Adam(0.001), ONCE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the loss log-normal cannot be taken of these values");
    }

    private static Forecaster forecaster(Skip skip, Architecture architecture) {
        return new ForecastTrainer(settings(skip, architecture), COMPUTE).fit(List.of(Waves.hours(200))).forecaster();
    }

    private static ForecastSettings settings(Skip skip, Architecture architecture) {
        ForecastSettings settings = Waves.settings(1).withSkip(skip).withLookback(OptionalInt.of(24))
                .withSeason(OptionalInt.of(24));
        return settings.withNetwork(settings.network().withArchitecture(architecture));
    }

    private static WindowSamples windows(Forecaster forecaster) {
        TimeSeries series = Waves.hours(300);
        return WindowSamples.of(forecaster.form()).add(forecaster.prepare(series), 200, 300).build();
    }

    private static float[] skip(Sequential network) {
        return network.parameters().stream().filter(parameter -> parameter.name().equals(SKIP)).findFirst()
                .orElseThrow().value();
    }

    private static List<String> names(Sequential network) {
        return network.parameters().stream().map(Parameter::name).toList();
    }

    private static String hash(Sequential network) {
        return WeightsHash.sha256(network.parameters());
    }
}
