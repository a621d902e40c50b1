package org.lstm4j.tune.forecaster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowScaling;

/// What a value of `--scale` means: `last` and `revin` level each window on top of the standard scaling.
///
/// @param label its name
record ScaleName(String label, Scaling scaling, WindowScaling windowScaling) {

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

    static List<String> labels() {
        return KNOWN.stream().map(ScaleName::label).toList();
    }

    /// @param label one of [#labels]
    static ScaleName of(String label) {
        return KNOWN.stream().filter(one -> one.label.equals(label)).findFirst().orElseThrow();
    }

    /// The one that settings have; of window scalings with another scaling beneath, the window's.
    static ScaleName in(ForecastSettings settings) {
        boolean byWindow = settings.windowScaling() != WindowScaling.NONE;
        return of(byWindow ? settings.windowScaling().label() : settings.scaling().label());
    }

    ForecastSettings applied(ForecastSettings settings) {
        return settings.withScaling(scaling).withWindowScaling(windowScaling);
    }
}
