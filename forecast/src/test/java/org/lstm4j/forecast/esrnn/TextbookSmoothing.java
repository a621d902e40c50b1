package org.lstm4j.forecast.esrnn;

import java.util.List;

/// Levels and seasonal indices as a textbook defines them, by recursion from the end and without regard to speed.
final class TextbookSmoothing {

    private final List<Integer> seasons;
    private final double[] values;
    private final double[] parameters;

    TextbookSmoothing(List<Integer> seasons, double[] values, double[] parameters) {
        this.seasons = seasons;
        this.values = values;
        this.parameters = parameters;
    }

    /// ℓ_t = α·(z_t − s_t) + (1 − α)·ℓ_{t−1}
    double level(int step) {
        if (step == 0) {
            return values[0] - season(0);
        }
        if (Double.isNaN(values[step])) {
            return level(step - 1);
        }
        double alpha = share(0);
        return alpha * (values[step] - season(step)) + (1 - alpha) * level(step - 1);
    }

    /// The sum of all seasons' indices.
    double season(int step) {
        double sum = 0;
        for (int season = 0; season < seasons.size(); season++) {
            sum += index(season, step);
        }
        return sum;
    }

    /// s^k_t = σ_k·(z_{t−m} − ℓ_{t−m} − the other seasons) + (1 − σ_k)·s^k_{t−m}
    private double index(int season, int step) {
        int length = seasons.get(season);
        if (step < length) {
            int first = 1 + seasons.size();
            for (int before = 0; before < season; before++) {
                first += seasons.get(before);
            }
            return parameters[first + step];
        }
        int before = step - length;
        if (Double.isNaN(values[before])) {
            return index(season, before);
        }
        double sigma = share(1 + season);
        double others = season(before) - index(season, before);
        return sigma * (values[before] - level(before) - others) + (1 - sigma) * index(season, before);
    }

    private double share(int parameter) {
        return 1 / (1 + StrictMath.exp(-parameters[parameter]));
    }
}
