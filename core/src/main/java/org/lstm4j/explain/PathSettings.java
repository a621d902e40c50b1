package org.lstm4j.explain;

/// How exactly [IntegratedGradients] goes along its path.
///
/// @param tolerance of the gap, as a share of the difference that is explained; at least 0
/// @param smallGap a gap that is small enough whatever the difference, in the unit of the output; at least 0
/// @param stretchPoints on each stretch of the path, at first the whole of it; at least 2
/// @param mostPoints in all, where halving of stretches ends
public record PathSettings(double tolerance, double smallGap, int stretchPoints, int mostPoints) {

    public PathSettings {
        if (!(tolerance >= 0 && smallGap >= 0)) {
            throw new IllegalArgumentException(
                    "tolerances must be at least 0, but were " + tolerance + " and " + smallGap);
        }
        if (stretchPoints < 2 || mostPoints < stretchPoints) {
            throw new IllegalArgumentException(
                    "a stretch needs at least 2 points, and a path no fewer than a stretch, but there"
                            + " were " + stretchPoints + " a stretch and " + mostPoints + " at most");
        }
    }

    /// A thousandth of the difference or 10⁻⁵; 16 points a stretch, 2,048 at most.
    public static PathSettings standard() {
        return new PathSettings(1e-3, 1e-5, 16, 2048);
    }

    public PathSettings withTolerance(double share) {
        return new PathSettings(share, smallGap, stretchPoints, mostPoints);
    }

    public PathSettings withSmallGap(double gap) {
        return new PathSettings(tolerance, gap, stretchPoints, mostPoints);
    }

    public PathSettings withPoints(int stretch, int most) {
        return new PathSettings(tolerance, smallGap, stretch, most);
    }

    /// Whether a gap beside the difference that is explained is small enough.
    boolean tolerates(double gap, double difference) {
        return gap <= tolerance * Math.abs(difference) + smallGap;
    }
}
