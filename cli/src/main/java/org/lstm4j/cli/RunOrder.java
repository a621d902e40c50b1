package org.lstm4j.cli;

import java.util.Comparator;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.tune.study.StoredRun;

/// What runs are ordered by: the best or smallest first, what is undefined last, and of equals the earlier.
enum RunOrder {
    ID, NAME, MASE, MAE, RMSE, MSE, MAPE, SMAPE, R2, EPOCHS, SECONDS, PARAMETERS;

    Comparator<StoredRun> comparator() {
        return first().thenComparingInt(StoredRun::id);
    }

    private Comparator<StoredRun> first() {
        return switch (this) {
            case ID -> Comparator.comparingInt(StoredRun::id);
            case NAME -> Comparator.comparing(run -> run.label().name());
            case MASE -> by(PointMetric.MASE);
            case MAE -> by(PointMetric.MAE);
            case RMSE -> by(PointMetric.RMSE);
            case MSE -> by(PointMetric.MSE);
            case MAPE -> by(PointMetric.MAPE);
            case SMAPE -> by(PointMetric.SMAPE);
            case R2 -> by(PointMetric.R2);
            case EPOCHS -> Comparator.comparingInt(run -> run.result().training().history().epochs().size());
            case SECONDS -> Comparator.comparingDouble(run -> run.result().training().seconds());
            case PARAMETERS -> Comparator.comparingLong(run -> run.result().parameters());
        };
    }

    private static Comparator<StoredRun> by(PointMetric metric) {
        int sign = metric.largerIsBetter() ? -1 : 1;
        return Comparator.comparingDouble(run -> sign * RunFigures.metric(run, metric));
    }

    @Override
    public String toString() {
        return Values.label(this);
    }
}
