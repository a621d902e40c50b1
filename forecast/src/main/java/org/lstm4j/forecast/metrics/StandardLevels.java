package org.lstm4j.forecast.metrics;

import java.util.Arrays;

/// Where the levels that every judgement needs stand in a forecast that may have more: 0.1 to 0.9 for WQL and CRPS, of
/// which the outer two bound the 80 % interval, and 0.025 and 0.975 around the 95 % interval.
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record StandardLevels(int[] deciles, int lower95, int upper95) {

    private static final double[] DECILES = QuantileScores.deciles();

    static StandardLevels of(QuantileForecast forecast) {
        int[] deciles = new int[DECILES.length];
        for (int index = 0; index < deciles.length; index++) {
            deciles[index] = indexIn(forecast, DECILES[index]);
        }
        return new StandardLevels(deciles, indexIn(forecast, 0.025), indexIn(forecast, 0.975));
    }

    int lower80() {
        return deciles[0];
    }

    int upper80() {
        return deciles[deciles.length - 1];
    }

    /// The sum of the pinball losses over levels 0.1 to 0.9 for one value.
    double pinballOverDeciles(double actual, double[] quantiles) {
        double sum = 0;
        for (int index = 0; index < deciles.length; index++) {
            sum += QuantileScores.pinball(actual, quantiles[deciles[index]], DECILES[index]);
        }
        return sum;
    }

    private static int indexIn(QuantileForecast forecast, double level) {
        int index = forecast.indexOf(level);
        if (index < 0) {
            throw new IllegalArgumentException("judging intervals needs the levels " + Arrays.toString(all())
                    + ", but the forecast lacks " + level + " and has " + Arrays.toString(forecast.levels())
                    + "; have these levels forecast (IntervalAccumulator.levels())");
        }
        return index;
    }

    static double[] all() {
        double[] levels = new double[DECILES.length + 2];
        System.arraycopy(DECILES, 0, levels, 1, DECILES.length);
        levels[0] = 0.025;
        levels[levels.length - 1] = 0.975;
        return levels;
    }
}
