package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.esrnn.EsRnn;
import org.lstm4j.forecast.esrnn.EsRnnSeries;

/// The loss of an ES-RNN on the validation parts: of forecasts one horizon after the other, at most a few hundred in all, spread evenly.
/// It counts as the training loss does, without the penalty on levels: twice the pinball loss of smoothed values, as a mean over levels.
final class EsRnnValidation {

    private static final int MOST_ORIGINS = 300;

    private final List<TargetOrigin> origins;
    private final List<EsRnnSeries> pasts = new ArrayList<>();
    private final Compute compute;

    EsRnnValidation(GlobalPlan plan, Compute compute) {
        this.compute = compute;
        origins = thinned(origins(plan));
        for (TargetOrigin from : origins) {
            pasts.add(past(from.target(), from.origin()));
        }
    }

    static EsRnnSeries past(TargetSeries target, int end) {
        return new EsRnnSeries(target.name(), Arrays.copyOf(target.values(), end));
    }

    private static List<TargetOrigin> origins(GlobalPlan plan) {
        List<TargetOrigin> origins = new ArrayList<>();
        for (int index = 0; index < plan.targets().size(); index++) {
            int end = plan.splits().get(index).validationEnd();
            for (int origin = plan.splits().get(index).trainEnd(); origin + plan.horizon() <= end; origin += plan
                    .horizon()) {
                origins.add(new TargetOrigin(plan.targets().get(index), origin));
            }
        }
        return origins;
    }

    private static List<TargetOrigin> thinned(List<TargetOrigin> all) {
        int kept = Math.min(MOST_ORIGINS, all.size());
        List<TargetOrigin> thinned = new ArrayList<>();
        for (int index = 0; index < kept; index++) {
            thinned.add(all.get((int) ((long) index * all.size() / kept)));
        }
        return thinned;
    }

    boolean isEmpty() {
        return origins.isEmpty();
    }

    double loss(EsRnn model) {
        List<double[][]> forecasts = model.forecast(pasts, compute);
        double sum = 0;
        int count = 0;
        for (int index = 0; index < origins.size(); index++) {
            double[] values = origins.get(index).target().values();
            double scale = model.scaleOf(pasts.get(index));
            double[][] forecast = forecasts.get(index);
            for (int step = 0; step < forecast.length; step++) {
                double actual = values[origins.get(index).origin() + step];
                if (!Double.isNaN(actual)) {
                    sum += loss(model, actual, forecast[step], scale);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static double loss(EsRnn model, double actual, double[] quantiles, double scale) {
        List<Double> levels = model.windows().levels();
        double sum = 0;
        for (int level = 0; level < quantiles.length; level++) {
            double error = model.form().toSmoothed(actual, scale) - model.form().toSmoothed(quantiles[level], scale);
            double tau = levels.get(level);
            sum += 2 * error * (error > 0 ? tau : tau - 1);
        }
        return sum / quantiles.length;
    }
}
