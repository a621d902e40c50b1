package org.lstm4j.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonNumber;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.report.Figure.Area;
import org.lstm4j.report.Figure.Line;
import org.lstm4j.report.Figure.Line.Form;
import org.lstm4j.report.Figure.Plot;
import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.TimeAxis;
import org.lstm4j.report.content.Values;

/// A figure as the data that the page's script draws.
///
/// Positions are written as the first one and then the distances, which repeat
/// and are short. Values are rounded to a hundred-thousandth of what the plot
/// spans, finer than any screen; tables are written from the full values. A time
/// axis brings the offsets of its time zone, so that the browser's own time zone
/// and zone data play no part.
final class FigureJson {

    /// Values of one figure, over all its plots and lines.
    private static final int MOST_VALUES = 200_000;
    private static final int FEWEST_PLACES = 2_000;
    private static final int MOST_PLACES = 20_000;
    /// Gaps nearer to each other than this part of the axis are drawn as one.
    private static final int GAP_RESOLUTION = 2_000;

    private final Figure figure;
    private final List<Thinning> thinned;

    FigureJson(Figure figure) {
        this.figure = figure;
        int lines = Math.max(1, figure.plots().stream()
                .mapToInt(plot -> plot.lines().size() + 2 * plot.areas().size()).sum());
        int mostPlaces = Math.clamp(MOST_VALUES / lines, FEWEST_PLACES, MOST_PLACES);
        this.thinned = figure.plots().stream().map(plot -> thin(plot, mostPlaces)).toList();
    }

    JsonObject write() {
        List<JsonValue> plots = new ArrayList<>();
        for (int index = 0; index < thinned.size(); index++) {
            plots.add(plot(figure.plots().get(index), thinned.get(index)));
        }
        return JsonValue.object().put("picker", figure.picker()).put("plots", new JsonArray(plots)).build();
    }

    /// Steps of the longest plot that share two drawn values; 1 when every value is
    /// drawn.
    int thinnedBy() {
        return thinned.stream().mapToInt(Thinning::step).max().orElse(1);
    }

    private static Thinning thin(Plot plot, int mostPlaces) {
        return Thinning.of(plot.lines().stream().map(Line::values).toList(), plot.axis().size(), mostPlaces);
    }

    private static JsonValue plot(Plot plot, Thinning thinning) {
        boolean logarithmic = plot.logarithmic();
        int decimals = logarithmic ? Integer.MAX_VALUE : decimals(plot);
        List<JsonValue> lines = new ArrayList<>();
        for (int index = 0; index < plot.lines().size(); index++) {
            Line line = plot.lines().get(index);
            JsonValue.ObjectBuilder json = JsonValue.object()
                    .put("name", line.name())
                    .put("style", line.style())
                    .put("values", values(thinning.lines().get(index), decimals));
            if (line.form() != Form.LINE) {
                json.put("form", line.form().name());
            }
            lines.add(json.build());
        }
        JsonValue.ObjectBuilder json = JsonValue.object()
                .put("name", plot.name())
                .put("unit", plot.unit())
                .put("axis", axis(plot, thinning.places()))
                .put("logarithmic", logarithmic)
                .put("lines", new JsonArray(lines));
        if (!plot.areas().isEmpty()) {
            json.put("areas", new JsonArray(plot.areas().stream()
                    .map(area -> area(area, thinning, decimals))
                    .toList()));
        }
        return extras(json, plot).build();
    }

    private static JsonValue area(Area area, Thinning thinning, int decimals) {
        return JsonValue.object()
                .put("name", area.name())
                .put("style", area.style())
                .put("lower", values(thinning.lowest(area.lower()), decimals))
                .put("upper", values(thinning.highest(area.upper()), decimals))
                .build();
    }

