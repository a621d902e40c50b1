package org.lstm4j.forecast.esrnn;

/// What a level has to pay for not being smooth: the mean of its squared second differences, (ℓ_{t+1} − 2·ℓ_t + ℓ_{t−1})², times a weight.
/// In the logarithmic form these are Smyl's differences of the log of ℓ_{t+1}/ℓ_t.
final class LevelPenalty {

    private final double weight;

    LevelPenalty(double weight) {
        this.weight = weight;
    }

    /// The penalty of the first levels of an array.
    ///
    /// @param gradients of the levels, added to
    double add(double[] levels, int count, double[] gradients) {
        if (count < 3 || weight == 0) {
            return 0;
        }
        double share = weight / (count - 2);
        double sum = 0;
        for (int step = 1; step < count - 1; step++) {
            double second = levels[step + 1] - 2 * levels[step] + levels[step - 1];
            sum += share * second * second;
            gradients[step + 1] += 2 * share * second;
            gradients[step] -= 4 * share * second;
            gradients[step - 1] += 2 * share * second;
        }
        return sum;
    }
}
