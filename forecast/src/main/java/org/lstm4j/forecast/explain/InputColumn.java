package org.lstm4j.forecast.explain;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.TargetUse;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowLayout;

/// An input channel of a forecaster, and which real time steps it reads.
///
/// Steps are named by their distance from a window's origin, the first step that is foretold: −1 is the last step looked back on,
/// 0 the first one foretold.
///
/// | role | steps, with lookback L and horizon H |
/// |---|---|
/// | target, past, and their masks | −L … −1 |
/// | future, static, calendar, where windows are shifted | H − L … H − 1 |
/// | all, where windows are extended | −L … H − 1 |
///
/// Categories stand last, each a column with its role. A lag stands at the steps for which it is read: with those known up to now where it is shorter than the horizon, else with those known
/// ahead.
///
/// @param name of the column, or of the calendar's feature
/// @param role what it is to the forecaster
/// @param first the first step it is read at
public record InputColumn(String name, Role role, int first) {

    /// What a column is to a forecaster.
    public enum Role {
        TARGET("target"), PAST("past"), LAG("lag"), MASK("mask"), FUTURE("future"), STATIC("static"), CALENDAR(
                "calendar");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        /// Its name in tables and JSON.
        public String label() {
            return label;
        }
    }

    /// The columns of the sample from which a target is foretold, in order.
    ///
    /// @param target its number
    public static List<InputColumn> of(WindowForm form, int target) {
        FeatureSchema schema = form.schema();
        List<String> targets = form.use() == TargetUse.TOGETHER
                ? schema.targets()
                : List.of(schema.targets().get(target));
        int observed = -form.window().lookback();
        int known = form.layout() == WindowLayout.SHIFTED ? observed + form.window().horizon() : observed;
        List<InputColumn> columns = new ArrayList<>();
        targets.forEach(name -> columns.add(new InputColumn(name, Role.TARGET, observed)));
        schema.past().forEach(name -> columns.add(new InputColumn(name, Role.PAST, observed)));
        int horizon = form.window().horizon();
        List<Integer> shorter = schema.lags().stream().filter(lag -> lag < horizon).toList();
        List<Integer> longer = schema.lags().stream().filter(lag -> lag >= horizon).toList();
        columns.addAll(lags(targets, shorter, observed));
        if (schema.masks()) {
            columns.addAll(masks(List.copyOf(columns)));
        }
        schema.future().forEach(name -> columns.add(new InputColumn(name, Role.FUTURE, known)));
        schema.statics().forEach(name -> columns.add(new InputColumn(name, Role.STATIC, known)));
        schema.calendar().forEach(feature -> columns.add(new InputColumn(feature.label(), Role.CALENDAR, known)));
        List<InputColumn> before = lags(targets, longer, known);
        columns.addAll(before);
        columns.addAll(masks(before));
        schema.categories().forEach(category -> columns.add(ofCategory(category, observed, known)));
        return List.copyOf(columns);
    }

    private static InputColumn ofCategory(CategoryColumn column, int observed, int known) {
        return switch (column.role()) {
            case PAST -> new InputColumn(column.name(), Role.PAST, observed);
            case FUTURE -> new InputColumn(column.name(), Role.FUTURE, known);
            case STATIC -> new InputColumn(column.name(), Role.STATIC, known);
        };
    }

    private static List<InputColumn> lags(List<String> targets, List<Integer> lags, int first) {
        List<InputColumn> columns = new ArrayList<>();
        for (int lag : lags) {
            targets.forEach(name -> columns.add(new InputColumn(name + " lag " + lag, Role.LAG, first)));
        }
        return columns;
    }

    private static List<InputColumn> masks(List<InputColumn> of) {
        return of.stream()
                .map(column -> new InputColumn(column.name() + " observed", Role.MASK, column.first()))
                .toList();
    }

    /// The distance from the origin of what is read at an input step.
    ///
    /// @param inputStep from 0, of the lookback
    public int lag(int inputStep) {
        return first + inputStep;
    }

    /// A lag with its sign, as `t-24`, `t+0`, `t+3`; t is the first step foretold.
    public static String label(int lag) {
        return lag < 0 ? "t" + lag : "t+" + lag;
    }
}
