package org.lstm4j.forecast.deepar;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.compute.Compute;

/// Small models for tests.
final class SmallModel {

    static final int HORIZON = 6;

    private SmallModel() {}

    /// Context 8, horizon 6, lags 1, 2 and 8, one layer of 12 units.
    static DeepArSettings settings() {
        return new DeepArSettings(8, HORIZON, ContextScaling.MEAN_ABSOLUTE, List.of(1, 2, 8), new GaussianLikelihood(),
                false,
                new DeepArNetwork(12, 1, 0), DeepArTraining.standard().withEpochs(1).withBatches(4, 8), 20);
    }

    /// Barely trained, for what must hold of any weights.
    static DeepAr of(List<DeepArSeries> series) {
        return new DeepArTrainer(settings(), Compute.shared()).train(series);
    }

    static List<DeepArSeries> series(int count, int steps) {
        List<DeepArSeries> series = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            series.add(SeasonalProcess.draw("series " + index, 10 + 5 * index, steps, 20).series());
        }
        return series;
    }
}
