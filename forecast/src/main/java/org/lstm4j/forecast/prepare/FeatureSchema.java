package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;

/// Which columns a model reads, in what role and in which order: the meaning of its input channels.
///
/// | channels, in this order | known |
/// |---|---|
/// | targets; past columns; targets some steps before, by [lags][#lags] shorter than the horizon | up to the origin: **observed** |
/// | a mask for each of these, where there are masks | up to the origin |
/// | future columns; static columns; calendar | over the horizon as well: **known** |
/// | targets some steps before, by lags of at least the horizon; a mask for each | over the horizon as well |
/// | categories, each a number | as its role says |
///
/// See [WindowLayout].
///
/// @param targets what is foretold, at least one
/// @param past covariates known up to now
/// @param future covariates known ahead
/// @param calendar what the calendar says of each future step
/// @param masks whether targets and past columns come with a channel that says where they were observed: 1, or 0 where a gap was filled
/// @param statics covariates that are the same at every step of a series
/// @param lags how many steps before each step the targets are read as well, rising; with masks only
/// @param categories covariates that hold categories; they are not among `past`, `future` and `statics`
/// @param unknown what becomes of other categories than these
public record FeatureSchema(List<String> targets, List<String> past, List<String> future,
        List<CalendarFeature> calendar, boolean masks, List<String> statics, List<Integer> lags,
        List<CategoryColumn> categories, UnknownCategory unknown) {

    public FeatureSchema {
        targets = List.copyOf(targets);
        past = List.copyOf(past);
        future = List.copyOf(future);
        calendar = List.copyOf(calendar);
        statics = List.copyOf(statics);
        lags = lags.stream().sorted().distinct().toList();
        categories = List.copyOf(categories);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a model needs at least one target column");
        }
        List<String> all = allColumns(targets, past, future, statics, categories);
        if (all.stream().distinct().count() != all.size()) {
            throw new IllegalArgumentException("a column can have one role only: " + all);
        }
        if (!lags.isEmpty() && (lags.getFirst() < 1 || !masks)) {
            throw new IllegalArgumentException("lags must be at least 1 step, and need masks, but were " + lags
                    + (masks ? "" : " without masks"));
        }
    }

    /// Without statics, lags and categories.
    public FeatureSchema(List<String> targets, List<String> past, List<String> future, List<CalendarFeature> calendar,
            boolean masks) {
        this(targets, past, future, calendar, masks, List.of(), List.of(), List.of(), UnknownCategory.REFUSE);
    }

    /// Without masks.
    public FeatureSchema(
            List<String> targets, List<String> past, List<String> future, List<CalendarFeature> calendar) {
        this(targets, past, future, calendar, false);
    }

    public FeatureSchema withStatics(List<String> columns) {
        return new FeatureSchema(targets, past, future, calendar, masks, columns, lags, categories, unknown);
    }

    public FeatureSchema withLags(List<Integer> steps) {
        return new FeatureSchema(targets, past, future, calendar, masks, statics, steps, categories, unknown);
    }

    public FeatureSchema withCategories(List<CategoryColumn> columns, UnknownCategory others) {
        return new FeatureSchema(targets, past, future, calendar, masks, statics, lags, columns, others);
    }

    /// The columns of numbers a series must have: targets, past, future, statics.
    public List<String> columns() {
        return allColumns(targets, past, future, statics, List.of());
    }

    /// All columns a series must have: those of numbers, then those of categories.
    public List<String> allColumns() {
        return allColumns(targets, past, future, statics, categories);
    }

    /// The columns of that role, of numbers and then of categories.
    public List<String> columns(CategoryColumn.Role role) {
        List<String> all = new ArrayList<>(switch (role) {
            case PAST -> past;
            case FUTURE -> future;
            case STATIC -> statics;
        });
        categories.stream().filter(column -> column.role() == role).forEach(column -> all.add(column.name()));
        return List.copyOf(all);
    }

    /// Columns of numbers known up to now: targets and past columns, the first of [#columns].
    int observedColumns() {
        return targets.size() + past.size();
    }

    /// Lags that are shorter than a horizon: at its steps they are not known.
    int observedLags(int horizon) {
        int count = 0;
        while (count < lags.size() && lags.get(count) < horizon) {
            count++;
        }
        return count;
    }

    public JsonObject toJson() {
        ObjectBuilder json = JsonValue.object()
                .put("targets", JsonValue.ofTexts(targets))
                .put("past", JsonValue.ofTexts(past))
                .put("future", JsonValue.ofTexts(future))
                .put("calendar", JsonValue.ofTexts(calendar.stream().map(CalendarFeature::label).toList()))
                .put("masks", masks);
        if (!statics.isEmpty()) {
            json.put("statics", JsonValue.ofTexts(statics));
        }
        if (!lags.isEmpty()) {
            json.put("lags", new JsonValue.JsonArray(lags.stream().map(lag -> JsonValue.of((int) lag)).toList()));
        }
        if (!categories.isEmpty()) {
            json.put("categories", new JsonValue.JsonArray(
                    categories.stream().map(CategoryColumn::toJson).map(JsonValue.class::cast).toList()));
            json.put("unknown_categories", unknown.label());
        }
        return json.build();
    }

    /// The schema that [#toJson] wrote; statics, lags and categories are left out where there are none.
    ///
    /// @throws IllegalArgumentException when it is none
    public static FeatureSchema fromJson(JsonObject json) {
        JsonValue unknown = json.get("unknown_categories");
        return new FeatureSchema(
                texts(json.require("targets")),
                texts(json.require("past")),
                texts(json.require("future")),
                texts(json.require("calendar")).stream().map(CalendarFeature::of).toList(),
                json.require("masks").asBoolean(),
                texts(json.get("statics")),
                list(json.get("lags")).stream().map(JsonValue::asInt).toList(),
                list(json.get("categories")).stream().map(JsonValue::asObject).map(CategoryColumn::fromJson).toList(),
                unknown == null ? UnknownCategory.REFUSE : UnknownCategory.of(unknown.asText()));
    }

    private static List<String> texts(@Nullable JsonValue json) {
        return list(json).stream().map(JsonValue::asText).toList();
    }

    private static List<JsonValue> list(@Nullable JsonValue json) {
        return json == null ? List.of() : json.asList();
    }

    private static List<String> allColumns(List<String> targets, List<String> past, List<String> future,
            List<String> statics, List<CategoryColumn> categories) {
        List<String> all = new ArrayList<>(targets);
        all.addAll(past);
        all.addAll(future);
        all.addAll(statics);
        categories.forEach(column -> all.add(column.name()));
        return List.copyOf(all);
    }
}
