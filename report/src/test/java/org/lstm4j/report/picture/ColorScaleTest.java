package org.lstm4j.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColorScaleTest {

    /// Machado, Oliveira, Fernandes (2009), severity 1: what is left of linear red, green and blue.
    private static final List<double[][]> BLINDNESSES = List.of(
            new double[][]{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
                {-0.003882, -0.048116, 1.051998}},
            new double[][]{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
                {-0.011820, 0.042940, 0.968881}},
            new double[][]{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
                {0.004733, 0.691367, 0.303900}});

    @Test
    void hasEachColorOnceAndTheMissingOneNowhere() {
        for (ColorScale scale : List.of(ColorScale.sequential(), ColorScale.diverging())) {
            Set<Integer> colors = new LinkedHashSet<>(List.of(ColorScale.MISSING));
            for (int level = 0; level < scale.levels(); level++) {
                assertThat(colors.add(scale.color(level))).as("level " + level).isTrue();
                assertThat(scale.levelOf(scale.color(level))).isEqualTo(level);
            }
            assertThat(scale.levelOf(ColorScale.MISSING)).isEqualTo(-1);
        }
    }

    @Test
    void sequentialColorsGrowLighterInEvenSteps() {
        ColorScale scale = ColorScale.sequential();

        assertThat(Lab.lightness(scale.color(0))).isCloseTo(15, within(0.5));
        assertThat(Lab.lightness(scale.color(254))).isCloseTo(94, within(0.5));
        for (int level = 16; level < scale.levels(); level++) {
            double step = Lab.lightness(scale.color(level)) - Lab.lightness(scale.color(level - 16));
            assertThat(step).as("level " + level).isCloseTo(16 * 79 / 254.0, within(0.8));
        }
    }

    @Test
    void divergingColorsAreLightestInTheMiddleAndEquallyDarkOnBothSides() {
        ColorScale scale = ColorScale.diverging();

        assertThat(Lab.lightness(scale.color(127))).isCloseTo(95, within(0.5));
        for (int distance = 8; distance <= 127; distance++) {
            double below = Lab.lightness(scale.color(127 - distance));
            double above = Lab.lightness(scale.color(127 + distance));
            assertThat(below).as("distance " + distance).isCloseTo(above, within(0.8))
                    .isLessThan(Lab.lightness(scale.color(127 - distance + 8)) - 2);
        }
    }

    @Test
    void colorBlindReadersTellTheSidesApartAndLowFromHigh() {
        for (double[][] blindness : BLINDNESSES) {
            for (int distance = 40; distance <= 127; distance++) {
                int below = seen(ColorScale.diverging().color(127 - distance), blindness);
                int above = seen(ColorScale.diverging().color(127 + distance), blindness);
                assertThat(farthestChannel(below, above)).as("distance " + distance).isGreaterThan(35);
            }
            for (int level = 16; level < 255; level++) {
                assertThat(Lab.lightness(seen(ColorScale.sequential().color(level), blindness))).as("level " + level)
                        .isGreaterThan(Lab.lightness(seen(ColorScale.sequential().color(level - 16), blindness)));
            }
        }
    }

    @Test
    void linesStandOutFromTheirGround() {
        for (double share = 0; share <= 1; share += 1 / 64.0) {
            assertThat(contrast(ColorScale.onWhite(share), 0xffffff)).as("share " + share).isGreaterThan(3);
            assertThat(contrast(ColorScale.onBlack(share), 0x14181d)).as("share " + share).isGreaterThan(3);
        }
    }

    @Test
    void zeroIsTheMiddleAndValuesBeyondTheEndsHaveTheColorOfTheEnd() {
        ValueScale scale = new ValueScale(ColorScale.diverging(), -2, 2);

        assertThat(scale.level(0)).isEqualTo(127);
        assertThat(scale.value(127)).isZero();
        assertThat(scale.level(Double.POSITIVE_INFINITY)).isEqualTo(254);
        assertThat(scale.level(-3)).isZero();
        assertThat(scale.color(Double.NaN)).isEqualTo(ColorScale.MISSING);
        assertThat(scale.resolution()).isCloseTo(2 / 254.0, within(1e-12));
    }

    @Test
    void rejectsAScaleThatGoesNowhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueScale(ColorScale.sequential(), 1, 1))
                .withMessage("a colour scale goes from a finite value to a larger one, but this one from 1.0 to 1.0");
    }

    private static int seen(int rgb, double[][] matrix) {
        double[] light = {Lab.decoded(rgb >> 16 & 0xff), Lab.decoded(rgb >> 8 & 0xff), Lab.decoded(rgb & 0xff)};
        int seen = 0;
        for (double[] row : matrix) {
            double channel = Math.clamp(row[0] * light[0] + row[1] * light[1] + row[2] * light[2], 0.0, 1.0);
            seen = seen << 8 | (int) StrictMath.rint(255 * (channel <= 0.0031308
                    ? 12.92 * channel
                    : 1.055 * StrictMath.pow(channel, 1 / 2.4) - 0.055));
        }
        return seen;
    }

    private static int farthestChannel(int one, int other) {
        int farthest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            farthest = Math.max(farthest, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return farthest;
    }

    private static double contrast(int one, int other) {
        double light = luminance(one);
        double ground = luminance(other);
        return (Math.max(light, ground) + 0.05) / (Math.min(light, ground) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * Lab.decoded(rgb >> 16 & 0xff) + 0.7152 * Lab.decoded(rgb >> 8 & 0xff)
                + 0.0722 * Lab.decoded(rgb & 0xff);
    }
}
