package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowScaling;

/// One name for how values are scaled, which stands for two settings, as on the command line: `last` and `revin` level each window on top of the
/// standard scaling of the series; the others scale the series alone.
///
/// @param label its name: `standard`, `revin`
/// @param scaling of the series
/// @param windowScaling of each window
public record ScaleName(String label, Scaling scaling, WindowScaling windowScaling) {

    private static final List<ScaleName> KNOWN = known();

    private static List<ScaleName> known() {
        List<ScaleName> known = new ArrayList<>();
        for (Scaling scaling : Scaling.values()) {
            known.add(new ScaleName(scaling.label(), scaling, WindowScaling.NONE));
        }
        Arrays.stream(WindowScaling.values())
                .filter(window -> window != WindowScaling.NONE)
                .forEach(window -> known.add(new ScaleName(window.label(), Scaling.STANDARD, window)));
        return List.copyOf(known);
    }

    /// The names there are.
    public static List<String> labels() {
        return KNOWN.stream().map(ScaleName::label).toList();
    }

    /// The one of that name.
    ///
    /// @throws IllegalArgumentException when there is none, with those there are
    public static ScaleName of(String label) {
        return KNOWN.stream().filter(one -> one.label.equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no scale is called '" + label + "'; there are " + String.join(", ", labels())));
    }

    /// The one that two settings have; of window scalings with another scaling beneath, the window's.
    public static ScaleName of(Scaling scaling, WindowScaling windowScaling) {
        return of(windowScaling == WindowScaling.NONE ? scaling.label() : windowScaling.label());
    }

    /// Settings that scale so.
    public ForecastSettings applied(ForecastSettings settings) {
        return settings.withScaling(scaling).withWindowScaling(windowScaling);
    }
}
