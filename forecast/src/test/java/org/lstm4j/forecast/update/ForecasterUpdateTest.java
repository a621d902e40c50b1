package org.lstm4j.forecast.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lstm4j.forecast.update.Loads.HORIZON;
import static org.lstm4j.forecast.update.Loads.KNOWN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.FineTuning;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.ForecasterFile;
import org.lstm4j.forecast.HourlyLoad;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.model.ModelFile;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Sgd;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;

class ForecasterUpdateTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final UpdateSettings SETTINGS = UpdateSettings.standard().withOptimizer(new Adam(0.002));
    private static final int ALL = 400;
    /// Of 100 new steps, a fifth.
    private static final int HELD = 20;

    private static Forecaster forecaster;

    @BeforeAll
    static void train() {
        forecaster = Loads.forecaster();
    }

    @Test
    void keepsTheUpdatedForecasterWhereItIsBetter() {
        UpdateResult result = update(forecaster, Loads.hours(ALL));

        assertThat(result.kept()).isEqualTo(Kept.NEW);
        assertThat(result.newError()).isLessThan(result.oldError());
        assertThat(result.rows()).isEqualTo(
                new UpdatedRows(1, 100, HELD, "2026-01-13T12:00Z", "2026-01-17T15:00Z"));
        assertThat(result.newWindows()).isEqualTo(100 - HELD - HORIZON + 1).isEqualTo(result.replayedWindows());
        assertThat(result.history().epochs()).hasSize(SETTINGS.epochs());
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void equalsFineTuningByHandOnTheSameWindows(@TempDir Path folder) {
        Path file = folder.resolve("m.lstm4j");
        ForecasterFile.of(forecaster).write(file);
        Sequential network = ModelFile.read(file).network();
        PreparedSeries series = forecaster.prepare(Loads.hours(ALL));
        WindowSamples old = WindowSamples.of(forecaster.form()).add(series, 0, KNOWN).build();
        WindowSamples fresh = WindowSamples.of(forecaster.form()).add(series, KNOWN, ALL - HELD).build();
        WindowSamples drawn = old.deal(new RandomStreams(42).stream("replay"), fresh.count()).getFirst();
        WindowSamples both = WindowSamples.of(forecaster.form()).add(series, 0, ALL - HELD).build().only(
                IntStream.concat(
                        IntStream.range(0, fresh.count()).map(fresh::origin),
                        IntStream.range(0, drawn.count()).map(drawn::origin))
                        .map(origin -> origin - Loads.LOOKBACK)
                        .toArray());

        Model.compile(network, new Adam(0.002), new MeanSquaredError(), COMPUTE)
                .fit(both, FitOptions.epochs(5).withBatchSize(32).withClipNorm(1).withSeed(42));

        assertThat(hash(update(forecaster, Loads.hours(ALL)).forecaster()))
                .isEqualTo(WeightsHash.sha256(network.parameters()));
    }

    @Test
    void theOldForecasterStaysWhereTheNewOneIsWorse() {
        String before = hash(forecaster);
        UpdateResult result = update(forecaster, newWaveThenTheOldOne());

        assertThat(result.kept()).isEqualTo(Kept.OLD);
        assertThat(result.forecaster()).isSameAs(forecaster);
        assertThat(hash(forecaster)).isEqualTo(before);
        assertThat(result.newError()).isGreaterThan(result.oldError());
    }

    /// Not worse is good enough: it has seen more.
    @Test
    void keepsTheUpdatedForecasterWhereBothAreEquallyGood() {
        UpdateResult result = new ForecasterUpdate(SETTINGS.withOptimizer(new Sgd(1e-30)), COMPUTE)
                .update(forecaster, List.of(Loads.hours(ALL)));

        assertThat(result.newError()).isEqualTo(result.oldError());
        assertThat(result.kept()).isEqualTo(Kept.NEW);
        assertThat(hash(result.forecaster())).isEqualTo(hash(forecaster));
    }

    @Test
    void nothingHeldOutTrainsAnything() {
        Forecaster first = update(forecaster, Loads.hours(ALL)).forecaster();
        TimeSeries other = HourlyLoad.changedFrom(ALL - HELD, 55, Loads.hours(ALL));
        UpdateWindows windows = windows(other);
        Forecaster second = new FineTuning(forecaster, COMPUTE).fit(windows.training(), SETTINGS.optimizer(),
                FitOptions.epochs(5).withClipNorm(1)).forecaster();

        assertThat(hash(second)).isEqualTo(hash(first));
        assertThat(inputs(windows.training())).isEqualTo(inputs(windows(Loads.hours(ALL)).training()));
        assertThat(inputs(windows.heldOut())).isNotEqualTo(inputs(windows(Loads.hours(ALL)).heldOut()));
    }

    /// Also not by the scale of a series that the forecaster did not know.
    @Test
    void nothingHeldOutScalesASeriesThatIsNew() {
        Forecaster ofTwo = ofTwo();
        List<TimeSeries> series = List.of(Loads.named("east", ALL, 7));
        List<TimeSeries> changed = List.of(
                HourlyLoad.changedFrom(ALL - 78, 5000, Loads.named("east", ALL, 7)));

        assertThat(inputs(windowsOf(ofTwo, changed).training())).isEqualTo(inputs(windowsOf(ofTwo, series).training()));
    }

    @Test
    void replaysTheSameWindowsAtAnyNumberOfThreads() {
        String alone = hashWithThreads(1);
        assertThat(hashWithThreads(3)).isEqualTo(alone);
    }

    @Test
    void theSeedDrawsTheReplayedWindows() {
        int[] drawn = origins(windows(Loads.hours(ALL)).replayed());
        int[] others = origins(UpdateWindows.of(rows(forecaster, List.of(Loads.hours(ALL))), forecaster,
                SETTINGS.withSeed(7)).replayed());

        assertThat(drawn).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(drawn)).allMatch(origin -> origin + HORIZON <= KNOWN);
        assertThat(others).hasSameSizeAs(drawn).isNotEqualTo(drawn);
    }

    @Test
    void replaysTheShareThatIsAskedFor() {
        int fresh = 100 - HELD - HORIZON + 1;
        assertThat(replayed(0)).isZero();
        assertThat(replayed(0.25)).isEqualTo(Math.round(fresh / 3.0));
        assertThat(replayed(0.5)).isEqualTo(fresh);
        assertThat(replayed(0.99)).as("all there are").isEqualTo(KNOWN - Loads.LOOKBACK - HORIZON + 1);
    }

    @Test
    void newRowsAloneDoWhenThereIsEnoughToLookBackOn() {
        TimeSeries latest = Loads.hours(ALL).slice(KNOWN - Loads.LOOKBACK, ALL);
        UpdateResult alone = new ForecasterUpdate(SETTINGS.withReplay(0), COMPUTE)
                .update(forecaster, List.of(latest));
        UpdateResult whole = new ForecasterUpdate(SETTINGS.withReplay(0), COMPUTE)
                .update(forecaster, List.of(Loads.hours(ALL)));

        assertThat(hash(alone.forecaster())).isEqualTo(hash(whole.forecaster()));
        assertThat(alone.newError()).isEqualTo(whole.newError());
        assertThat(update(forecaster, latest).notes()).containsExactly(
                "there are no old windows to replay: bring the old rows too, or the model may forget");
    }

    @Test
    void newRowsWithNothingBeforeThemAreLookedBackOnFirst() {
        UpdateResult result = update(forecaster, Loads.hours(ALL).slice(KNOWN, ALL));

        assertThat(result.notes()).first().isEqualTo(
                "the first 8 steps of the new rows of the series are only looked back on, since too little lies before"
                        + " them");
        assertThat(result.newWindows()).isEqualTo(92 - 18 - HORIZON + 1);
    }

    @Test
    void whatWasUpdatedIsKnownNextTime() {
        Forecaster once = update(forecaster, Loads.hours(ALL)).forecaster();
        UpdateResult twice = update(once, Loads.hours(460));

        assertThat(once.trainedUntil("").orElseThrow()).isEqualTo(Loads.hours(ALL + 1).timeline().instantMillis(ALL));
        assertThat(twice.rows().steps()).isEqualTo(60);
        assertThat(once.windowsToJudge(List.of(Loads.hours(460))).count()).isEqualTo(60 - HORIZON + 1);
    }

    @Test
    void scalersStay() {
        Forecaster updated = update(forecaster, Loads.hours(ALL)).forecaster();
        assertThat(inputs(samples(updated))).isEqualTo(inputs(samples(forecaster)));
    }

    @Test
    void intervalsAreCalibratedAnewWhereEnoughIsHeldOut() {
        Forecaster calibrated = Loads.calibrated();
        UpdateResult few = update(calibrated, Loads.hours(ALL));
        UpdateResult many = update(calibrated, Loads.hours(700));

        assertThat(few.calibration()).isEqualTo(CalibrationAfter.KEPT);
        assertThat(few.forecaster().calibration()).isEqualTo(calibrated.calibration());
        assertThat(few.notes()).containsExactly("the intervals are calibrated as before: 17 windows held out are too"
                + " few to calibrate them anew, which takes 40");
        assertThat(many.calibration()).isEqualTo(CalibrationAfter.RENEWED);
        assertThat(many.forecaster().calibration()).isPresent().isNotEqualTo(calibrated.calibration());
        assertThat(many.forecaster().givesQuantiles()).isTrue();
        assertThat(update(forecaster, Loads.hours(ALL)).calibration()).isEqualTo(CalibrationAfter.NONE);
    }

    @Test
    void updatesTheSeriesThatHaveNewRowsAndLearnsOthers() {
        Forecaster ofTwo = ofTwo();
        UpdateResult result = update(ofTwo, Loads.named("north", ALL, 1), Loads.named("south", KNOWN + 5, 3),
                Loads.named("east", ALL, 7));

        assertThat(result.rows().series()).isEqualTo(2);
        assertThat(result.notes()).containsExactly("left out for want of new rows: series 'south'");
        Forecaster knowing = new ForecasterUpdate(SETTINGS.withOptimizer(new Sgd(1e-30)), COMPUTE)
                .update(ofTwo, List.of(Loads.named("east", ALL, 7))).forecaster();
        assertThat(knowing.knownSeries()).containsExactly("north", "south", "east");
        assertThat(knowing.trainedUntil("south")).isEqualTo(ofTwo.trainedUntil("south"));
    }

    @Test
    void anUpdateThatDivergesIsSaid() {
        assertThatThrownBy(() -> new ForecasterUpdate(SETTINGS.withOptimizer(new Sgd(1e30)), COMPUTE)
                .update(forecaster, List.of(Loads.hours(ALL)))).isInstanceOf(TrainingException.class);
    }

    private static UpdateResult update(Forecaster before, TimeSeries... series) {
        return new ForecasterUpdate(SETTINGS, COMPUTE).update(before, List.of(series));
    }

    /// What is learnt of the new wave does not help where the old one comes back.
    private static TimeSeries newWaveThenTheOldOne() {
        double[] load = Loads.hours(ALL).column("load");
        for (int hour = ALL - HELD - Loads.LOOKBACK; hour < ALL; hour++) {
            load[hour] = 50 + 10 * StrictMath.sin(hour * Math.PI / 12) + 2 * StrictMath.sin(hour * 0.37);
        }
        for (int hour = KNOWN; hour < ALL - HELD - Loads.LOOKBACK; hour++) {
            load[hour] = hour % 2 * 70;
        }
        return HourlyLoad.of("", load);
    }

    private static Forecaster ofTwo() {
        return new ForecastTrainer(Loads.settings(), COMPUTE)
                .fit(List.of(Loads.named("north", KNOWN, 1), Loads.named("south", KNOWN, 3))).forecaster();
    }

    private static int replayed(double share) {
        return UpdateWindows.of(rows(forecaster, List.of(Loads.hours(ALL))), forecaster, SETTINGS.withReplay(share))
                .replayed().count();
    }

    private static List<NewRows> rows(Forecaster of, List<TimeSeries> series) {
        return new UpdateRoom(of, SETTINGS.heldOut()).require(series, new ArrayList<>());
    }

    private static UpdateWindows windows(TimeSeries series) {
        return windowsOf(forecaster, List.of(series));
    }

    private static UpdateWindows windowsOf(Forecaster of, List<TimeSeries> series) {
        List<NewRows> rows = rows(of, series);
        return UpdateWindows.of(rows, ForecasterUpdate.knowing(of, rows), SETTINGS);
    }

    private static WindowSamples samples(Forecaster of) {
        return WindowSamples.of(of.form()).add(of.prepare(Loads.hours(ALL)), 0, ALL).build();
    }

    private static String hashWithThreads(int threads) {
        try (Compute compute = Compute.withThreads(threads)) {
            return hash(new ForecasterUpdate(SETTINGS, compute).update(forecaster, List.of(Loads.hours(ALL)))
                    .forecaster());
        }
    }

    private static int[] origins(WindowSamples windows) {
        return IntStream.range(0, windows.count()).map(windows::origin).toArray();
    }

    /// A digest of all samples, inputs and targets.
    private static long inputs(WindowSamples windows) {
        float[] inputs = new float[windows.inputShape().elements()];
        float[] targets = new float[windows.targetShape().elements()];
        long digest = windows.count();
        for (int sample = 0; sample < windows.count(); sample++) {
            windows.copy(sample, inputs, 0, targets, 0);
            digest = 31 * (31 * digest + Arrays.hashCode(inputs)) + Arrays.hashCode(targets);
        }
        return digest;
    }

    private static String hash(Forecaster of) {
        List<Parameter> parameters = of.network().parameters();
        return WeightsHash.sha256(parameters);
    }
}
