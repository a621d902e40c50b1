package org.lstm4j.tune.forecaster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How many windows each fold trains on at most, rung by rung: a ninth, a third, all of what the last rung has. Rungs of less than 200
/// windows are left out, as they say little about the next; so small data has one rung.
///
/// The last rung has no more than 1,800 windows, unless told otherwise, spread evenly over all that there are. Neighbouring windows share most
/// of their steps, so they stand for more than that; and what is compared is settings, not what they come to in the end.
///
/// @param windows of each rung, rising, at least one
public record TrainingRungs(List<Integer> windows) {

    /// Windows of the last rung, unless another number is given.
    public static final int STANDARD_MOST = 1800;

    private static final int FACTOR = 3;
    private static final int MOST_RUNGS = 3;
    private static final int LEAST_WINDOWS = 200;

    public TrainingRungs {
        windows = List.copyOf(windows);
        if (windows.isEmpty() || windows.getFirst() < 1) {
            throw new IllegalArgumentException("there must be at least one rung, of at least one window: " + windows);
        }
        for (int rung = 1; rung < windows.size(); rung++) {
            if (windows.get(rung) <= windows.get(rung - 1)) {
                throw new IllegalArgumentException("each rung must have more windows than the one before: " + windows);
            }
        }
    }

    /// @param available windows to train on in the fold that has fewest
    /// @param most windows of the last rung, at least 1
    public static TrainingRungs of(int available, int most) {
        List<Integer> falling = new ArrayList<>();
        int windows = Math.min(available, most);
        falling.add(windows);
        while (falling.size() < MOST_RUNGS && windows / FACTOR >= LEAST_WINDOWS) {
            windows /= FACTOR;
            falling.add(windows);
        }
        Collections.reverse(falling);
        return new TrainingRungs(falling);
    }
}
