package org.lstm4j.forecast.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lstm4j.forecast.global.Hours.HORIZON;
import static org.lstm4j.forecast.global.Hours.wave;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.esrnn.SmoothedForm;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.model.WeightsHash;

class EsRnnForecasterTest {

    private static final Compute COMPUTE = Compute.shared();

    private static TrainedGlobal trained;
    private static GlobalForecaster forecaster;

    @BeforeAll
    static void train() {
        trained = Hours.train(Hours.settings(), Hours.esRnn(3), Hours.three());
        forecaster = trained.forecaster();
    }

    @Test
    void evaluateJudgesTheTestPartAgain() {
        assertThat(forecaster.evaluate(Hours.three(), COMPUTE)).isEqualTo(trained.test());
        assertThat(trained.test().intervals()).isEmpty();
        assertThat(trained.test().windows()).isEqualTo(43 + 47 + 39);
    }

    @Test
    void ofMoreThanAThousandWindowsAThousandAreJudged() {
        TrainedGlobal longer = Hours.train(Hours.settings(), Hours.esRnn(1),
                List.of(Hours.series("", wave(5_100, 10))));

        assertThat(longer.test().windows()).isEqualTo(1000);
        assertThat(longer.test().notes()).contains(
                "judged on 1000 of 1015 windows, spread evenly, as each takes a walk through its whole past");
    }

    @Test
    void aFileGivesTheSameForecastsAndTheSameFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("m.lstm4j");
        forecaster.toFile().write(file);
        var read = ForecastModelFile.read(file);
        Path again = folder.resolve("again.lstm4j");
        read.toFile().write(again);
        TimeSeries series = Hours.three().get(1);

