package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.List;

/// A fitted method that forecasts one window after the other.
interface WindowByWindow extends FittedMethod {

    /// What it says of one window.
    WindowForecast forecastOne(JudgedWindow window);

    @Override
    default List<WindowForecast> forecast(List<JudgedWindow> windows) {
        List<WindowForecast> all = new ArrayList<>(windows.size());
        for (JudgedWindow window : windows) {
            all.add(forecastOne(window));
        }
        return all;
    }
}
