package org.lstm4j.report.picture;

import java.util.Arrays;

/// A picture of so many pixels, row by row from the top left; each an opaque 0xRRGGBB. What lies outside is cut off.
final class Pixels {

    private final int width;
    private final int height;
    private final int[] colors;

    /// A picture of one colour.
    Pixels(int width, int height, int color) {
        this.width = width;
        this.height = height;
        this.colors = new int[Math.multiplyExact(width, height)];
        Arrays.fill(colors, color);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int color(int x, int y) {
        return colors[y * width + x];
    }

    void fill(int left, int top, int wide, int high, int color) {
        int right = Math.min(left + wide, width);
        for (int y = Math.max(top, 0); y < Math.min(top + high, height); y++) {
            for (int x = Math.max(left, 0); x < right; x++) {
                colors[y * width + x] = color;
            }
        }
    }

    /// The frame of a rectangle, one pixel thick, just outside it.
    void frame(int left, int top, int wide, int high, int color) {
        fill(left - 1, top - 1, wide + 2, 1, color);
        fill(left - 1, top + high, wide + 2, 1, color);
        fill(left - 1, top, 1, high, color);
        fill(left + wide, top, 1, high, color);
    }

    /// Lays a colour over a pixel.
    ///
    /// @param coverage 0 leaves the pixel as it is, 255 replaces it
    void blend(int x, int y, int color, int coverage) {
        if (x < 0 || y < 0 || x >= width || y >= height || coverage == 0) {
            return;
        }
        int below = colors[y * width + x];
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum = (color >> shift & 0xff) * coverage + (below >> shift & 0xff) * (255 - coverage);
            mixed |= ((sum + 127) / 255) << shift;
        }
        colors[y * width + x] = mixed;
    }
}
