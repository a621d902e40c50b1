package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.SeasonalIndices;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.interop.onnx.ForecasterWriter.Recursion;

/// What goes into the ONNX model of a forecaster and what comes out, for the model itself and in words for whoever calls it: see
/// [ForecasterWriter].
public final class ForecasterSignature {

    static final String HISTORY = "history";
    static final String PAST = "past";
    static final String KNOWN = "known";
    static final String PAST_CATEGORIES = "past_categories";
    static final String KNOWN_CATEGORIES = "known_categories";
    static final String STATIC_CATEGORIES = "static_categories";
    static final String TIME_INDEX = "time_index";
    static final String HORIZON = "horizon";
    /// The last value there was, where callers keep states: float32 [batch, targets], scaled and without its season.
    static final String LAST_BEFORE = "last0";
    static final String LAST_AFTER = "lastn";
    static final String POINT = "point";
    static final String QUANTILES = "quantiles";

    /// More categories than these are listed in the model's metadata alone.
    private static final int MOST_SHOWN = 20;

    private final Forecaster forecaster;
    private final FeatureSchema schema;
    private final boolean seasonal;
    private final Recursion recursion;

    /// An input or output.
    ///
    /// @param type of [ElementTypes]
    /// @param sizes numbers, or names of those left open
    /// @param meaning in words
    record Entry(String name, int type, List<Object> sizes, String meaning) {

        String text() {
            String element = type == ElementTypes.DOUBLE ? "float64" : "int64";
            String shape = sizes.isEmpty()
                    ? "one number"
                    : sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
            return String.format(Locale.ROOT, "  %-18s%s %s: %s\n", name, element, shape, meaning);
        }
    }

    private ForecasterSignature(Forecaster forecaster, boolean seasonal, Recursion recursion) {
        this.forecaster = forecaster;
        this.schema = forecaster.schema();
        this.seasonal = seasonal;
        this.recursion = recursion;
    }

    /// @param series whose scale and season it has; of a forecaster of a single series any
    /// @throws IllegalArgumentException when the forecaster was trained on several, and this is none of them
    public static ForecasterSignature of(Forecaster forecaster, String series, Recursion recursion) {
        boolean seasonal = forecaster.seasons(series).stream().anyMatch(SeasonalIndices::isSeasonal);
        return new ForecasterSignature(forecaster, seasonal, recursion);
    }

    /// All inputs and outputs, a line each, and what the calendar's columns are. States are not among them: see
    /// [ForecasterWriter].
    public String text() {
        StringBuilder text = new StringBuilder("in:\n");
        inputs().forEach(entry -> text.append(entry.text()));
        text.append("out:\n");
        outputs().forEach(entry -> text.append(entry.text()));
        text.append(CalendarWords.of(schema.calendar()));
        return text.toString();
    }

    List<Entry> inputs() {
        List<Entry> inputs = new ArrayList<>();
        inputs.add(new Entry(HISTORY, ElementTypes.DOUBLE, rowsAndColumns("steps", schema.targets().size()),
                columns(schema.targets()) + " up to now, oldest first, " + historySteps() + "NaN where missing"));
        if (!schema.past().isEmpty()) {
            inputs.add(new Entry(PAST, ElementTypes.DOUBLE,
                    rowsAndColumns("past_steps", schema.past().size()),
                    columns(schema.past()) + " at the last " + forecaster.lookback()
                            + " steps or more, NaN where missing"));
        }
        List<String> known = known();
        if (!known.isEmpty()) {
            inputs.add(new Entry(KNOWN, ElementTypes.DOUBLE, rowsAndColumns(knownRows(), known.size()),
                    columns(known) + " at " + knownSteps()));
        }
        addCategories(inputs, PAST_CATEGORIES, Role.PAST, (long) forecaster.lookback(),
                "at the last " + forecaster.lookback() + " steps");
        addCategories(inputs, KNOWN_CATEGORIES, Role.FUTURE, knownRows(), "at " + knownSteps());
        addCategories(inputs, STATIC_CATEGORIES, Role.STATIC, "", "of the series");
        if (seasonal) {
            inputs.add(new Entry(TIME_INDEX, ElementTypes.INT64, List.of("batch"),
                    "of the last step of " + HISTORY + ": " + TimeIndex.text(forecaster.frequency())));
        }
        if (recursion == Recursion.LOOP) {
            inputs.add(new Entry(HORIZON, ElementTypes.INT64, List.of(), "how many steps to foretell"));
        }
        return inputs;
    }