        assertThat(read.forecast(series, 4, COMPUTE)).isEqualTo(forecaster.forecast(series, 4, COMPUTE));
        assertThat(read.evaluate(Hours.three(), COMPUTE)).isEqualTo(trained.test());
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        try (Compute one = Compute.withThreads(1); Compute three = Compute.withThreads(3)) {
            TrainedGlobal alone = new GlobalTrainer(Hours.calibrating(), Hours.esRnn(2), one)
                    .train(Hours.three(), _ -> {});
            TrainedGlobal together = new GlobalTrainer(Hours.calibrating(), Hours.esRnn(2), three)
                    .train(Hours.three(), _ -> {});
            assertThat(together.test()).isEqualTo(alone.test());
            assertThat(sha(together)).isEqualTo(sha(alone));
        }
    }

    @Test
    void theTestPartChangesNeitherWeightsNorCalibration() {
        TrainedGlobal one = Hours.train(Hours.calibrating(), Hours.esRnn(2), List.of(Hours.series("a", wave(240, 10))));
        double[] other = wave(240, 10);
        Arrays.fill(other, 192, 240, 77);
        TrainedGlobal two = Hours.train(Hours.calibrating(), Hours.esRnn(2), List.of(Hours.series("a", other)));

        assertThat(sha(two)).isEqualTo(sha(one));
        assertThat(two.forecaster().calibration()).isEqualTo(one.forecaster().calibration()).isPresent();
        assertThat(two.history().epochs()).isEqualTo(one.history().epochs());
        assertThat(two.test()).isNotEqualTo(one.test());
    }

    @Test
    void fittingIsTrainingWithoutATestPart() {
        TimeSeries series = Hours.three().getFirst();
        GlobalSettings settings = Hours.settings().withSplit(SplitShares.ofSteps(24, 30, 40));
        TrainedGlobal whole = Hours.train(settings, Hours.esRnn(2), List.of(series));
        FittedGlobal fitted = new GlobalTrainer(settings, Hours.esRnn(2), COMPUTE).fit(List.of(series.slice(0, 200)),
                _ -> {});

        assertThat(fitted.settings().split()).isEqualTo(SplitShares.ofSteps(24, 30, 0));
        assertThat(WeightsHash.sha256(fitted.forecaster().network().parameters())).isEqualTo(sha(whole));
        assertThat(fitted.forecaster().calibration()).isEqualTo(whole.forecaster().calibration()).isPresent();
        assertThat(fitted.forecaster().facts()).isEqualTo(whole.forecaster().facts());
        assertThat(fitted.history()).isEqualTo(whole.history());
        assertThat(fitted.inForce()).isEqualTo(whole.choices()).containsAll(fitted.choices());
    }

    @Test
    void saysWhetherThereIsRoomToFit() {
        GlobalTrainer trainer = new GlobalTrainer(Hours.settings(), Hours.esRnn(1), COMPUTE);
        TimeSeries series = Hours.three().getFirst();

        // no season is seen twice: five steps looked back on, six foretold, and six that validate
        assertThat(trainer.hasRoom(List.of(series.slice(0, 17)))).isTrue();
        assertThat(trainer.hasRoom(List.of(series.slice(0, 16)))).isFalse();
        assertThat(trainer.fit(List.of(series.slice(0, 17)), _ -> {}).forecaster().lookback()).isEqualTo(5);
    }

    @Test
    void whatComesAfterAnOriginDoesNotChangeItsForecast() {
        TimeSeries whole = Hours.three().getFirst();
        List<Forecast> known = forecaster.forecast(whole.slice(0, 200), HORIZON, COMPUTE);

        assertThat(forecaster.forecastFrom(whole, List.of(150, 200), COMPUTE).get(1)).isEqualTo(known);
        assertThat(known.getFirst().timeline().format(0)).isEqualTo(whole.timeline().format(200));
    }

    @Test
    void theEpochWithTheLeastValidationLossIsKept() {
        AtomicInteger heard = new AtomicInteger();
        TrainedGlobal patient = new GlobalTrainer(Hours.settings(),
                new EsRnnFit(TrainingWishes.ofSeed(7).withHidden(5).withEpochs(200).withEarlyStopping(3),
                        Optional.empty(), List.of(0.5), () -> 0),
                COMPUTE).train(Hours.three(), _ -> heard.incrementAndGet());

        assertThat(patient.history().epochs()).hasSizeLessThan(200).hasSize(heard.get());
        assertThat(patient.history().bestEpoch()).isEqualTo(patient.history().epochs().size() - 3)
                .isEqualTo(patient.history().best().orElseThrow().epoch());
        assertThat(patient.history().stopReason()).isEqualTo("val_loss has not improved for 3 epochs");
    }

    @Test
    void calibrationGivesIntervalsAroundThePoint() {
        GlobalForecaster calibrated = Hours.train(Hours.calibrating(), Hours.esRnn(3), Hours.three()).forecaster();
        Forecast forecast = calibrated.forecast(Hours.three().get(2), HORIZON, COMPUTE).getFirst();

        assertThat(forecast.levels()).startsWith(0.025, 0.1).hasSize(11);
        assertThat(forecast.quantiles()).allSatisfy(step -> assertThat(step).isSorted().allMatch(value -> value > 0));
        assertThat(forecast.quantiles().getFirst().getFirst()).isLessThan(forecast.mean().getFirst());
        assertThat(forecast.quantiles().getFirst().getLast()).isGreaterThan(forecast.mean().getFirst());
    }

    @Test
    void aValueOf0MakesLevelAndSeasonAddUp() {
        double[] values = wave(240, 10);
        values[230] = 0;
        TrainedGlobal added = Hours.train(Hours.settings(), Hours.esRnn(2), List.of(Hours.series("", values)));

        assertThat(added.choices()).contains(
                new Choice("scale", "mean-abs", "a value is 0 or less, and has no logarithm"));
        assertThatThrownBy(() -> Hours.train(Hours.settings(), Hours.esRnn(2, SmoothedForm.LOGARITHM),
                List.of(Hours.series("", values))))
                .isInstanceOf(DataException.class)
                .hasMessage("'load' has a value without a logarithm, which the model smooths; expected values above 0;"
                        + " received 0.0 at 2026-01-10T14:00Z; use --scale mean-abs, with which level and season are"
                        + " added and values may be 0 or less");
    }

    @Test
    void aModelOfLogarithmsRefusesANewValueBelow0() {
        double[] values = wave(240, 10);
        values[239] = -1;

        assertThatThrownBy(() -> forecaster.forecast(Hours.series("a", values), 1, COMPUTE))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "'load of a' has a value without a logarithm, which the model smooths; expected values above"
                                + " 0; received -1.0 at 2026-01-10T23:00Z; train again with this value among"
                                + " the data, or with --scale mean-abs: level and season are added then, and not multiplied");
    }

    @Test
    void aSeriesOfZerosIsForetoldAsZeros() {
        TrainedGlobal zeros = Hours.train(Hours.settings(), Hours.esRnn(2),
                List.of(Hours.series("", new double[240])));

        assertThat(zeros.test().isScaled()).isFalse();
        assertThat(zeros.forecaster().forecast(Hours.series("", new double[240]), 3, COMPUTE).getFirst().mean())
                .allSatisfy(value -> assertThat(Math.abs(value)).isLessThan(0.2));
    }

    @Test
    void aSeriesThatWasNotTrainedOnIsFittedToItsOwnSeasons() {
        TimeSeries another = Hours.series("z", wave(120, 40));

        assertThat(forecaster.remark(another))
                .contains("'load of z' was not trained on: it is smoothed with the mean of"
                        + " the trained coefficients, and with seasons found in its own values");
        assertThat(forecaster.remark(Hours.three().getFirst())).isEmpty();
        assertThat(forecaster.forecast(another, 2, COMPUTE).getFirst().mean())
                .allSatisfy(value -> assertThat(value).isBetween(20.0, 60.0));
    }

    @Test
    void aSeriesTooShortToFindItsSeasonIsRefused() {
        assertThatThrownBy(() -> forecaster.forecast(Hours.series("z", wave(47, 40)), 2, COMPUTE))
                .isInstanceOf(DataException.class)
                .hasMessage("'load of z' was not trained on, and has too few steps to find its season of 24 steps;"
                        + " expected 2 seasons of 24 = 48 steps; received 47 steps; bring more rows, or train on this"
                        + " series too");
        assertThatThrownBy(() -> forecaster.forecast(Hours.from(3, "a", wave(40, 10)), 2, COMPUTE))
                .hasMessageContaining("'load of a' begins later than in training, and has too few steps")
                .hasMessageEndingWith("bring its rows from the training's beginning on");
        assertThatThrownBy(() -> forecaster.forecast(Hours.series("a", wave(20, 10)), 2, COMPUTE))
                .hasMessage(
                        "'load of a' has 20 steps from its first value on; expected the 24 steps the model looks back"
                                + " on; received 20 steps; bring more rows");
    }

    @Test
    void seasonsAreCountedFromTheStepAtWhichTrainingBegan() {
        double[] values = wave(240, 10);
        double[] more = new double[245];
        Arrays.fill(more, 0, 5, 99);
        System.arraycopy(values, 0, more, 5, 240);
        List<Double> whole = forecaster.forecast(Hours.series("a", values), 3, COMPUTE).getFirst().mean();
        TimeSeries later = Hours.from(5, "a", Arrays.copyOfRange(values, 5, 240));

        assertThat(forecaster.forecast(Hours.from(-5, "a", more), 3, COMPUTE).getFirst().mean()).isEqualTo(whole);
        assertThat(forecaster.remark(later)).hasValueSatisfying(
                remark -> assertThat(remark).startsWith("'load of a' begins at another step than in training: "));
        assertThat(forecaster.forecast(later, 1, COMPUTE).getFirst().mean().getFirst())
                .isBetween(0.8 * whole.getFirst(), 1.2 * whole.getFirst());
    }

    @Test
    void anotherFrequencyOrHorizonIsRefused() {
        assertThatThrownBy(() -> forecaster.forecast(Hours.at("D", 0, "a", wave(240, 10)), 2, COMPUTE))
                .isInstanceOf(DataException.class)
                .hasMessage("the model was trained on steps of 1 hour; expected a series with steps of 1 hour; received"
                        + " steps of 1 day; bring data of the same frequency, or train a model on this one");
        assertThatThrownBy(() -> forecaster.forecast(Hours.three().getFirst(), 7, COMPUTE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("the model cannot forecast 7 steps; expected 1 to 6 steps, as it was trained; received 7"
                        + " steps; use --horizon 6 or less, or train with --horizon 7");
    }

    @Test
    void whatCannotBeTrainedOnIsSaid() {
        GlobalSettings beside = new GlobalSettings(HORIZON,
                ColumnRoles.targets(List.of("load")).withFuture("holiday"),
                OptionalInt.empty(), SplitShares.standard());
        assertThatThrownBy(() -> Hours.train(beside, Hours.esRnn(1), Hours.three()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("--model esrnn reads nothing beside the target; expected no --past, --future or --static;"
                        + " received holiday; leave them out, or use --model deepar or direct");
        double[] late = new double[240];
        Arrays.fill(late, Double.NaN);
        Arrays.fill(late, 160, 240, 3);
        assertThatThrownBy(() -> Hours.train(Hours.settings(), Hours.esRnn(1),
                List.of(Hours.series("a", wave(240, 10)), Hours.series("late", late))))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "'load of late' has 240 steps, which leaves 8 with values to train on; expected lookback 24 +"
                                + " horizon 6 = 30 steps to train on, beside the validation and test parts; received 8 steps;"
                                + " use --lookback 2 or less");
    }

    private static String sha(TrainedGlobal trained) {
        return WeightsHash.sha256(trained.forecaster().network().parameters());
    }
}
