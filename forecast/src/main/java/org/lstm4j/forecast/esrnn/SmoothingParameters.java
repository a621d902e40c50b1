package org.lstm4j.forecast.esrnn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// What was learnt of one series. Immutable.
///
/// @param scale what values are divided by, above 0; see [SmoothedForm]
/// @param numbers as a [SmoothingLayout] says, all finite
@SuppressWarnings("ArrayRecordComponent") // copied, and compared by content
record SmoothingParameters(double scale, float[] numbers) {

    SmoothingParameters {
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the scale of a series must be above 0 and finite, but is " + scale);
        }
        numbers = numbers.clone();
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw new IllegalArgumentException("coefficients and indices of a series must be finite, but one is "
                        + number);
            }
        }
    }

    static SmoothingParameters rounded(double scale, double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int index = 0; index < numbers.length; index++) {
            rounded[index] = (float) numbers[index];
        }
        return new SmoothingParameters(scale, rounded);
    }

    /// For a [SmoothingRun].
    double[] exactNumbers() {
        double[] exact = new double[numbers.length];
        for (int index = 0; index < exact.length; index++) {
            exact[index] = numbers[index];
        }
        return exact;
    }

    float number(int index) {
        return numbers[index];
    }

    /// A copy.
    @Override
    public float[] numbers() {
        return numbers.clone();
    }

    JsonObject toJson(SmoothingLayout layout) {
        List<JsonValue> indices = new ArrayList<>();
        for (int season = 0; season < layout.count(); season++) {
            indices.add(part(layout.firstIndex(season), layout.firstIndex(season + 1)));
        }
        return JsonValue.object()
                .put("scale", scale)
                .put("logits", part(0, layout.firstIndex(0)))
                .put("indices", new JsonArray(indices))
                .build();
    }

    private JsonArray part(int from, int to) {
        List<JsonValue> items = new ArrayList<>();
        for (int index = from; index < to; index++) {
            items.add(JsonValue.of(numbers[index]));
        }
        return new JsonArray(items);
    }

    /// @throws IllegalArgumentException when there are not as many numbers as the layout has
    static SmoothingParameters fromJson(JsonObject json, SmoothingLayout layout) {
        List<JsonValue> all = new ArrayList<>(json.require("logits").asList());
        require("coefficients", layout.firstIndex(0), all.size());
        List<JsonValue> seasons = json.require("indices").asList();
        require("seasons", layout.count(), seasons.size());
        for (int season = 0; season < layout.count(); season++) {
            List<JsonValue> indices = seasons.get(season).asList();
            require("indices of season " + layout.season(season), layout.season(season), indices.size());
            all.addAll(indices);
        }
        float[] numbers = new float[all.size()];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = all.get(index).asFloat();
        }
        return new SmoothingParameters(json.require("scale").asDouble(), numbers);
    }

    private static void require(String what, int expected, int received) {
        if (expected != received) {
            throw new IllegalArgumentException(what + " should be " + expected + ", but are " + received);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmoothingParameters that && scale == that.scale && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(scale) + Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return "SmoothingParameters[scale " + scale + ", " + Arrays.toString(numbers) + "]";
    }
}