    private void addCategories(List<Entry> inputs, String name, Role role, Object rows, String where) {
        List<CategoryColumn> columns = categories(forecaster, role);
        if (columns.isEmpty()) {
            return;
        }
        List<Object> sizes = role == Role.STATIC
                ? List.of("batch", (long) columns.size())
                : rowsAndColumns(rows, columns.size());
        String numbers = columns.stream().map(ForecasterSignature::numbers).collect(Collectors.joining("; "));
        inputs.add(new Entry(name, ElementTypes.INT64, sizes, numbers + "; 0 for none, " + where));
    }

    List<Entry> outputs() {
        Object horizon = recursion == Recursion.LOOP ? HORIZON : (Object) (long) forecaster.horizon();
        List<Object> sizes = new ArrayList<>(rowsAndColumns(horizon, schema.targets().size()));
        List<Entry> outputs = new ArrayList<>();
        outputs.add(new Entry(POINT, ElementTypes.DOUBLE, List.copyOf(sizes), columns(schema.targets())
                + " at the steps after " + HISTORY));
        if (forecaster.givesQuantiles() && recursion != Recursion.LOOP) {
            sizes.add((long) forecaster.levels().length);
            outputs.add(new Entry(QUANTILES, ElementTypes.DOUBLE, sizes, "of the levels "
                    + IntStream.range(0, forecaster.levels().length)
                            .mapToObj(level -> String.valueOf(forecaster.levels()[level]))
                            .collect(Collectors.joining(", "))));
        }
        return outputs;
    }

    /// Category columns of a role, in the order in which the model reads them.
    static List<CategoryColumn> categories(Forecaster forecaster, Role role) {
        return forecaster.schema().categories().stream().filter(column -> column.role() == role).toList();
    }

    /// Columns of numbers known ahead: those of the series, then the calendar's.
    private List<String> known() {
        List<String> known = new ArrayList<>(schema.future());
        known.addAll(schema.statics());
        schema.calendar().stream().map(CalendarFeature::label).forEach(known::add);
        return known;
    }

    /// Lagged values are taken from before the lookback; still earlier ones fill gaps at its beginning.
    private String historySteps() {
        return recursion == Recursion.STATES ? "" : forecaster.form().reach() + " steps or more, ";
    }

    private Object knownRows() {
        WindowForm form = forecaster.form();
        return recursion == Recursion.LOOP ? "rows" : (Object) (long) form.layout().rows(form.window());
    }

    private String knownSteps() {
        int before = forecaster.form().layout().rows(forecaster.window()) - forecaster.horizon();
        String begin = before <= 0
                ? "the steps from " + (1 - before) + " ahead"
                : "the last " + before + " steps and those ahead";
        return begin + (recursion == Recursion.LOOP
                ? ", up to a whole multiple of " + forecaster.horizon() + " ahead"
                : ", up to " + forecaster.horizon() + " ahead");
    }

    private static List<Object> rowsAndColumns(Object rows, int columns) {
        return List.of("batch", rows, (long) columns);
    }

    private static String columns(List<String> names) {
        return String.join(", ", names);
    }

    private static String numbers(CategoryColumn column) {
        List<String> names = column.names();
        String shown = IntStream.range(0, Math.min(names.size(), MOST_SHOWN))
                .mapToObj(index -> (index + 1) + " " + names.get(index)).collect(Collectors.joining(", "));
        return column.name() + " by number: " + shown
                + (names.size() > MOST_SHOWN
                        ? " and so on to " + names.size() + ", as the model's metadata lists them"
                        : "");
    }
}
