package org.lstm4j.forecast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.WindowSamples;

/// The windows of each part, scaled by what the training part says.
///
/// @param development windows of the training and the validation part, and those that lie across: what a [refit][Finish#REFIT] learns from
/// @param calibration for intervals; empty when none is asked for
/// @param facts what was learnt of each series before training, by its name
/// @param ranges the known values of each target in the training parts
/// @param notes what a reader must know of figures from these parts
record WindowParts(
        WindowSamples train,
        WindowSamples validation,
        WindowSamples development,
        WindowSamples calibration,
        WindowSamples test,
        Map<String, SeriesFacts> facts,
        List<TargetRange> ranges,
        List<String> notes) {

    WindowParts {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        ranges = List.copyOf(ranges);
        notes = List.copyOf(notes);
    }

    /// The same windows of series prepared otherwise.
    WindowParts withEach(UnaryOperator<PreparedSeries> otherwise) {
        return new WindowParts(train.withEach(otherwise), validation.withEach(otherwise),
                development.withEach(otherwise), calibration.withEach(otherwise), test.withEach(otherwise), facts,
                ranges, notes);
    }

    /// @param judging whether test windows are needed
    /// @param validating whether validation windows are
    /// @param calibrating whether calibration windows are
    void requireNonEmpty(boolean judging, boolean validating, boolean calibrating) {
        require("training part", train);
        if (judging) {
            require("test part", test);
        }
        if (calibrating) {
            require("calibration part", calibration);
        }
        if (validating) {
            require("validation part", validation);
        }
    }

    /// @throws DataException when there is no window
    static void require(String part, WindowSamples windows) {
        if (windows.count() == 0) {
            throw new DataException(Problem.of(
                    "the " + part + " has no window whose targets were all observed",
                    "bring more rows, fill gaps with --fill, or give that part a larger share"));
        }
    }
}
