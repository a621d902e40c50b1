package org.lstm4j.report.picture;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.lstm4j.report.content.CurvesContent;
import org.lstm4j.report.content.CurvesContent.Scale;
import org.lstm4j.report.content.NamedValues;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.Values;

class LinePictureTest {

    @Test
    void aLineGoesThroughItsValues() throws IOException {
        // 0 and 10 are the ends of the scale: 3 lies 7 tenths of 359 pixels from the top
        BufferedImage picture = picture(Scale.LINEAR, 0, 3, 10);

        assertThat(rowsOf(picture, 1)).hasSize(1);
        assertThat(rowsOf(picture, 1).getFirst() - rowsOf(picture, 2).getFirst()).isEqualTo(251);
        assertThat(rowsOf(picture, 0).getFirst() - rowsOf(picture, 2).getFirst()).isEqualTo(359);
    }

    @Test
    void equalFactorsAreEqualDistancesOnALogarithmicScale() throws IOException {
        BufferedImage picture = picture(Scale.LOGARITHMIC, 1e-6, 1e-3, 1);

        int low = rowsOf(picture, 0).getLast();
        int middle = rowsOf(picture, 1).getFirst();
        int high = rowsOf(picture, 2).getFirst();
        assertThat(low - middle).isBetween(middle - high - 2, middle - high + 2);
    }

    @Test
    void zeroHasNoPlaceOnALogarithmicScaleAndLeavesAGap() throws IOException {
        assertThat(rowsOf(picture(Scale.LOGARITHMIC, 1, 0, 10), 1)).isEmpty();
        assertThat(rowsOf(picture(Scale.LINEAR, 1, NaN, 10), 1)).isEmpty();
    }

    @Test
    void drawsWhatHasNoValueAtAll() throws IOException {
        assertThat(picture(Scale.LOGARITHMIC, 0, NaN, -1).getWidth()).isGreaterThan(800);
        assertThat(picture(Scale.LINEAR, 5, 5, 5).getWidth()).isGreaterThan(800);
    }

    @Test
    void equalValuesGiveEqualBytes() {
        assertThat(new LinePicture(content(Scale.LINEAR, 1, 2, 3)).png())
                .isEqualTo(new LinePicture(content(Scale.LINEAR, 1, 2, 3)).png());
    }

    private static CurvesContent content(Scale scale, double... values) {
        return new CurvesContent("gradient", "", "", scale, new StepAxis(values.length, 1, "step"), "step",
                List.of(new NamedValues("", Values.of(values))));
    }

    private static BufferedImage picture(Scale scale, double... values) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(new LinePicture(content(scale, values)).png()));
    }

    /// Rows of full line colour in the column of one of three values.
    private static List<Integer> rowsOf(BufferedImage picture, int value) {
        int right = picture.getWidth() - 16 - 24 - 1;
        int x = right - 839 + (int) StrictMath.rint(value * 839 / 2.0);
        List<Integer> rows = new ArrayList<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            if ((picture.getRGB(x, y) & 0xffffff) == Ink.line(0)) {
                rows.add(y);
            }
        }
        return rows;
    }
}
