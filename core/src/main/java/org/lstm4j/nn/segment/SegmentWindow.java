package org.lstm4j.nn.segment;

import java.util.List;
import org.lstm4j.tensor.Shape;

/// What a [SegmentLstm] sees of a series: how far back and ahead, in segments of how many steps, and what the channels of a step are.
///
/// A sample is `[lookback + horizon, channels]`, the past first. Its channels stand in this order:
///
/// | channels | what | read at |
/// |---|---|---|
/// | `observed` | targets, past covariates, masks | the lookback; never at the horizon, whatever stands there |
/// | `known` | future covariates, calendar | all steps |
/// | `categories` | one id of a category each, a whole number from 0, the same at all steps | step 0 |
///
/// The past is read backwards from its end: of a lookback that the segment does not divide, the first steps are left out. Of the future
/// the last segment may reach beyond the horizon, where known channels count as 0.
///
/// @param lookback steps of the past, at least the segment
/// @param horizon steps of the future, at least 1
/// @param segment steps of a segment, at least 1
/// @param observed channels known of the past only, at least 1
/// @param known channels known of past and future, 0 or more
/// @param categories how many ids each channel of categories has, each at least 1; empty for none
public record SegmentWindow(int lookback, int horizon, int segment, int observed, int known,
        List<Integer> categories) {

    private static final int MOST_IDS = 1 << 24; // float32 tells whole numbers apart up to here
    private static final int MOST_FLOATS = Integer.MAX_VALUE - 8;

    public SegmentWindow {
        categories = List.copyOf(categories);
        requireAtLeast("horizon", horizon, 1);
        requireAtLeast("segment", segment, 1);
        requireAtLeast("observed channels", observed, 1);
        requireAtLeast("known channels", known, 0);
        if (lookback < segment) {
            throw new IllegalArgumentException("a lookback of " + lookback + " steps has no whole segment of " + segment
                    + " steps; the lookback must be at least the segment: give a lookback of " + segment
                    + " or more, or a segment of " + Math.max(1, lookback) + " or less");
        }
        for (int cardinality : categories) {
            if (cardinality < 1 || cardinality > MOST_IDS) {
                throw new IllegalArgumentException("a channel of categories must have from 1 to " + MOST_IDS
                        + " ids, but got " + cardinality + " in " + categories);
            }
        }
        requireFits(lookback, horizon, (long) observed + known + categories.size());
    }

    /// One observed channel and no other.
    public SegmentWindow(int lookback, int horizon, int segment) {
        this(lookback, horizon, segment, 1, 0, List.of());
    }

    public SegmentWindow withObserved(int channels) {
        return new SegmentWindow(lookback, horizon, segment, channels, known, categories);
    }

    public SegmentWindow withKnown(int channels) {
        return new SegmentWindow(lookback, horizon, segment, observed, channels, categories);
    }

    /// @param cardinalities how many ids each channel has
    public SegmentWindow withCategories(List<Integer> cardinalities) {
        return new SegmentWindow(lookback, horizon, segment, observed, known, cardinalities);
    }

    /// Steps of a sample.
    public int steps() {
        return lookback + horizon;
    }

    /// Channels of a step.
    public int channels() {
        return observed + known + categories.size();
    }

    /// The shape of a sample.
    public Shape sample() {
        return Shape.sequence(steps(), channels());
    }

    /// Whole segments of the past.
    public int pastSegments() {
        return lookback / segment;
    }

    /// Segments that cover the future; the last may reach beyond it.
    public int futureSegments() {
        return (horizon - 1) / segment + 1;
    }

    /// Steps at the beginning of the past that fill no segment.
    public int skipped() {
        return lookback % segment;
    }

    /// Numbers of a segment of the past: its steps' observed and known channels.
    public int pastSegmentSize() {
        return segment * (observed + known);
    }

    /// Numbers of a segment of the future: its steps' known channels.
    public int futureSegmentSize() {
        return segment * known;
    }

    private static void requireAtLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " must be at least " + least + ", but was " + value);
        }
    }

    /// So that no product of sizes overflows: a segment is no longer than a lookback.
    private static void requireFits(int lookback, int horizon, long channels) {
        double floats = ((double) lookback + horizon) * channels;
        if (floats > MOST_FLOATS) {
            throw new IllegalArgumentException("a sample of " + lookback + " + " + horizon + " steps of " + channels
                    + " channels has more numbers than an array can hold");
        }
    }
}
