package org.lstm4j.forecast.explain;

import java.util.OptionalInt;
import org.lstm4j.explain.PathSettings;

/// What of a forecaster is explained, and how thoroughly.
///
/// @param windows how many at most, evenly spread over those there are; at least 1
/// @param step which step of the horizon, from 1; empty for the mean over all of them
/// @param span steps that are hidden together; empty for a twelfth of the lookback
/// @param path of the integrated gradients, in the network's own scale, where values swing by about 1
public record ExplanationSettings(int windows, OptionalInt step, OptionalInt span, PathSettings path) {

    private static final int SPANS = 12;

    public ExplanationSettings {
        requireAtLeastOne("windows", windows);
        step.ifPresent(number -> requireAtLeastOne("the step that is explained", number));
        span.ifPresent(steps -> requireAtLeastOne("a span", steps));
    }

    /// 64 windows, the mean over the horizon.
    public static ExplanationSettings standard() {
        return new ExplanationSettings(64, OptionalInt.empty(), OptionalInt.empty(),
                PathSettings.standard().withSmallGap(1e-4));
    }

    public ExplanationSettings withWindows(int count) {
        return new ExplanationSettings(count, step, span, path);
    }

    public ExplanationSettings withStep(OptionalInt ofHorizon) {
        return new ExplanationSettings(windows, ofHorizon, span, path);
    }

    public ExplanationSettings withSpan(OptionalInt steps) {
        return new ExplanationSettings(windows, step, steps, path);
    }

    public ExplanationSettings withPath(PathSettings other) {
        return new ExplanationSettings(windows, step, span, other);
    }

    /// Steps that are hidden together.
    int spanOf(int lookback) {
        return Math.min(lookback, span.orElse(Math.ceilDiv(lookback, SPANS)));
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but was " + value);
        }
    }
}
