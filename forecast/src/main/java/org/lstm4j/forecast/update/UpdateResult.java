package org.lstm4j.forecast.update;

import java.util.List;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.train.History;

/// What came of an update.
///
/// @param kept which forecaster stays in force
/// @param forecaster that one; the very one that was given where the old one is kept
/// @param oldFigures of the forecaster before, on the rows held out
/// @param newFigures of the one after, on the same windows
/// @param history epoch by epoch
/// @param rows which rows were new
/// @param newWindows how many new windows were trained on
/// @param replayedWindows how many old ones beside them
/// @param calibration what became of the calibration of intervals
/// @param notes what a reader must know
public record UpdateResult(
        Kept kept,
        Forecaster forecaster,
        Evaluation oldFigures,
        Evaluation newFigures,
        History history,
        UpdatedRows rows,
        int newWindows,
        int replayedWindows,
        CalibrationAfter calibration,
        List<String> notes) {

    public UpdateResult {
        notes = List.copyOf(notes);
    }

    /// Whether methods were compared by their MASE, and not by their MAE, which is so where MASE is undefined.
    public boolean isScaled() {
        return oldFigures.isScaled();
    }

    /// The error that decided, of the forecaster before.
    public double oldError() {
        return error(oldFigures);
    }

    /// The error that decided, of the one after.
    public double newError() {
        return error(newFigures);
    }

    static double error(Evaluation figures) {
        return figures.isScaled() ? figures.model().mase() : figures.model().mae();
    }
}
