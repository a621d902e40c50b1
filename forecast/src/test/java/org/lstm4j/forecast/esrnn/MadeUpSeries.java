package org.lstm4j.forecast.esrnn;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.random.RandomStream;

/// Small series with a season of four steps, and settings so small that an epoch takes a moment.
final class MadeUpSeries {

    private static final double[] SEASON = {1.3, 0.8, 1.1, 0.8};

    private MadeUpSeries() {}

    static EsRnnSeries seasonal(String name, int steps, double level, double growth) {
        RandomStream random = RandomStream.at(name.length() * 31L + name.charAt(0), 0);
        double[] values = new double[steps];
        for (int step = 0; step < steps; step++) {
            double trend = level * StrictMath.exp(growth * step);
            values[step] = trend * SEASON[step % 4] * StrictMath.exp(0.02 * random.nextGaussian());
        }
        return new EsRnnSeries(name, values);
    }

    /// Six series of different lengths, levels and growths.
    static List<EsRnnSeries> several() {
        List<EsRnnSeries> series = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            series.add(seasonal("series " + (char) ('a' + number), 30 + 4 * number, 10 * (number + 1),
                    0.004 * (number - 2)));
        }
        return series;
    }

    static EsRnnSettings settings(int epochs) {
        return EsRnnSettings.forSeasons(3, 4)
                .withWindows(windows -> windows.withLevels(0.1, 0.5, 0.9))
                .withNetwork(network -> network.withHidden(5))
                .withTraining(training -> training.withEpochs(epochs).withBatchSize(5));
    }
}
