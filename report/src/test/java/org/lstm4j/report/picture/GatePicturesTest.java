package org.lstm4j.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.GateKind;
import org.lstm4j.report.content.Grid;
import org.lstm4j.report.content.HeatMapContent;
import org.lstm4j.report.content.HeatMapContent.Range;
import org.lstm4j.report.content.StepAxis;

/// Gate pictures equal the numbers they draw: decoded by the JDK's own reader, each pixel gives back the value of its
/// cell to half a level of the scale.
class GatePicturesTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 40", "40, 1", "7, 5", "256, 500", "3, 2300"})
    void gatePicturesEqualTheNumbersTheyDraw(int units, int steps) throws IOException {
        for (GateKind kind : List.of(GateKind.FORGET, GateKind.CELL)) {
            HeatMapContent content = random(kind, units, steps);
            HeatMap map = HeatMap.of(content);
            HeatMapPanel panel = new HeatMapPanel(content);
            BufferedImage inline = decode(map.png());
            BufferedImage file = decode(new HeatMapPicture(content).png());
            int left = HeatMapPicture.MARGIN + panel.before();
            int top = HeatMapPicture.MARGIN + panel.above();

            assertThat(inline.getWidth()).isEqualTo(steps);
            assertThat(inline.getHeight()).isEqualTo(units);
            checkCells(inline, content, 0, 0, 1, 1);
            checkCells(file, content, left, top, panel.cellWidth(), panel.cellHeight());
        }
    }

    @Test
    void picturesOfManyUnitsAndStepsStayOfAReadableSize() throws IOException {
        BufferedImage large = decode(new HeatMapPicture(random(GateKind.HIDDEN, 256, 500)).png());
        BufferedImage small = decode(new HeatMapPicture(random(GateKind.HIDDEN, 1, 1)).png());

        assertThat(large.getWidth()).isBetween(900, 2000);
        assertThat(large.getHeight()).isBetween(500, 1500);
        assertThat(small.getWidth()).isLessThan(700);
    }

    @Test
    void theOverviewEqualsTheNumbersOfEveryGate() throws IOException {
        List<HeatMapContent> maps = new ArrayList<>();
        for (GateKind kind : List.of(GateKind.FORGET, GateKind.INPUT, GateKind.OUTPUT, GateKind.CANDIDATE,
                GateKind.CELL,
                GateKind.HIDDEN)) {
            maps.add(random(kind, 12, 70));
        }
        BufferedImage picture = decode(new GatesPicture("0.lstm", maps).png());
        GatesPicture.Layout layout = new GatesPicture.Layout(maps.stream().map(GatesPicture::panel).toList());

        for (int index = 0; index < maps.size(); index++) {
            HeatMapPanel panel = layout.panels().get(index);
            checkCells(picture, maps.get(index), layout.left(index), layout.top(index), panel.cellWidth(),
                    panel.cellHeight());
        }
        assertThat(layout.left(2)).isEqualTo(layout.left(0));
        assertThat(layout.top(1)).isEqualTo(layout.top(0));
    }

    @Test
    void theColorBarGoesFromLowToHigh() throws IOException {
        HeatMap map = HeatMap.of(random(GateKind.CELL, 3, 3));
        BufferedImage bar = decode(map.barPng());

        assertThat(map.scale().colors().levelOf(bar.getRGB(0, 0))).isEqualTo(254);
        assertThat(map.scale().colors().levelOf(bar.getRGB(0, 254))).isZero();
        assertThat(map.scale().colors().levelOf(bar.getRGB(0, 200))).isEqualTo(54);
    }

    @Test
    void aMissingValueHasAColorOfItsOwn() throws IOException {
        HeatMapContent content = GateKind.CELL.map(new StepAxis(3, 0, "step"), "step",
                Grid.of(new double[][]{{1, Double.NaN, -4}}));

        assertThat(decode(HeatMap.of(content).png()).getRGB(1, 0) & 0xffffff).isEqualTo(ColorScale.MISSING);
    }

    @Test
    void aConstantZeroIsDrawnAsZero() throws IOException {
        HeatMapContent content = GateKind.CELL.map(new StepAxis(1, 0, "step"), "step", Grid.of(new double[][]{{0}}));

        assertThat(HeatMap.of(content).scale().value(127)).isZero();
        assertThat(decode(HeatMap.of(content).png()).getRGB(0, 0) & 0xffffff)
                .isEqualTo(ColorScale.diverging().color(127));
    }

    @Test
    void equalNumbersGiveEqualBytes() {
        assertThat(new HeatMapPicture(random(GateKind.CELL, 9, 11)).png())
                .isEqualTo(new HeatMapPicture(random(GateKind.CELL, 9, 11)).png());
    }

    @Test
    void longNamesAreCutAndForeignOnesBecomeBoxes() throws IOException {
        Axis axis = new StepAxis(2, -2, "step");
        HeatMapContent content = new HeatMapContent("títle 漢字", "", "MW", Range.POSITIVE, "column",
                List.of("x".repeat(500)), axis, "step", Grid.of(new double[][]{{1, 2}}));

        assertThat(decode(new HeatMapPicture(content).png()).getWidth()).isLessThan(500);
    }

    @Test
    void writesTheFileWhole(@TempDir Path folder) throws IOException {
        HeatMapPicture picture = new HeatMapPicture(random(GateKind.OUTPUT, 4, 4));
        picture.writeTo(folder.resolve("gate.png"));

        assertThat(folder.resolve("gate.png")).hasBinaryContent(picture.png());
    }

    @Test
    void refusesGatesOfDifferentStepsInOnePicture() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GatesPicture("x",
                List.of(random(GateKind.INPUT, 2, 3), random(GateKind.CELL, 2, 4))))
                .withMessage(
                        "heat maps in one picture have the same steps, but 'input gate' has 3 and 'cell state' has 4;"
                                + " draw them apart");
    }

    private static void checkCells(BufferedImage image, HeatMapContent content, int left, int top, int wide, int high) {
        ValueScale scale = HeatMap.of(content).scale();
        for (int row = 0; row < content.values().rows(); row++) {
            for (int column = 0; column < content.values().columns(); column++) {
                for (int corner : new int[]{0, 1}) {
                    int x = left + column * wide + corner * (wide - 1);
                    int y = top + row * high + corner * (high - 1);
                    int level = scale.colors().levelOf(image.getRGB(x, y));
                    assertThat(scale.value(level)).isCloseTo(content.values().at(row, column),
                            within(scale.resolution() * 1.000001));
                }
            }
        }
    }

    private static HeatMapContent random(GateKind kind, int units, int steps) {
        SplittableRandom random = new SplittableRandom(units * 1000L + steps);
        double[][] values = new double[units][steps];
        for (double[] row : values) {
            Arrays.setAll(row,
                    _ -> kind == GateKind.FORGET || kind == GateKind.INPUT || kind == GateKind.OUTPUT
                            ? random.nextDouble()
                            : 7 * random.nextDouble() - 3.5);
        }
        return kind.map(new StepAxis(steps, -steps, "step"), "steps before the forecast", Grid.of(values));
    }

    private static BufferedImage decode(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
