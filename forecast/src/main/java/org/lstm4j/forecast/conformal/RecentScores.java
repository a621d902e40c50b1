package org.lstm4j.forecast.conformal;

import java.util.Arrays;

/// The latest scores, oldest first. Mutable.
final class RecentScores {

    private final double[] scores;
    private int count;

    RecentScores(int memory) {
        scores = new double[memory];
    }

    void add(double score) {
        if (count == scores.length) {
            System.arraycopy(scores, 1, scores, 0, count - 1);
            count--;
        }
        scores[count++] = score;
    }

    /// The score below which a share of later ones lies: ranks of [ConformalRank] on either side of the middle, the outermost
    /// score where the share asks for one further out; 0 when there are no scores.
    double at(double share) {
        if (count == 0) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(scores, count);
        Arrays.sort(sorted);
        int rank = share >= 0.5
                ? Math.min(ConformalRank.of(count, count, share), count)
                : count + 1 - Math.min(ConformalRank.of(count, count, 1 - share), count);
        return sorted[rank - 1];
    }

    /// A copy.
    double[] values() {
        return Arrays.copyOf(scores, count);
    }
}
