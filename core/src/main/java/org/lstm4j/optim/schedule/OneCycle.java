package org.lstm4j.optim.schedule;

import org.lstm4j.optim.LearningRateSchedule;

/// One climb and one fall along half cosines. The optimizer's own rate is the peak, and may be higher than usual.
///
/// ```
/// peak / startDivisor  →  peak  →  peak / (startDivisor·endDivisor)
///        step 0      share·steps − 1        steps − 1, and after it
/// ```
///
/// PyTorch's OneCycleLR in two phases, without its cycling of momentum; that one refuses steps beyond the last.
///
/// Source: Smith and Topin, Super-Convergence, 2018.
///
/// @param steps of the whole cycle, at least 2
/// @param climbShare of all steps, in [0, 1]
/// @param startDivisor how many times the peak is above the first rate, at least 1
/// @param endDivisor how many times the first rate is above the last, at least 1
public record OneCycle(long steps, double climbShare, double startDivisor, double endDivisor)
        implements
            LearningRateSchedule {

    public OneCycle {
        if (steps < 2) {
            throw new IllegalArgumentException("steps must be at least 2, but was " + steps);
        }
        if (!(climbShare >= 0 && climbShare <= 1)) {
            throw new IllegalArgumentException("climb share must be in [0, 1], but was " + climbShare);
        }
        requireDivisor("start divisor", startDivisor);
        requireDivisor("end divisor", endDivisor);
    }

    /// Three tenths of the steps uphill from a 25th of the peak; at the end a ten-thousandth of where it began.
    public OneCycle(long steps) {
        this(steps, 0.3, 25, 1e4);
    }

    @Override
    public double learningRate(long step, double initial) {
        double first = initial / startDivisor;
        double peakAt = climbShare * steps - 1;
        double last = steps - 1;
        double now = Math.min((double) step, last);
        if (now <= peakAt) {
            return peakAt == 0 ? initial : CosineDecay.between(first, initial, now / peakAt);
        }
        return CosineDecay.between(initial, first / endDivisor, (now - peakAt) / (last - peakAt));
    }

    private static void requireDivisor(String name, double divisor) {
        if (!(divisor >= 1) || Double.isInfinite(divisor)) {
            throw new IllegalArgumentException(name + " must be a number of at least 1, but was " + divisor);
        }
    }
}
