package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// The choice of window scaling and skip path by short trainings.
class TreatmentTrialsTest {

    private static final Compute COMPUTE = Compute.shared();

    @Test
    void aWaveThatRepeatsItselfIsForetoldBesideItsSeason() {
        TrainedForecaster trained = train(settings(WindowTreatment.all()), jaggedSeason(500));

        assertThat(trained.settings().skip()).isNotEqualTo(Skip.NONE);
        assertThat(trained.settings().candidates()).isEmpty();
        assertThat(trained.choices()).extracting(Choice::name).contains("scale", "skip");
        assertThat(reason(trained)).startsWith("least validation error after a short training: revin, skip linear ")
                .containsPattern(
                        "; and of the best after a longer one: [a-z]+, skip [a-z]+ [0-9.]+; [^;]+; [^;]+");
    }

    /// What was chosen is what training with it said would have given.
    @Test
    void theChoiceIsTrainedAsIfItHadBeenGiven() {
        TimeSeries series = jaggedSeason(500);
        TrainedForecaster chosen = train(settings(WindowTreatment.all()), series);
        ForecastSettings given = settings(List.of())
                .withWindowScaling(chosen.settings().windowScaling()).withSkip(chosen.settings().skip());

        assertThat(hash(train(given, series))).isEqualTo(hash(chosen));
    }

    @Test
    void theTestPartChoosesNothing() {
        TimeSeries series = jaggedSeason(500);
        double[] load = series.column("load");
        for (int step = 400; step < load.length; step++) {
            load[step] = 1e5 * ((step * 7) % 13);
        }
        TrainedForecaster other = train(settings(WindowTreatment.all()), series.withColumn("load", load));

        assertThat(reason(other)).isEqualTo(reason(train(settings(WindowTreatment.all()), series)));
    }

    @Test
    void threeCandidatesGoToTheLongerTrainingAtOnce() {
        List<WindowTreatment> three = WindowTreatment.all().subList(0, 3);
        assertThat(reason(train(settings(three), jaggedSeason(500))))
                .startsWith("least validation error after a longer one: revin, skip linear ");
    }

    @Test
    void withoutAValidationPartTheFirstCandidateIsTaken() {
        ForecastSettings standard = settings(WindowTreatment.all());
        ForecastSettings settings = standard.withSplit(new SplitShares(0, 0, 0.2, false))
                .withOptimization(standard.optimization().withEarlyStopping(0));
        TrainedForecaster trained = train(settings, jaggedSeason(500));

        assertThat(trained.settings().windowScaling()).isEqualTo(WindowScaling.REVIN);
        assertThat(trained.settings().skip()).isEqualTo(Skip.LINEAR);
        assertThat(reason(trained)).contains("nothing to choose by");
    }

    @Test
    void noSeasonIsTriedWhereTheLookbackIsShorter() {
        ForecastSettings settings = settings(WindowTreatment.all()).withLookback(OptionalInt.of(12));
        assertThat(reason(train(settings, jaggedSeason(500)))).doesNotContain("seasonal");
    }

    /// There is nothing to learn in it.
    @Test
    void aRandomWalkIsForetoldBesideItsLastValue() {
        TrainedForecaster trained = train(settings(WindowTreatment.all()), randomWalk("walk", 500));

        assertThat(trained.settings().skip()).isEqualTo(Skip.LAST);
        assertThat(reason(trained)).containsPattern("; the last value alone errs less: [0-9.]+");
        assertIsNaive(trained);
    }

    @Test
    void beingAheadOfARandomWalkByChanceIsNotEnough() {
        TrainedForecaster trained = train(settings(WindowTreatment.all()), randomWalk("walk 3", 500));

        assertThat(trained.settings().skip()).isEqualTo(Skip.LAST);
        assertThat(reason(trained))
                .containsPattern("; that this is ahead of the last value alone, [0-9.]+, could be chance");
        assertIsNaive(trained);
    }

    @Test
    void severalNetworksAddNothingToARandomWalkEither() {
        ForecastSettings settings = settings(WindowTreatment.all());
        assertIsNaive(train(settings.withOptimization(settings.optimization().withNetworks(2).withFinish(Finish.KEEP)),
                randomWalk("walk 3", 500)));
    }

    private static void assertIsNaive(TrainedForecaster trained) {
        double naive = Objects.requireNonNull(trained.test().baselines().get("naive")).mae();
        assertThat(trained.test().model().mae()).isCloseTo(naive, withinPercentage(1e-3));
        assertThat(trained.choices()).filteredOn(choice -> choice.name().equals("correction")).singleElement()
                .satisfies(choice -> assertThat(choice.reason()).contains("could be chance"));
    }

    @Test
    void aSkipPathThatIsGivenStays() {
        List<WindowTreatment> linear = WindowTreatment.all().stream()
                .filter(candidate -> candidate.skip() == Skip.LINEAR)
                .toList();

        assertThat(train(settings(linear), randomWalk("walk", 500)).settings().skip()).isEqualTo(Skip.LINEAR);
    }

    private static String reason(TrainedForecaster trained) {
        return trained.choices().stream().filter(choice -> choice.name().equals("scale")).findFirst().orElseThrow()
                .reason();
    }

    private static String hash(TrainedForecaster trained) {
        return WeightsHash.sha256(trained.forecaster().network().parameters());
    }

    private static TrainedForecaster train(ForecastSettings settings, TimeSeries series) {
        return new ForecastTrainer(settings, COMPUTE).train(List.of(series));
    }

    private static ForecastSettings settings(List<WindowTreatment> candidates) {
        ForecastSettings settings = ForecastSettings.horizon(8, "load").withCandidates(candidates);
        return settings
                .withNetwork(settings.network().withHidden(6).withArchitecture(Architecture.SEGMENT))
                .withOptimization(settings.optimization().withEpochs(3));
    }

    private static TimeSeries randomWalk(String seed, int steps) {
        RandomStream random = new RandomStreams(5).stream(seed);
        double[] load = new double[steps];
        double level = 100;
        for (int step = 0; step < steps; step++) {
            level += random.nextGaussian();
            load[step] = level;
        }
        return TimeSeries.ofColumn(Timeline.of(0, Frequency.parse("1h"), ZoneOffset.UTC), "load", load);
    }

    /// The same 24 random values every day, with a little noise and a level that wanders.
    private static TimeSeries jaggedSeason(int steps) {
        RandomStream random = new RandomStreams(3).stream("season");
        double[] season = new double[24];
        for (int hour = 0; hour < season.length; hour++) {
            season[hour] = 20 * random.nextDouble();
        }
        double[] load = new double[steps];
        double level = 100;
        for (int step = 0; step < steps; step++) {
            level += 0.3 * random.nextGaussian();
            load[step] = level + season[step % 24] + 0.5 * random.nextGaussian();
        }
        return TimeSeries.ofColumn(Timeline.of(0, Frequency.parse("1h"), ZoneOffset.UTC), "load", load);
    }
}
