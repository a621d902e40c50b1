package org.lstm4j.forecast.update;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.FineTuning;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.conformal.ConformalSettings;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.train.Callback;
import org.lstm4j.train.FitOptions;

/// Goes on training a forecaster on rows that came after those it knows, and keeps the result only where it is at least as good on the
/// last of the new rows, which are held out.
///
/// New windows are mixed with old ones, so that what was learnt of the past is not overwritten (rehearsal: Robins, Catastrophic
/// Forgetting, Rehearsal and Pseudorehearsal, 1995). Scalers and the skip path beside the network stay.
///
/// {@snippet :
/// UpdateResult result = new ForecasterUpdate(UpdateSettings.standard(), Compute.shared())
///         .update(forecaster, List.of(series));
/// Forecaster inForce = result.forecaster();
/// }
public final class ForecasterUpdate {

    /// With fewer, a calibration by windows held out would be worse than the one there is.
    private static final int LEAST_CALIBRATION_WINDOWS = new ConformalSettings().smallestSample();

    private final UpdateSettings settings;
    private final Compute compute;

    public ForecasterUpdate(UpdateSettings settings, Compute compute) {
        this.settings = settings;
        this.compute = compute;
    }

    /// Trains a copy, judges both and keeps one.
    ///
    /// @param series with old and new rows, or new ones and enough before them to look back on; where the forecaster knows several
    ///        series, some may be missing, and others may be there that it does not know
    /// @param callbacks hear how training goes, and may steer it
    /// @throws DataException when no series has enough new rows, or one lacks a column or has another frequency
    /// @throws TrainingException when the loss becomes NaN or infinite
    public UpdateResult update(Forecaster forecaster, List<TimeSeries> series, Callback... callbacks) {
        series.forEach(forecaster::prepare); // says what is wrong with columns and frequency
        List<String> notes = new ArrayList<>();
        List<NewRows> rows = new UpdateRoom(forecaster, settings.heldOut()).require(series, notes);
        Forecaster before = knowing(forecaster, rows);
        UpdateWindows windows = UpdateWindows.of(rows, before, settings);
        if (windows.replayed().count() == 0 && settings.replay() > 0) {
            notes.add("there are no old windows to replay: bring the old rows too, or the model may forget");
        }
        FineTuning.Tuned tuned = new FineTuning(before, compute)
                .fit(windows.training(), settings.optimizer(), options(), callbacks);
        Evaluation oldFigures = before.evaluate(windows.heldOut(), compute);
        Evaluation newFigures = tuned.forecaster().evaluate(windows.heldOut(), compute);
        boolean better = UpdateResult.error(newFigures) <= UpdateResult.error(oldFigures);
        CalibrationAfter calibration = calibration(forecaster, better, windows.heldOut());
        if (better && calibration == CalibrationAfter.KEPT) {
            notes.add("the intervals are calibrated as before: " + windows.heldOut().windowCount()
                    + " windows held out are too few to calibrate them anew, which takes "
                    + LEAST_CALIBRATION_WINDOWS);
        }
        return new UpdateResult(
                better ? Kept.NEW : Kept.OLD,
                better ? calibrated(tuned.forecaster(), calibration, windows.heldOut()) : forecaster,
                oldFigures, newFigures, tuned.history(), UpdatedRows.of(rows), windows.fresh().windowCount(),
                windows.replayed().windowCount(), calibration, notes);
    }

    /// The forecaster before, which knows how every series is scaled and will have been told of all rows.
    static Forecaster knowing(Forecaster forecaster, List<NewRows> all) {
        Forecaster knowing = forecaster;
        for (NewRows rows : all) {
            knowing = knowing.knowing(rows.series().slice(0, rows.heldFrom()), rows.instant(rows.end()));
        }
        return knowing;
    }

    private FitOptions options() {
        return FitOptions.epochs(settings.epochs())
                .withBatchSize(settings.batchSize())
                .withClipNorm(settings.clipNorm())
                .withSeed(settings.seed());
    }

    private static CalibrationAfter calibration(Forecaster forecaster, boolean better, WindowSamples heldOut) {
        if (forecaster.calibration().isEmpty()) {
            return CalibrationAfter.NONE;
        }
        return better && heldOut.windowCount() >= LEAST_CALIBRATION_WINDOWS
                ? CalibrationAfter.RENEWED
                : CalibrationAfter.KEPT;
    }

    private Forecaster calibrated(Forecaster updated, CalibrationAfter calibration, WindowSamples heldOut) {
        return calibration == CalibrationAfter.RENEWED ? updated.recalibrated(heldOut, compute) : updated;
    }
}
