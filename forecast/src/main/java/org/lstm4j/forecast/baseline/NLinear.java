package org.lstm4j.forecast.baseline;

import java.util.Optional;
import org.lstm4j.forecast.season.SeasonalGaps;

/// The linear map from the last L values to the next H, both counted from the last value: NLinear, fitted in closed form.
///
/// ```
/// y(h) − x(L) = Σ W(h, l)·(x(l) − x(L))
/// ```
///
/// One map serves all series it was fitted to, whatever their level. Source: Zeng et al., "Are Transformers Effective for Time
/// Series Forecasting?", AAAI 2023, which fits the same map by gradient descent; there is no constant here.
///
/// Missing values of the history are drawn as lines between observed ones; one that is shorter than L is begun with its first
/// value. Immutable, may be shared by threads.
public final class NLinear implements Baseline {

    private final LinearMap map;

    /// @param map fitted with windows of values less the last one of the lookback; [#addWindows] adds them
    public NLinear(LinearMap map) {
        this.map = map;
    }

    /// Adds every window of a training part to a fit, less its last value.
    ///
    /// @param training oldest first; a window with a missing value is left out
    /// @param fit of L inputs and H outputs
    /// @return how many windows were added
    public static int addWindows(double[] training, LinearMapFit fit) {
        return addWindows(training, training, 1, fit);
    }

    /// Adds one window every `stride` steps of a training part, less its last value.
    ///
    /// @param training oldest first; a window with a missing value is left out
    /// @param stride at least 1
    /// @param fit of L inputs and H outputs
    /// @return how many windows were added
    public static int addWindows(double[] training, int stride, LinearMapFit fit) {
        return addWindows(training, training, stride, fit);
    }

    /// Adds every window of a training part whose gaps were filled, less its last value.
    ///
    /// @param filled what the map looks back on, oldest first
    /// @param training the same values with their gaps; a window that foretells a missing value is left out
    /// @param fit of L inputs and H outputs
    /// @return how many windows were added
    public static int addWindows(double[] filled, double[] training, LinearMapFit fit) {
        return addWindows(filled, training, 1, fit);
    }

    private static int addWindows(double[] filled, double[] training, int stride, LinearMapFit fit) {
        int lookback = fit.inputs();
        int horizon = fit.outputs();
        double[] x = new double[lookback];
        double[] y = new double[horizon];
        int added = 0;
        for (int origin = lookback; origin <= training.length - horizon; origin += stride) {
            double last = filled[origin - 1];
            for (int step = 0; step < lookback; step++) {
                x[step] = filled[origin - lookback + step] - last;
            }
            for (int step = 0; step < horizon; step++) {
                y[step] = training[origin + step] - last;
            }
            added += fit.add(x, y) ? 1 : 0;
        }
        return added;
    }

    @Override
    public String name() {
        return "nlinear";
    }

    /// @throws IllegalArgumentException when the horizon is longer than the map's
    @Override
    public double[] forecast(double[] values, int steps, int horizon) {
        double[] forecast = new NaiveBaseline().forecast(values, steps, horizon);
        if (horizon > map.outputs()) {
            throw new IllegalArgumentException("the linear map was fitted for " + map.outputs()
                    + " steps ahead, but the horizon is " + horizon + "; fit one of that horizon");
        }
        double[] history = SeasonalGaps.filled(values, steps, 1);
        if (history.length > 0) {
            double last = history[history.length - 1];
            double[] y = map.apply(lookback(history, last));
            for (int step = 0; step < horizon; step++) {
                forecast[step] = last + y[step];
            }
        }
        return forecast;
    }

    private double[] lookback(double[] history, double last) {
        double[] x = new double[map.inputs()];
        int before = history.length - x.length;
        for (int step = 0; step < x.length; step++) {
            x[step] = history[Math.max(0, before + step)] - last;
        }
        return x;
    }

    @Override
    public Optional<String> remark(int steps) {
        return steps >= map.inputs()
                ? Optional.empty()
                : Optional.of("a history of " + steps + " steps is shorter than the " + map.inputs()
                        + " the linear map looks at, so its first value stands in for what is before it");
    }
}
