package org.lstm4j.report.picture;

/// Colours by how they look: CIE 1976 L*a*b* under D65, to and from sRGB.
///
/// Source: CIE 15:2004, section 8.2.1 (L*a*b*); IEC 61966-2-1 (sRGB primaries and transfer function).
final class Lab {

    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    /// Below this the cube root gives way to a straight line.
    private static final double KNEE = 6.0 / 29;

    private Lab() {}

    /// The sRGB colour as 0xRRGGBB, cut to what a screen can show.
    ///
    /// @param lightness L*, 0 black to 100 white
    /// @param chroma distance from grey
    /// @param hue in degrees: 50 orange, 100 yellow, 200 teal, 270 blue
    static int rgb(double lightness, double chroma, double hue) {
        double angle = StrictMath.toRadians(hue);
        double y = (lightness + 16) / 116;
        double x = y + chroma * StrictMath.cos(angle) / 500;
        double z = y - chroma * StrictMath.sin(angle) / 200;
        double linearX = WHITE_X * cubed(x);
        double linearY = cubed(y);
        double linearZ = WHITE_Z * cubed(z);
        int red = encoded(3.2406 * linearX - 1.5372 * linearY - 0.4986 * linearZ);
        int green = encoded(-0.9689 * linearX + 1.8758 * linearY + 0.0415 * linearZ);
        int blue = encoded(0.0557 * linearX - 0.2040 * linearY + 1.0570 * linearZ);
        return red << 16 | green << 8 | blue;
    }

    /// L* of a colour 0xRRGGBB.
    static double lightness(int rgb) {
        double y = 0.2126 * decoded(rgb >> 16 & 0xff) + 0.7152 * decoded(rgb >> 8 & 0xff)
                + 0.0722 * decoded(rgb & 0xff);
        return y > KNEE * KNEE * KNEE ? 116 * StrictMath.cbrt(y) - 16 : y * 116 / (3 * KNEE * KNEE);
    }

    /// Light of a channel, 0 to 1.
    static double decoded(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double light) {
        double share = light <= 0.0031308 ? 12.92 * light : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
        return (int) StrictMath.rint(255 * Math.clamp(share, 0.0, 1.0));
    }

    private static double cubed(double value) {
        return value > KNEE ? value * value * value : 3 * KNEE * KNEE * (value - 4.0 / 29);
    }
}
