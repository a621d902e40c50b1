package org.lstm4j.interop.source;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.Frequency.StepIndex;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;
import org.lstm4j.forecast.prepare.SeasonalIndices;
import org.lstm4j.interop.onnx.ForecasterWriter.Recursion;

/// A forecaster that was written as plain Java and compiled, and is asked with the rows of a series.
final class WholeForecaster {

    private final Forecaster forecaster;
    private final String series;
    private final boolean loop;
    private final Class<?> type;

    private WholeForecaster(Forecaster forecaster, String series, boolean loop, Class<?> type) {
        this.forecaster = forecaster;
        this.series = series;
        this.loop = loop;
        this.type = type;
    }

    static WholeForecaster compile(Forecaster forecaster, String series, Recursion recursion, Path folder)
            throws IOException, ReflectiveOperationException {
        return new WholeForecaster(forecaster, series, recursion == Recursion.LOOP, CompiledSource.load(
                ForecasterSource.of(forecaster, series, recursion, "Model"), folder));
    }

    /// What it says: [steps][targets], and [steps][targets][levels] where there are quantiles.
    record Answer(List<List<Double>> point, List<List<List<Double>>> quantiles) {}

    /// @param rows of the series up to now
    /// @param from the first of them that is given
    /// @param steps ahead
    Answer ask(TimeSeries all, int from, int rows, int steps) throws ReflectiveOperationException {
        Method forecast = Arrays.stream(type.getMethods()).filter(method -> method.getName().equals("forecast"))
                .findFirst().orElseThrow();
        Object said = invoke(forecast, arguments(all, from, rows, steps));
        List<List<Double>> point = Arrays.stream((double[][]) said.getClass().getField("point").get(said))
                .map(WholeForecaster::list).toList();
        return new Answer(point, forecaster.givesQuantiles()
                ? Arrays.stream((double[][][]) said.getClass().getField("quantiles").get(said))
                        .map(step -> Arrays.stream(step).map(WholeForecaster::list).toList()).toList()
                : List.of());
    }

    /// A static method with other arguments.
    Object call(String name, Object... arguments) throws ReflectiveOperationException {
        return invoke(Arrays.stream(type.getMethods()).filter(method -> method.getName().equals(name)).findFirst()
                .orElseThrow(), arguments);
    }

    private static Object invoke(Method method, Object... arguments) throws ReflectiveOperationException {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    Object[] arguments(TimeSeries all, int from, int rows, int steps) throws ReflectiveOperationException {
        int horizon = forecaster.horizon();
        int until = rows + (steps + horizon - 1) / horizon * horizon;
        List<Object> arguments = new ArrayList<>();
        arguments.add(table(all, forecaster.schema().targets(), from, rows));
        List<String> past = forecaster.schema().columns(Role.PAST);
        if (!past.isEmpty()) {
            arguments.add(table(all, past, from, rows));
        }
        List<String> known = forecaster.schema().columns(Role.FUTURE);
        if (!known.isEmpty()) {
            arguments.add(table(all, known, from, until));
        }
        List<String> statics = forecaster.schema().columns(Role.STATIC);
        if (!statics.isEmpty()) {
            arguments.add(table(all, statics, 0, 1)[0]);
        }
        if (!forecaster.schema().calendar().isEmpty()) {
            LocalDateTime[] times = new LocalDateTime[until - from];
            Arrays.setAll(times, row -> all.timeline().at(from + row).toLocalDateTime());
            arguments.add(times);
        }
        if (forecaster.seasons(series).stream().anyMatch(SeasonalIndices::isSeasonal)) {
            arguments.add(firstAhead(all, rows));
        }
        if (loop) {
            arguments.add(steps);
        }
        return arguments.toArray();
    }

    private static Object firstAhead(TimeSeries all, int rows) {
        return switch (all.timeline().frequency()) {
            case StepIndex() -> all.timeline().instantMillis(rows);
            case FixedStep fixed when !fixed.isWholeDays() -> Instant.ofEpochMilli(all.timeline().instantMillis(rows));
            case FixedStep _,CalendarMonths _ -> LocalDate.from(all.timeline().at(rows));
        };
    }

    /// NaN beyond the series.
    private double[][] table(TimeSeries all, List<String> columns, int from, int until)
            throws ReflectiveOperationException {
        double[][] table = new double[until - from][columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            double[] values = all.column(columns.get(column));
            List<String> names = all.categories(columns.get(column));
            for (int row = 0; row < table.length; row++) {
                double value = from + row < values.length ? values[from + row] : Double.NaN;
                table[row][column] = names.isEmpty() || Double.isNaN(value)
                        ? value
                        : (double) call("numberOf", columns.get(column), names.get((int) value));
            }
        }
        return table;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
