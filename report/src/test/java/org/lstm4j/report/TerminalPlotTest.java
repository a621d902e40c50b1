package org.lstm4j.report;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.report.TerminalPlot.Glyphs;
import org.lstm4j.report.TerminalPlot.Line;
import org.lstm4j.report.content.Band;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.TimeAxis;
import org.lstm4j.report.content.Values;

class TerminalPlotTest {

    private final List<Line> rampAndForecast = List.of(
            new Line("history", Values.of(0, 10, 20, 30, NaN, NaN)),
            new Line("forecast", Values.of(NaN, NaN, NaN, NaN, 20, 10)));
    private final StepAxis steps = new StepAxis(6, 0, "step");

    @Test
    void drawsHistoryAndForecastInAscii() {
        assertThat(new TerminalPlot(40, 7, Glyphs.ASCII).draw("MW", steps, rampAndForecast, 4)).isEqualTo("""
                MW
                30 +                    **      :
                   |                ****        :
                20 +             ***            oo
                   |         ****               : oooo
                10 +      ***                   :     oo
                   |  ****                      :
                 0 +**                          :
                   +----------------------------+-------
                    0                                  5
                    **** history   oooo forecast   : forecast from 4
                """);
    }

    @Test
    void drawsTheSameInBraille() {
        assertThat(new TerminalPlot(40, 4, Glyphs.UNICODE).draw("", steps, rampAndForecast, 4)).isEqualTo("""
                30 ┤                ⢀⣀⠤⠔⠒⠉      ┊
                20 ┤           ⣀⠤⠔⠒⠉⠁           ⠐⠢⠤ ⡀
                10 ┤     ⣀⡠⠤⠒⠊⠉                 ┊   ⠈⠑⠒
                 0 ┤⣀⠤⠔⠒⠉                       ┊
                   └────────────────────────────┴───────
                    0                                  5
                    ⠤⠤⠤⠤ history   ⠤⠤⠤  forecast   ┊ forecast from 4
                """);
    }

    @Test
    void shadesABandWhereLinesLeaveItRoom() {
        Band band = new Band(0.8, Values.of(NaN, NaN, NaN, NaN, 10, 0), Values.of(NaN, NaN, NaN, NaN, 30, 20));

        assertThat(new TerminalPlot(40, 7, Glyphs.ASCII).draw("", steps, rampAndForecast, List.of(band), 4))
                .isEqualTo("""
                        30 +                    **      ..
                           |                ****        ......
                        20 +             ***            oo......
                           |         ****               ..oooo..
                        10 +      ***                   ......oo
                           |  ****                      : ......
                         0 +**                          :     ..
                           +----------------------------+-------
                            0                                  5
                            **** history   oooo forecast   : forecast from 4
                            .... 80 % interval
                        """);
    }

    @Test
    void bandsWidenTheScaleAndHaveGapsAndStepsAlone() {
        Band band = new Band(0.95, Values.of(NaN, NaN, -40, NaN, 10, 20), Values.of(NaN, NaN, 80, NaN, 20, 30));
        String plot = new TerminalPlot(40, 8, Glyphs.UNICODE).draw("", steps, rampAndForecast, List.of(band), 4);

        assertThat(plot).isEqualTo("""
                   │              ⠂             ┊
                   │              ⠂             ┊
                50 ┤              ⠂             ┊
                   │              ⠂⢀⣀⣀⠤⠤⠔⠒      ┊     ⠂⠂
                   │   ⢀⣀⣀⠤⠤⠤⠒⠒⠒⠊⠉⠉⠁            ⠈⠉⠑⠂⠒⠒⠤
                 0 ┤⠒⠊⠉⠁          ⠂             ┊
                   │              ⠂             ┊
                   │              ⠂             ┊
                   └────────────────────────────┴───────
                    0                                  5
                    ⠤⠤⠤⠤ history   ⠤⠤⠤  forecast   ┊ forecast from 4
                    ⠂⠂⠂⠂ 95 % interval
                """);
    }

    @Test
    void leavesGapsOpenAndShowsAValueAloneAsADot() {
        String plot = new TerminalPlot(40, 4, Glyphs.ASCII).draw("", new StepAxis(5, 0, "step"),
                List.of(new Line("x", Values.of(1, NaN, 1, NaN, 1))), -1);

        assertThat(plot.lines().filter(line -> line.contains("*") && !line.contains("x")).toList()).singleElement()
                .asString().matches("[^*]*\\*  +\\*  +\\*");
    }

    @Test
    void keepsToItsWidthAndToAsciiWhateverTheNames() {
        TimeAxis days = new TimeAxis(new long[]{0, 86_400_000, 172_800_000}, ZoneOffset.UTC);
        String plot = new TerminalPlot(48, 5, Glyphs.ASCII).draw("°C", days,
                List.of(new Line("Größe\u001b[31m", Values.of(-1.5, 0, 2.25))), 1);

        assertThat(plot).matches("[\\x20-\\x7e\\n]+").contains("1970-01-01", "1970-01-03", "-1");
        assertThat(plot.lines().limit(7)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(48));
    }

    @Test
    void drawsConstantsHugeValuesAndNothingAtAll() {
        TerminalPlot plot = new TerminalPlot(40, 4, Glyphs.UNICODE);
        StepAxis axis = new StepAxis(2, 0, "step");

        assertThat(plot.draw("", axis, List.of(new Line("x", Values.of(7, 7))), -1)).contains("10 ┤");
        assertThat(plot.draw("", axis, List.of(new Line("x", Values.of(0, 0))), -1)).contains("0 ┤");
        assertThat(plot.draw("", axis, List.of(new Line("x", Values.of(-Double.MAX_VALUE, Double.MAX_VALUE))), -1))
                .contains("1e308");
        assertThat(plot.draw("", axis, List.of(new Line("x", Values.of(NaN, NaN))), -1))
                .isEqualTo("There is no value to draw.\n");
        assertThat(plot.draw("", new StepAxis(0, 0, "step"), List.of(new Line("x", Values.empty())), -1))
                .isEqualTo("There is no value to draw.\n");
    }

    @Test
    void rejectsWhatCannotBeDrawn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TerminalPlot(39, 10, Glyphs.ASCII))
                .withMessage("a plot needs at least 40 columns and 4 rows, but got 39 and 10");
        assertThatIllegalArgumentException().isThrownBy(
                () -> new TerminalPlot(40, 10, Glyphs.ASCII).draw("", steps,
                        List.of(new Line("x", Values.of(1))), -1))
                .withMessage("line 'x' has 1 values, but the axis has 6");
        assertThatIllegalArgumentException().isThrownBy(
                () -> new TerminalPlot(40, 10, Glyphs.ASCII).draw("", steps, rampAndForecast,
                        List.of(new Band(0.8, Values.of(1), Values.of(1))), -1))
                .withMessage("line '80\u202f% interval' has 1 values, but the axis has 6");
    }
}
