package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.prepare.WindowScaling;

/// What is done to each window: how it is brought to a level, and which forecast the network stands beside.
///
/// @param scaling of the window, on top of that of the series
/// @param skip what stands beside the network
public record WindowTreatment(WindowScaling scaling, Skip skip) {

    /// Treatments worth a trial: every way to a level of its own with every skip path.
    public static List<WindowTreatment> all() {
        List<WindowTreatment> all = new ArrayList<>();
        for (WindowScaling scaling : List.of(WindowScaling.REVIN, WindowScaling.LAST)) {
            for (Skip skip : List.of(Skip.LINEAR, Skip.NONE, Skip.SEASONAL, Skip.LONG_SEASONAL)) {
                all.add(new WindowTreatment(scaling, skip));
            }
        }
        return List.copyOf(all);
    }

    /// `revin, skip linear`.
    String label() {
        return scaling.label() + ", skip " + skip.label();
    }
}
