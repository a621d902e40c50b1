package org.lstm4j.report.picture;

/// A row of colours that stand for low to high, each one once, so that a colour tells its level.
///
/// Lightness alone tells high from low, for readers who see few colours and for a printer that has none:
///
/// | scale | levels | low | middle | high |
/// |---|---|---|---|---|
/// | sequential | 255 | dark violet, L* 15 | teal | light yellow, L* 94 |
/// | diverging | 255 | dark blue, L* 38 | near white, L* 95 | dark orange, L* 38 |
///
/// The colours are points of a curve in L*a*b*: lightness goes in even steps, chroma stays within what a screen can
/// show, and the hue turns on the way (sequential) or is one for each side (diverging). Blue and orange stay apart
/// with each of the common kinds of colour blindness.
public final class ColorScale {

    /// The colour of a value that is missing: grey, which neither scale has at this lightness.
    public static final int MISSING = 0x9a9a9a;

    /// An odd number, so that there is a middle; with [#MISSING] as many as a palette of 8 bits holds.
    private static final int LEVELS = 255;
    private static final ColorScale SEQUENTIAL = new ColorScale(sequentialColors(LEVELS));
    private static final ColorScale DIVERGING = new ColorScale(divergingColors(LEVELS));

    private final int[] colors;

    private ColorScale(int[] colors) {
        this.colors = colors;
    }

    /// From dark to light, for values that have a low and a high.
    public static ColorScale sequential() {
        return SEQUENTIAL;
    }

    /// From blue over white to orange, for values on both sides of 0; the middle level is 0.
    public static ColorScale diverging() {
        return DIVERGING;
    }

    /// How many colours there are.
    public int levels() {
        return colors.length;
    }

    /// The colour of a level as 0xRRGGBB.
    public int color(int level) {
        return colors[level];
    }

    /// The level nearest to a share of the way from low (0) to high (1), which is cut to that range.
    public int level(double share) {
        return (int) StrictMath.rint(Math.clamp(share, 0.0, 1.0) * (colors.length - 1));
    }

    /// The level that has this colour, −1 when none has.
    public int levelOf(int rgb) {
        for (int level = 0; level < colors.length; level++) {
            if (colors[level] == (rgb & 0xffffff)) {
                return level;
            }
        }
        return -1;
    }

    /// A colour for a line on a white ground, 3:1 and more: from dark violet to light olive.
    ///
    /// @param share 0 to 1
    public static int onWhite(double share) {
        return Lab.rgb(24 + 36 * share, 26 + 30 * share * share * share, 305 - 200 * share);
    }

    /// A colour for a line on a dark ground, 3:1 and more: from light yellow to blue.
    ///
    /// @param share 0 to 1
    public static int onBlack(double share) {
        double back = 1 - share;
        return Lab.rgb(52 + 40 * back, 26 + 40 * back * back * back, 295 - 195 * back);
    }

    private static int[] sequentialColors(int levels) {
        int[] colors = new int[levels];
        for (int level = 0; level < levels; level++) {
            double share = level / (levels - 1.0);
            colors[level] = Lab.rgb(15 + 79 * share, 26 + 40 * share * share * share, 315 - 215 * share);
        }
        return colors;
    }

    private static int[] divergingColors(int levels) {
        int[] colors = new int[levels];
        for (int level = 0; level < levels; level++) {
            double side = 2 * level / (levels - 1.0) - 1;
            double distance = Math.abs(side);
            double chroma = side < 0 ? 38 * distance : 62 * distance;
            colors[level] = Lab.rgb(95 - 57 * distance, chroma, side < 0 ? 270 : 50);
        }
        return colors;
    }
}
