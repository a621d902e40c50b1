package org.lstm4j.forecast.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lstm4j.forecast.season.SeasonDetector;
import org.lstm4j.forecast.season.SeasonalGaps;

/// Exponential smoothing of the form that suits the series, chosen by AICc among up to eleven ([SmoothingForm]): what is called
/// ETS or AutoETS.
///
/// Where the season stands out of the noise ([SeasonDetector#standsOut]) only forms with it take part: AICc judges single steps,
/// and a damped slope that follows a smooth day from step to step would win with forecasts that are of no use further ahead.
/// Weights, first level and first slope are searched by maximum likelihood ([SmoothingFit]); the first seasonal indices are
/// those of a classical decomposition and count as estimated. A season takes part when the history has at least two of it and
/// more values than the form estimates. Missing values are filled as [SeasonalGaps] says. A constant history, and one of fewer
/// than four values, is continued as by [NaiveBaseline].
///
/// Cost: at most 11 forms · 400 passes · max(2000, 6·season) steps: the history before these is not looked at. A pass
/// costs the same whatever the season, since its states are a ring of which a step moves one. About 50 ms for 1000 steps: for
/// single forecasts rather than for thousands of rolling windows.
///
/// Source: Hyndman, Koehler, Snyder and Grose, International Journal of Forecasting 18, 2002; Hyndman and Khandakar, Journal of
/// Statistical Software 27(3), 2008.
///
/// @param season steps in a season m, at least 1; 1 when there is none
public record ExponentialSmoothingBaseline(int season) implements Baseline {

    private static final int LEAST_STEPS = 4;
    private static final int MOST_STEPS = 2000;
    private static final int MOST_SEASONS = 6;
    private static final int EVALUATIONS = 400;

    public ExponentialSmoothingBaseline {
        History.checkSeason(season);
    }

    @Override
    public String name() {
        return "ets";
    }

    @Override
    public double[] forecast(double[] values, int steps, int horizon) {
        History.check(values, steps, horizon);
        return fit(values, steps).map(fit -> fit.states().forecast(horizon)).filter(Values::allFinite)
                .orElseGet(() -> new NaiveBaseline().forecast(values, steps, horizon));
    }

    /// The form that is chosen for a history, as in the literature: `AAdN`; empty where the last value is repeated.
    ///
    /// @param values the history, and possibly later values, which are not looked at
    /// @param steps how many values are history
    public Optional<String> form(double[] values, int steps) {
        History.check(values, steps, 1);
        return fit(values, steps).map(fit -> fit.form().toString());
    }

    private Optional<SmoothingFit> fit(double[] values, int steps) {
        double[] filled = SeasonalGaps.filled(values, steps, season);
        int most = (int) Math.max(MOST_STEPS, (long) MOST_SEASONS * season);
        double[] history = Arrays.copyOfRange(filled, Math.max(0, filled.length - most), filled.length);
        if (history.length < LEAST_STEPS || Values.allEqual(history)) {
            return Optional.empty();
        }
        SmoothingFit best = null;
        for (SmoothingForm form : forms(history, Arrays.copyOf(values, steps))) {
            SmoothingFit fit = SmoothingFit.of(history, form, season, EVALUATIONS);
            best = best == null || fit.aicc() < best.aicc() ? fit : best;
        }
        return Optional.ofNullable(best);
    }

    /// The forms that the history is long enough for; only those with the season, where it stands out of the noise.
    private List<SmoothingForm> forms(double[] history, double[] observed) {
        boolean seasonal = season > 1 && history.length >= 2L * season;
        List<SmoothingForm> forms = SmoothingForm.candidates(Values.allPositive(history), seasonal).stream()
                .filter(form -> Double.isFinite(SmoothingFit.penalty(history.length, form.estimated(season))))
                .toList();
        List<SmoothingForm> withSeason = forms.stream().filter(SmoothingForm::isSeasonal).toList();
        return !withSeason.isEmpty() && SeasonDetector.standsOut(observed, season) ? withSeason : forms;
    }

    @Override
    public Optional<String> remark(int steps) {
        if (steps < LEAST_STEPS) {
            return Optional.of("a history of " + steps + " steps is shorter than the " + LEAST_STEPS
                    + " exponential smoothing needs, so it is the naive forecast there");
        }
        if (season > 1 && steps < 2L * season) {
            return Optional.of("a history of " + steps + " steps is shorter than two seasons of " + season
                    + ", so exponential smoothing works without a season there");
        }
        return Optional.empty();
    }
}
