package org.lstm4j.forecast.update;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.random.RandomStreams;

/// The windows of an update.
///
/// A window is new when all its targets are, and old when none is; those in between are left out.
///
/// @param fresh new ones, trained on
/// @param replayed old ones, trained on beside them
/// @param heldOut new ones that only decide
record UpdateWindows(WindowSamples fresh, WindowSamples replayed, WindowSamples heldOut) {

    private static final String REPLAY = "replay";

    /// @param forecaster that knows how all the series are scaled
    /// @throws DataException when no window of new rows has an observed target
    static UpdateWindows of(List<NewRows> all, Forecaster forecaster, UpdateSettings settings) {
        WindowSamples.Builder before = WindowSamples.of(forecaster.form());
        WindowSamples.Builder held = WindowSamples.of(forecaster.form());
        for (NewRows rows : all) {
            // cut before anything is prepared, so that what is held out cannot reach what is trained on
            before.add(forecaster.prepare(rows.series().slice(0, rows.heldFrom())), 0, rows.heldFrom());
            held.add(forecaster.prepare(rows.series()), rows.heldFrom(), rows.end());
        }
        WindowSamples windows = before.build();
        Map<String, NewRows> bySeries = new LinkedHashMap<>();
        all.forEach(rows -> bySeries.put(rows.series().name(), rows));
        int horizon = forecaster.window().horizon();
        WindowSamples fresh = only(windows, bySeries, (origin, rows) -> origin >= rows.firstOrigin());
        WindowSamples old = only(windows, bySeries, (origin, rows) -> origin + horizon <= rows.newFrom());
        UpdateWindows made = new UpdateWindows(fresh, drawn(old, fresh, settings), held.build());
        require("to be trained on", made.fresh());
        require("held out", made.heldOut());
        return made;
    }

    /// What is trained on, the new windows first.
    WindowSamples training() {
        return fresh.and(replayed);
    }

    /// Whether a window belongs to some kind.
    private interface Kind {
        boolean has(int origin, NewRows rows);
    }

    private static WindowSamples only(WindowSamples windows, Map<String, NewRows> bySeries, Kind kind) {
        return windows.only(IntStream.range(0, windows.count())
                .filter(sample -> kind.has(windows.origin(sample),
                        Objects.requireNonNull(bySeries.get(windows.series(sample).series().name()))))
                .toArray());
    }

    /// As many old windows as make up the share, or all there are; which ones, the seed decides.
    private static WindowSamples drawn(WindowSamples old, WindowSamples fresh, UpdateSettings settings) {
        long wanted = StrictMath.round(fresh.windowCount() * settings.replay() / (1 - settings.replay()));
        int count = (int) Math.min(old.windowCount(), wanted);
        return old.deal(new RandomStreams(settings.seed()).stream(REPLAY), count).getFirst();
    }

    private static void require(String part, WindowSamples windows) {
        if (windows.count() == 0) {
            throw new DataException(Problem.of(
                    "the new rows " + part + " have no window with an observed target",
                    "bring more rows, or fill gaps with --fill"));
        }
    }
}
