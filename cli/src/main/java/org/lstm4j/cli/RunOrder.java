package org.lstm4j.cli;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.tune.study.StoredRun;

/// What runs are ordered by: the best or smallest first, what is undefined last, and of equals the earlier.
enum RunOrder {
    ID(StoredRun::id), NAME(Comparator.comparing(run -> run.label().name())), MASE(PointMetric.MASE), MAE(
            PointMetric.MAE), RMSE(PointMetric.RMSE), MSE(PointMetric.MSE), MAPE(PointMetric.MAPE), SMAPE(
                    PointMetric.SMAPE), R2(PointMetric.R2), EPOCHS(
                            run -> run.result().training().history().epochs().size()), SECONDS(
                                    run -> run.result().training().seconds()), PARAMETERS(
                                            run -> run.result().parameters());

    private final Comparator<StoredRun> comparator;

    RunOrder(Comparator<StoredRun> comparator) {
        this.comparator = comparator.thenComparing(StoredRun::id);
    }

    RunOrder(ToDoubleFunction<StoredRun> value) {
        this(Comparator.comparingDouble(value));
    }

    RunOrder(PointMetric metric) {
        this((StoredRun run) -> (metric.largerIsBetter() ? -1 : 1) * RunFigures.metric(run, metric));
    }

    Comparator<StoredRun> comparator() {
        return comparator;
    }

    @Override
    public String toString() {
        return Values.label(this);
    }
}
