package org.lstm4j.interop.source;

import java.util.List;
import java.util.Locale;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.TargetUse;

/// The method of a file that foretells one window: it makes the channels of a sample in their order, as
/// [org.lstm4j.forecast.prepare.PreparedSeries] does, asks the network and reads its answer.
///
/// @param text gets what the lines need
record ForecastWindowMethod(SourceText text, Forecaster forecaster, ForecastColumns columns) {

    String method(ForecastSignature signature) {
        text.needs(RuntimePart.TABLES);
        text.needs(RuntimePart.OBSERVED);
        text.needs(switch (forecaster.form().scaling()) {
            case NONE -> RuntimePart.LEVEL_NONE;
            case LAST -> RuntimePart.LEVEL_LAST;
            case REVIN -> RuntimePart.LEVEL_REVIN;
        });
        SourceLines lines = new SourceLines();
        addObserved(lines);
        lines.add("Forecast forecast = new Forecast(HORIZON);");
        boolean together = forecaster.form().use() == TargetUse.TOGETHER || columns.targets() == 1;
        if (together) {
            addSample(lines, "0", String.valueOf(columns.targets()));
        } else {
            lines.begin("for (int part = 0; part < " + columns.targets() + "; part++)");
            addSample(lines, "part", "part + 1");
            lines.end();
        }
        lines.add("return forecast;");
        return String.format(Locale.ROOT, """

                    /** Foretells the steps that follow so many rows, which a target's level is taken from. */
                    private static Forecast window(%s, int now) {
                %s    }
                """, signature.declaredOfWindow(), lines.text());
    }

    /// All rows of what is known up to now, scaled and without gaps.
    private void addObserved(SourceLines lines) {
        int targets = columns.targets();
        lines.add("float[][] values = new float[" + columns.observed() + "][];");
        lines.add("float[][] masks = new float[" + columns.observed() + "][];");
        lines.add("double[][] levels = new double[" + targets + "][];");
        lines.begin("for (int target = 0; target < " + targets + "; target++)");
        String scaled = "scaled(history, target, target, now)";
        lines.add("values[target] = filled(" + (columns.seasonal()
                ? "lessSeason(" + scaled + ", target, number)"
                : scaled) + ");");
        lines.add("masks[target] = mask(history, target, now);");
        lines.add("levels[target] = level(values[target], masks[target], now);");
        lines.end();
        if (columns.observed() > targets) {
            lines.begin("for (int column = 0; column < " + (columns.observed() - targets) + "; column++)");
            lines.add(
                    "values[" + targets + " + column] = filled(scaled(past, column, " + targets + " + column, now));");
            lines.add("masks[" + targets + " + column] = mask(past, column, now);");
            lines.end();
        }
    }

    private void addSample(SourceLines lines, String from, String to) {
        FeatureSchema schema = columns.schema();
        int horizon = forecaster.horizon();
        int shorter = (int) schema.lags().stream().filter(lag -> lag < horizon).count();
        lines.add("float[] x = new float[ROWS * CHANNELS];");
        lines.add("int channel = 0;");
        eachTarget(lines, from, to,
                "levelled(x, channel++, values[target], first(masks[target]), levels[target], now);");
        eachPast(lines, "values");
        addLags(lines, from, to, 0, shorter);
        if (schema.masks()) {
            eachTarget(lines, from, to, "observed(x, channel++, masks[target], now);");
            eachPast(lines, "masks");
            addLagMasks(lines, from, to, 0, shorter);
        }
        addKnown(lines);
        addLags(lines, from, to, shorter, schema.lags().size());
        addLagMasks(lines, from, to, shorter, schema.lags().size());
        schema.categories().forEach(category -> lines.add(category(category)));
        lines.add("answer(network(x), " + from + ", " + to + ", levels, " + (columns.seasonal() ? "number + now, " : "")
                + "forecast);");
    }

    private static void eachTarget(SourceLines lines, String from, String to, String line) {
        lines.begin("for (int target = " + from + "; target < " + to + "; target++)");
        lines.add(line);
        lines.end();
    }

    private void eachPast(SourceLines lines, String what) {
        if (columns.observed() > columns.targets()) {
            lines.begin("for (int column = " + columns.targets() + "; column < " + columns.observed() + "; column++)");
            lines.add("observed(x, channel++, " + what + "[column], now);");
            lines.end();
        }
    }

    private void addLags(SourceLines lines, String from, String to, int first, int end) {
        addLag(lines, from, to, first, end, "lagged(x, channel++, values[target], first(masks[target]), levels[target],"
                + " LAGS[lag], now);");
    }

    private void addLagMasks(SourceLines lines, String from, String to, int first, int end) {
        addLag(lines, from, to, first, end, "laggedMask(x, channel++, masks[target], LAGS[lag], now);");
    }

    private void addLag(SourceLines lines, String from, String to, int first, int end, String line) {
        if (end > first) {
            text.needs(RuntimePart.LAGGED);
            lines.begin("for (int lag = " + first + "; lag < " + end + "; lag++)");
            eachTarget(lines, from, to, line);
            lines.end();
        }
    }

    private void addKnown(SourceLines lines) {
        FeatureSchema schema = columns.schema();
        int scaler = columns.observed();
        if (!columns.known().isEmpty()) {
            text.needs(RuntimePart.KNOWN_AHEAD);
        }
        if (!columns.statics().isEmpty()) {
            text.needs(RuntimePart.EVERYWHERE);
        }
        if (!schema.future().isEmpty()) {
            lines.begin("for (int column = 0; column < " + schema.future().size() + "; column++)");
            lines.add(
                    "known(x, channel++, filled(scaled(known, column, " + scaler + " + column, now + HORIZON)), now);");
            lines.end();
        }
        if (!schema.statics().isEmpty()) {
            lines.begin("for (int column = 0; column < " + schema.statics().size() + "; column++)");
            lines.add("everywhere(x, channel++, filled(scaled(new double[][]{statics}, column, "
                    + (scaler + schema.future().size()) + " + column, 1))[0]);");
            lines.end();
        }
        if (columns.readsCalendar()) {
            lines.add("calendar_ahead(x, channel, times, now);");
            lines.add("channel += " + schema.calendar().size() + ";");
        }
    }

    private String category(CategoryColumn category) {
        return switch (category.role()) {
            case PAST ->
                "observed(x, channel++, categories(past, " + place(columns.past(), category) + ", now), now);";
            case FUTURE -> "known(x, channel++, categories(known, " + place(columns.known(), category)
                    + ", now + HORIZON), now);";
            case STATIC ->
                "everywhere(x, channel++, category(statics[" + place(columns.statics(), category) + "]));";
        };
    }

    private static int place(List<String> names, CategoryColumn category) {
        return names.indexOf(category.name());
    }
}
