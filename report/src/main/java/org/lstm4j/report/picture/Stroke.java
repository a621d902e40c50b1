package org.lstm4j.report.picture;

/// A line of many pieces with smooth edges and round joints: a pixel is covered as far as its middle lies within half a
/// width of the line. Where pieces overlap the larger coverage counts, so that joints do not show.
final class Stroke {

    private final int width;
    private final int height;
    private final byte[] coverage;
    private final double radius;

    /// @param width of the part of a picture that may be drawn on, in pixels
    /// @param height of that part
    /// @param thickness of the line in pixels
    Stroke(int width, int height, double thickness) {
        this.width = width;
        this.height = height;
        this.coverage = new byte[Math.multiplyExact(width, height)];
        this.radius = thickness / 2;
    }

    /// Adds a piece from one point to another; both may be the same, which makes a dot.
    void piece(double fromX, double fromY, double toX, double toY) {
        double reach = radius + 1;
        int left = Math.max(0, (int) StrictMath.floor(Math.min(fromX, toX) - reach));
        int right = Math.min(width - 1, (int) StrictMath.ceil(Math.max(fromX, toX) + reach));
        int top = Math.max(0, (int) StrictMath.floor(Math.min(fromY, toY) - reach));
        int bottom = Math.min(height - 1, (int) StrictMath.ceil(Math.max(fromY, toY) + reach));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double distance = distance(x, y, fromX, fromY, toX, toY);
                int covered = (int) StrictMath.rint(255 * Math.clamp(radius + 0.5 - distance, 0.0, 1.0));
                int place = y * width + x;
                coverage[place] = (byte) Math.max(coverage[place] & 0xff, covered);
            }
        }
    }

    /// Puts what was drawn on a picture.
    void draw(Pixels pixels, int left, int top, int color) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.blend(left + x, top + y, color, coverage[y * width + x] & 0xff);
            }
        }
    }

    /// From a point to the nearest point of a piece.
    private static double distance(double x, double y, double fromX, double fromY, double toX, double toY) {
        double alongX = toX - fromX;
        double alongY = toY - fromY;
        double squared = alongX * alongX + alongY * alongY;
        double share = squared == 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / squared;
        double nearest = Math.clamp(share, 0.0, 1.0);
        double offX = x - fromX - nearest * alongX;
        double offY = y - fromY - nearest * alongY;
        return StrictMath.sqrt(offX * offX + offY * offY);
    }
}