    private static JsonValue.ObjectBuilder extras(JsonValue.ObjectBuilder json, Plot plot) {
        Axis axis = plot.axis();
        List<Gap> gaps = Gap.joined(plot.extras().gaps(), Math.max(1, axis.size() / GAP_RESOLUTION));
        return json
                .put("marks", new JsonArray(plot.extras().marks().stream()
                        .map(index -> JsonValue.of(axis.position(index))).toList()))
                .put("markName", plot.extras().markName())
                .put("parts", new JsonArray(plot.extras().parts().stream()
                        .filter(part -> part.to() > part.from())
                        .map(part -> span(axis, part.from(), part.to()).put("name", part.name()).build())
                        .map(JsonValue.class::cast).toList()))
                .put("gaps", new JsonArray(gaps.stream()
                        .map(gap -> span(axis, gap.from(), gap.to()).build())
                        .map(JsonValue.class::cast).toList()))
                .put("firstShown", axis.size() == 0 ? 0 : axis.position(plot.extras().firstShown()));
    }

    private static JsonValue.ObjectBuilder span(Axis axis, int from, int to) {
        return JsonValue.object().put("from", axis.position(from)).put("to", axis.position(to - 1));
    }

    private static JsonValue axis(Plot plot, List<Integer> places) {
        Axis axis = plot.axis();
        List<JsonValue> distances = new ArrayList<>(places.size());
        long before = 0;
        for (int place : places) {
            distances.add(JsonValue.of(axis.position(place) - before));
            before = axis.position(place);
        }
        JsonValue.ObjectBuilder json = JsonValue.object()
                .put("name", axis.name())
                .put("title", plot.axisTitle())
                .put("distances", new JsonArray(distances));
        if (axis instanceof TimeAxis times) {
            json.put("resolution", times.resolution().name()).put("offsets", offsets(times));
        }
        return json.build();
    }

    /// Instants from which an offset to UTC holds, and the offset, in milliseconds:
    /// the first pair holds before as well.
    private static JsonValue offsets(TimeAxis axis) {
        List<JsonValue> pairs = new ArrayList<>();
        if (axis.size() > 0) {
            ZoneRules rules = axis.zone().getRules();
            Instant from = Instant.ofEpochMilli(axis.position(0));
            long end = axis.position(axis.size() - 1);
            pairs.add(pair(from.toEpochMilli(), rules.getOffset(from).getTotalSeconds()));
            ZoneOffsetTransition change = rules.nextTransition(from);
            while (change != null && change.getInstant().toEpochMilli() <= end) {
                pairs.add(pair(change.getInstant().toEpochMilli(), change.getOffsetAfter().getTotalSeconds()));
                change = rules.nextTransition(change.getInstant());
            }
        }
        return new JsonArray(pairs);
    }

    private static JsonValue pair(long instant, int offsetSeconds) {
        return new JsonArray(List.of(JsonValue.of(instant), JsonValue.of(offsetSeconds * 1000L)));
    }

    private static JsonArray values(Values line, int decimals) {
        List<JsonValue> numbers = new ArrayList<>(line.size());
        for (int index = 0; index < line.size(); index++) {
            numbers.add(number(line.at(index), decimals));
        }
        return new JsonArray(numbers);
    }

    private static JsonValue number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return JsonNull.NULL;
        }
        if (decimals == Integer.MAX_VALUE) {
            return JsonValue.of(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return new JsonNumber(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    }

    /// Decimal places that resolve a hundred-thousandth of what the plot spans.
    private static int decimals(Plot plot) {
        List<Values> rows = new ArrayList<>(plot.lines().stream().map(Line::values).toList());
        plot.areas().forEach(area -> rows.addAll(List.of(area.lower(), area.upper())));
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (Values row : rows) {
            for (int index = 0; index < row.size(); index++) {
                double value = row.at(index);
                if (Double.isFinite(value)) {
                    smallest = Math.min(smallest, value);
                    largest = Math.max(largest, value);
                }
            }
        }
        double span = largest > smallest ? largest - smallest : Math.max(Math.abs(largest), 1);
        return Double.isFinite(span) ? 5 - (int) StrictMath.floor(StrictMath.log10(span)) : Integer.MAX_VALUE;
    }
}
