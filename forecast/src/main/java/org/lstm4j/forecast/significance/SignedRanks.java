package org.lstm4j.forecast.significance;

import java.util.Arrays;
import org.lstm4j.special.Normal;

/// The ranks by size of differences other than 0, and the sum of those that belong to differences above 0.
///
/// Equal sizes share the mean of their ranks. Ranks are kept doubled, so that they are whole.
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record SignedRanks(int[] doubledRanks, long doubledSum) {

    static SignedRanks of(double[] differences) {
        double[] sizes = Arrays.stream(differences).map(Math::abs).filter(size -> size > 0).sorted().toArray();
        int[] doubled = new int[sizes.length];
        for (int start = 0; start < sizes.length;) {
            int end = start;
            while (end < sizes.length && sizes[end] == sizes[start]) {
                end++;
            }
            // the ranks start + 1 … end have the mean (start + 1 + end) / 2
            Arrays.fill(doubled, start, end, start + 1 + end);
            start = end;
        }
        long sum = 0;
        for (double difference : differences) {
            if (difference > 0) {
                sum += doubled[Arrays.binarySearch(sizes, difference)];
            }
        }
        return new SignedRanks(doubled, sum);
    }

    int count() {
        return doubledRanks.length;
    }

    /// The sum minus its mean under fair signs, over its standard deviation.
    double standardised() {
        return (doubledSum - doubledMean()) / doubledDeviation();
    }

    /// Probability of a sum up to this one under fair signs.
    double exactUpTo() {
        return sum(probabilities(), 0, (int) doubledSum);
    }

    /// Probability of this sum or a larger one under fair signs.
    double exactFrom() {
        double[] probabilities = probabilities();
        return sum(probabilities, (int) doubledSum, probabilities.length - 1);
    }

    double normalUpTo() {
        return Normal.cumulative((doubledSum + 1 - doubledMean()) / doubledDeviation());
    }

    double normalFrom() {
        return Normal.cumulative((doubledMean() + 1 - doubledSum) / doubledDeviation());
    }

    /// The probability of each doubled sum: rank after rank is added or not.
    private double[] probabilities() {
        int most = Arrays.stream(doubledRanks).sum();
        double[] probabilities = new double[most + 1];
        probabilities[0] = 1;
        int reached = 0;
        for (int rank : doubledRanks) {
            reached += rank;
            for (int total = reached; total >= 0; total--) {
                double without = probabilities[total];
                double with = total < rank ? 0 : probabilities[total - rank];
                probabilities[total] = (without + with) / 2;
            }
        }
        return probabilities;
    }

    private double doubledMean() {
        double sum = 0;
        for (int rank : doubledRanks) {
            sum += rank;
        }
        return sum / 2;
    }

    /// The variance of a rank times a fair coin is rank² / 4, which takes care of ties.
    private double doubledDeviation() {
        double sum = 0;
        for (double rank : doubledRanks) {
            sum += rank * rank;
        }
        return Math.sqrt(sum) / 2;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int index = from; index <= to; index++) {
            sum += values[index];
        }
        return sum;
    }
}
