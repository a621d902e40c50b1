package org.lstm4j.forecast.explain;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.WindowSpec;

/// An input channel of a forecaster, and which real time steps it reads.
///
/// Steps are named by their distance from a window's origin, the first step that is foretold: −1 is the last step looked back on,
/// 0 the first one foretold.
///
/// | role | steps, with lookback L and horizon H |
/// |---|---|
/// | target, past | −L … −1 |
/// | future, calendar | H − L … H − 1 |
///
/// @param name of the column, or of the calendar's feature
/// @param role what it is to the forecaster
/// @param first the first step it is read at
public record InputColumn(String name, Role role, int first) {

    /// What a column is to a forecaster.
    public enum Role {
        TARGET("target"), PAST("past"), FUTURE("future"), CALENDAR("calendar");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        /// Its name in tables and JSON.
        public String label() {
            return label;
        }
    }

    /// The channels of a forecaster, in order.
    public static List<InputColumn> of(FeatureSchema schema, WindowSpec window) {
        List<InputColumn> columns = new ArrayList<>();
        int known = -window.lookback();
        int ahead = window.horizon() - window.lookback();
        schema.targets().forEach(name -> columns.add(new InputColumn(name, Role.TARGET, known)));
        schema.past().forEach(name -> columns.add(new InputColumn(name, Role.PAST, known)));
        schema.future().forEach(name -> columns.add(new InputColumn(name, Role.FUTURE, ahead)));
        schema.calendar().forEach(feature -> columns.add(new InputColumn(feature.label(), Role.CALENDAR, ahead)));
        return List.copyOf(columns);
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
