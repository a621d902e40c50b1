package org.lstm4j.forecast.prepare;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.tensor.Shape;

/// What a sample made of a window looks like.
///
/// @param schema the channels
/// @param window how far it looks back and ahead
/// @param scaling what is done to the targets of each window
/// @param layout where known values stand
/// @param use whether targets come together or one by one
/// @param leastHistory steps that a series must have before a window's origin, from 1 to the lookback; what is missing to the lookback
///        is padded with zeros at the left, of which the masks say that nothing was observed
public record WindowForm(FeatureSchema schema, WindowSpec window, WindowScaling scaling, WindowLayout layout,
        TargetUse use, int leastHistory) {

    public WindowForm {
        if (leastHistory < 1 || leastHistory > window.lookback()) {
            throw new IllegalArgumentException("the least history must be from 1 to the lookback of "
                    + window.lookback() + " steps, but was " + leastHistory);
        }
        if (leastHistory < window.lookback() && !schema.masks()) {
            throw new IllegalArgumentException(
                    "windows of less than the lookback are padded, so the channels need masks");
        }
    }

    /// Targets together, known values shifted, no padding.
    public WindowForm(FeatureSchema schema, WindowSpec window, WindowScaling scaling) {
        this(schema, window, scaling, WindowLayout.SHIFTED, TargetUse.TOGETHER, window.lookback());
    }

    public WindowForm withScaling(WindowScaling other) {
        return new WindowForm(schema, window, other, layout, use, leastHistory);
    }

    /// Samples that a window of all targets gives.
    public int samples() {
        return use == TargetUse.TOGETHER ? 1 : schema.targets().size();
    }

    /// Targets of a sample.
    public int targets() {
        return use == TargetUse.TOGETHER ? schema.targets().size() : 1;
    }

    /// Channels known up to now, which stand first: targets, past columns, lags that are shorter than the horizon, and their masks.
    public int observedChannels() {
        int columns = targets() * (1 + schema.observedLags(window.horizon())) + schema.past().size();
        return schema.masks() ? 2 * columns : columns;
    }

    /// Channels known ahead, which stand next: future and static columns, calendar, and the other lags with their masks.
    public int knownChannels() {
        int lags = schema.lags().size() - schema.observedLags(window.horizon());
        return schema.future().size() + schema.statics().size() + schema.calendar().size() + 2 * lags * targets();
    }

    /// Channels of a sample; those of categories stand last.
    public int channels() {
        return observedChannels() + knownChannels() + schema.categories().size();
    }

    /// Steps before an origin that a sample can tell of: the lookback, or more where there are lags.
    public int reach() {
        return window.lookback() + (schema.lags().isEmpty() ? 0 : schema.lags().getLast());
    }

    /// `[rows, channels]`
    public Shape inputShape() {
        return Shape.sequence(layout.rows(window), channels());
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("lookback", window.lookback())
                .put("horizon", window.horizon())
                .put("columns", schema.toJson())
                .put("window_scaling", scaling.label())
                .put("layout", layout.label())
                .put("targets", use.label())
                .put("least_history", leastHistory)
                .build();
    }

    /// The form that [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when it is none
    public static WindowForm fromJson(JsonObject json) {
        return new WindowForm(
                FeatureSchema.fromJson(json.require("columns").asObject()),
                new WindowSpec(json.require("lookback").asInt(), json.require("horizon").asInt()),
                WindowScaling.of(json.require("window_scaling").asText()),
                WindowLayout.of(json.require("layout").asText()),
                TargetUse.of(json.require("targets").asText()),
                json.require("least_history").asInt());
    }
}
