package org.lstm4j.report;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.report.Figure.Area;
import org.lstm4j.report.Figure.Extras;
import org.lstm4j.report.Figure.Line;
import org.lstm4j.report.Figure.Plot;
import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.TimeAxis;
import org.lstm4j.report.content.Values;

class FigureJsonTest {

    private static final long DAY = 86_400_000;

    @Test
    void writesDistancesBetweenPositionsAndTheOffsetsOfTheTimeZone() {
        long start = Instant.parse("2012-03-24T00:00:00Z").toEpochMilli();
        long change = Instant.parse("2012-03-25T01:00:00Z").toEpochMilli();
        Axis axis = new TimeAxis(new long[]{start, start + DAY, start + 2 * DAY}, ZoneId.of("Europe/Berlin"));

        assertThat(Json.write(plot(axis, Extras.none(), 1, 2, 3).require("axis"))).isEqualTo(
                "{\"name\":\"time\",\"title\":\"\",\"distances\":[" + start + "," + DAY + "," + DAY
                        + "],\"resolution\":\"MINUTE\",\"offsets\":[[" + start + ",3600000],[" + change
                        + ",7200000]]}");
    }

    @Test
    void showsDatesAloneWhenEveryTimeIsMidnight() {
        Axis axis = new TimeAxis(new long[]{0, DAY}, ZoneOffset.UTC);

        assertThat(plot(axis, Extras.none(), 1, 2).require("axis").asObject().require("resolution").asText())
                .isEqualTo("DAY");
    }

    @Test
    void roundsValuesFinerThanAnyScreenAndWritesMissingOnesAsNull() {
        assertThat(values(1.0 / 3, NaN, 1000, Double.POSITIVE_INFINITY)).isEqualTo("[0.333,null,1000,null]");
        assertThat(values(0.1 + 0.2, 0)).isEqualTo("[0.3,0]");
        assertThat(values(1e9 + 0.123456, 1e9)).isEqualTo("[1000000000.123456,1000000000]");
        assertThat(values(5, 5)).isEqualTo("[5,5]");
        assertThat(values(NaN)).isEqualTo("[null]");
    }

    @Test
    void keepsEveryDigitOfALossThatFallsOverPowersOfTen() {
        Extras loss = new Extras(List.of(), "", List.of(), List.of(), 0, 100);
        JsonObject plot = plot(new StepAxis(3, 1, "epoch"), loss, 1.0, 0.123456789, 1.0e-6);

        assertThat(plot.require("logarithmic").asBoolean()).isTrue();
        assertThat(Json.write(line(plot))).isEqualTo("[1.0,0.123456789,1.0E-6]");
        assertThat(plot(new StepAxis(2, 1, "epoch"), loss, 1, 0).require("logarithmic").asBoolean()).isFalse();
    }

    @Test
    void drawsGapsThatNoScreenCanTellApartAsOne() {
        double[] values = new double[10_000];
        for (int index = 0; index < values.length; index += 2) {
            values[index] = NaN;
        }
        Values row = Values.of(values);
        Extras gaps = new Extras(List.of(), "", List.of(), Gap.in(row), 0, Double.POSITIVE_INFINITY);

        assertThat(plot(new StepAxis(values.length, 0, "step"), gaps, values).require("gaps").asList()).hasSize(1);
    }

    @Test
    void areasAreRoundedAsFineAsAllThatThePlotSpansAndHaveGaps() {
        Plot plot = new Plot("a", "MW", "", new StepAxis(3, 0, "step"),
                List.of(new Line("a", "model", Values.of(1, 1, 1))),
                List.of(new Area("80 %", "inner", Values.of(-1.0 / 3, NaN, 0), Values.of(1000, NaN, 2.0 / 3))),
                Extras.none());
        JsonObject json = new FigureJson(new Figure("data", "Series", List.of(plot))).write();

        assertThat(Json.write(json.require("plots").asList().getFirst().asObject().require("areas"))).isEqualTo(
                "[{\"name\":\"80 %\",\"style\":\"inner\",\"lower\":[-0.33,null,0],\"upper\":[1000,null,0.67]}]");
    }

    @Test
    void saysHowManyStepsShareTwoValues() {
        double[] values = new double[50_000];
        Arrays.setAll(values, index -> index % 7);
        Figure figure = new Figure("data", "Series",
                List.of(new Plot("a", "", "", new StepAxis(values.length, 0, "step"),
                        List.of(new Line("a", "data", Values.of(values))), Extras.none())));

        assertThat(new FigureJson(figure).thinnedBy()).isEqualTo(5);
    }

    private static String values(double... values) {
        return Json.write(line(plot(new StepAxis(values.length, 0, "step"), Extras.none(), values)));
    }

    private static JsonValue line(JsonObject plot) {
        return plot.require("lines").asList().getFirst().asObject().require("values");
    }

    private static JsonObject plot(Axis axis, Extras extras, double... values) {
        Plot plot = new Plot("a", "MW", "", axis, List.of(new Line("a", "data", Values.of(values))), extras);
        JsonObject figure = new FigureJson(new Figure("data", "Series", List.of(plot))).write();
        return figure.require("plots").asList().getFirst().asObject();
    }
}
