package org.lstm4j.forecast.backtest;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.ForecastModel;
import org.lstm4j.forecast.LinearBaselineFit;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.baseline.ExponentialSmoothingBaseline;
import org.lstm4j.forecast.baseline.Naive2Baseline;
import org.lstm4j.forecast.baseline.ThetaBaseline;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.prepare.WindowSpec;

/// What the model of a backtest is compared with: all baselines there are.
///
/// @param forecasts how many each will be asked for
record BacktestBaselines(BacktestMethod method, long forecasts) {

    /// A forecast by exponential smoothing takes about a tenth of a second.
    static final int MOST_SMOOTHED = 1_000;

    /// Fitted, where they are, to the same training parts as the model.
    ///
    /// @param known what lies before the origin of each series
    List<Baseline> of(ForecastModel model, List<TimeSeries> known) {
        int season = model.season();
        List<Baseline> all = new ArrayList<>(Baseline.standard(season));
        all.add(new Naive2Baseline(season));
        all.add(new ThetaBaseline(season));
        if (forecasts <= MOST_SMOOTHED) {
            all.add(new ExponentialSmoothingBaseline(season));
        }
        List<TimeSplit> splits = known.stream()
                .map(series -> TimeSplit.of(series.steps(), method.horizon(), method.split().withoutTest()))
                .toList();
        WindowSpec window = new WindowSpec(model.lookback(), model.horizon());
        new LinearBaselineFit(window, method.columns().targets(), season)
                .fit(known, splits).ifPresent(all::add);
        return List.copyOf(all);
    }

    /// What a reader must know about the choice.
    static List<String> notes(long forecasts) {
        return forecasts <= MOST_SMOOTHED
                ? List.of()
                : List.of("ets is left out: " + forecasts + " forecasts of it would take too long, and "
                        + MOST_SMOOTHED + " are the most");
    }
}
