package org.lstm4j.explain;

/// How exactly [IntegratedGradients] goes along its path.
///
/// @param tolerance of the gap, as a share of the difference that is explained; at least 0
/// @param smallGap a gap that is small enough whatever the difference, in the unit of the output; at least 0
/// @param firstPoints on the path, doubled until the gap is within what is tolerated; at least 2
/// @param mostPoints where doubling ends
public record PathSettings(double tolerance, double smallGap, int firstPoints, int mostPoints) {

    public PathSettings {
        if (!(tolerance >= 0 && smallGap >= 0)) {
            throw new IllegalArgumentException(
                    "tolerances must be at least 0, but were " + tolerance + " and " + smallGap);
        }
        if (firstPoints < 2 || mostPoints < firstPoints) {
            throw new IllegalArgumentException(
                    "a path needs at least 2 points, and at most no fewer than at first, but there"
                            + " were " + firstPoints + " at first and " + mostPoints + " at most");
        }
    }

    /// A thousandth of the difference or 10⁻⁵; from 16 to 512 points.
    public static PathSettings standard() {
        return new PathSettings(1e-3, 1e-5, 16, 512);
    }

    public PathSettings withTolerance(double share) {
        return new PathSettings(share, smallGap, firstPoints, mostPoints);
    }

    public PathSettings withSmallGap(double gap) {
        return new PathSettings(tolerance, gap, firstPoints, mostPoints);
    }

    public PathSettings withPoints(int first, int most) {
        return new PathSettings(tolerance, smallGap, first, most);
    }

    /// Whether a gap beside the difference that is explained is small enough.
    boolean tolerates(double gap, double difference) {
        return gap <= tolerance * Math.abs(difference) + smallGap;
    }
}
