package org.lstm4j.benchmarks.defaults;

import java.util.List;

/// What each alternative comes to on one file.
///
/// @param mase mean absolute error over that of seasonal naive, the defaults' first; shared, never to be changed
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers, never compared
record AlternativeErrors(String file, double[] mase) {

    /// An alternative's error over that of the defaults.
    double relative(int alternative) {
        return mase[alternative] / mase[0];
    }

    /// The alternative with the least geometric mean of relative errors over files; of equal ones the first.
    ///
    /// @param files at least one
    static int best(List<AlternativeErrors> files) {
        int best = 0;
        double least = 0;
        for (int alternative = 1; alternative < files.getFirst().mase().length; alternative++) {
            double sum = 0;
            for (AlternativeErrors file : files) {
                sum += StrictMath.log(file.relative(alternative));
            }
            if (sum < least) {
                least = sum;
                best = alternative;
            }
        }
        return best;
    }
}
