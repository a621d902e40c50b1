package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.explain.CellActivity;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.ForecasterFile;
import org.lstm4j.forecast.explain.ExplanationSettings;
import org.lstm4j.forecast.explain.ForecastExplainer;
import org.lstm4j.forecast.explain.WindowOrigin;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.recurrent.CellSignal;
import org.lstm4j.report.content.ExplainContent;
import org.lstm4j.report.content.HeatMapContent;
import org.lstm4j.report.content.NamedValues;
import org.lstm4j.tensor.Tensor;

class ExplainCommandTest {

    private static final int LOOKBACK = 24;
    private static final int HORIZON = 6;

    @TempDir
    static Path folder;

    private static Path data;
    private static Path model;

    @BeforeAll
    static void train() {
        data = SampleData.write(folder.resolve("wave.csv"), SampleData.wave(300));
        model = folder.resolve("m.lstm4j");
        assertThat(Session.of("train", data.toString(), "--target", "load", "--future", "temp", "--horizon",
                Integer.toString(HORIZON), "--lookback", Integer.toString(LOOKBACK), "--hidden", "5", "--layers", "2",
                "--epochs", "2", "--model", "direct", "-q", "--out", model.toString()).code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void writesAPageNumbersAndPictures() throws IOException {
        Path why = folder.resolve("why");
        Session session = Session.of("explain", model.toString(), data.toString(), "--windows", "4", "--out",
                why.toString());

        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
        try (Stream<Path> files = Files.list(why)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("explanation.json",
                    "explanation.html", "attribution-1.png", "attribution-2.png", "occlusion-1.png", "gradients.png",
                    "gates-1.png", "gates-2.png");
        }
        for (String picture : List.of("attribution-1", "attribution-2", "occlusion-1", "gradients", "gates-1",
                "gates-2")) {
            assertThat(ImageIO.read(why.resolve(picture + ".png").toFile()).getWidth()).as(picture).isGreaterThan(300);
        }
        assertThat(Files.readString(why.resolve("explanation.html"))).contains("What the forecast of load depends on",
                "forget gate", "1 keeps the cell state, 0 forgets it.", "temp +6", "0 lstm", "lstm4j explain ");
        assertThat(session.err()).contains("wrote " + why.resolve("explanation.html"));
    }

    @Test
    void explainsASegmentModelThatGivesQuantiles() throws IOException {
        Path segments = folder.resolve("segments.lstm4j");
        Path why = folder.resolve("segments");
        assertThat(Session.of("train", data.toString(), "--target", "load", "--future", "temp", "--horizon",
                Integer.toString(HORIZON), "--lookback", "24", "--hidden", "5", "--epochs", "1", "--model", "segment",
                "--skip", "linear", "--scale", "last", "--loss", "quantiles", "-q", "--out", segments.toString())
                .code())
                .isEqualTo(ExitCode.OK);

        Session session = Session.of("explain", segments.toString(), data.toString(), "--windows", "2", "--out",
                why.toString());

        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(why.resolve("explanation.html"))).contains("segments before the forecast");
        assertThat(ImageIO.read(why.resolve("gates-1.png").toFile()).getWidth()).isGreaterThan(300);
    }

    /// By their names in tables and pictures, beside what their numbers mean.
    @Test
    void explainsCategoriesAndLags() throws IOException {
        String[] rows = SampleData.wave(300).lines().toArray(String[]::new);
        StringBuilder table = new StringBuilder(rows[0] + ",kind,wind\n");
        for (int row = 1; row < rows.length; row++) {
            table.append(rows[row]).append(row % 5 == 0 ? ",sale" : ",plain")
                    .append(row % 3 == 0 ? ",east\n" : ",west\n");
        }
        Path kinds = SampleData.write(folder.resolve("kinds.csv"), table.toString());
        Path categories = folder.resolve("categories.lstm4j");
        Path why = folder.resolve("categories");
        assertThat(Session.of("train", kinds.toString(), "--target", "load", "--future", "kind", "--past", "wind",
                "--horizon", Integer.toString(HORIZON), "--lookback", Integer.toString(LOOKBACK), "--hidden", "5",
                "--epochs", "2", "--model", "direct", "--lags", "24", "-q", "--out", categories.toString()).code())
                .isEqualTo(ExitCode.OK);

        Session session = Session.of("explain", categories.toString(), kinds.toString(), "--windows", "3", "--out",
                why.toString());

        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).containsPattern("wind +past ").containsPattern("kind +future ");
        assertThat(Files.readString(why.resolve("explanation.html"))).contains("kind +6", "numbers of kind",
                "0 none, 1 plain, 2 sale", "load lag 24");
        Session late = Session.of("explain", categories.toString(), kinds.toString(), "--at", "2024-01-13T08", "--out",
                why.toString());
        assertThat(late.err()).as("the kind is not known for all of the horizon")
                .contains("a time from 2024-01-02T00:00Z to 2024-01-13T06:00Z");
    }

    /// The pictures draw these grids, which the report's tests see to; here they are the numbers of the gates.
    @Test
    void drawsWhatTheGatesDo() {
        Fixture fixture = new Fixture();
        List<CellActivity> gates = fixture.explainer.gates(fixture.window.series(), fixture.window.step());

        assertThat(fixture.content.gates()).hasSize(2);
        for (int layer = 0; layer < 2; layer++) {
            assertThat(fixture.content.gates().get(layer).maps()).extracting(HeatMapContent::title).containsExactly(
                    "forget gate", "input gate", "output gate", "candidate", "cell state", "hidden state");
            Tensor forget = gates.get(layer).signal(CellSignal.FORGET_GATE);
            Tensor cell = gates.get(layer).signal(CellSignal.CELL_STATE);
            for (int step = 0; step < LOOKBACK; step++) {
                for (int unit = 0; unit < 5; unit++) {
                    assertThat(fixture.content.gates().get(layer).maps().get(0).values().at(unit, step))
                            .isEqualTo(forget.get(0, step, unit));
                    assertThat(fixture.content.gates().get(layer).maps().get(4).values().at(unit, step))
                            .isEqualTo(cell.get(0, step, unit));
                }
            }
        }
    }

    @Test
    void showsInputsAsTheyStandInTheDataAtTheStepsTheyAreReadAt() {
        Fixture fixture = new Fixture();
        List<NamedValues> inputs = fixture.content.window().inputs();
        int origin = fixture.window.step();
        double[] load = fixture.window.series().series().column("load");
        double[] temp = fixture.window.series().series().column("temp");

        assertThat(inputs).extracting(NamedValues::name).startsWith("load", "temp +6");
        assertThat(inputs.get(0).values().at(LOOKBACK - 1)).isEqualTo(load[origin - 1]);
        assertThat(inputs.get(1).values().at(0)).isEqualTo(temp[origin - LOOKBACK + HORIZON]);
        assertThat(inputs.get(1).values().at(LOOKBACK - 1)).isEqualTo(temp[origin + HORIZON - 1]);
    }

    /// All cells add up to what the page says of forecast and reference.
    @Test
    void attributionsOfTheOneForecastAddUp() {
        JsonObject explained = Json
                .parse(Session.of("explain", model.toString(), data.toString(), "--windows", "4", "--at",
                        "2024-01-11T05", "--json", "--out", folder.resolve("at").toString()).out())
                .asObject();
        JsonObject at = explained.require("at").asList().getFirst().asObject();
        double sum = at.require("columns").asList().stream()
                .mapToDouble(column -> column.asObject().require("sum").asDouble())
                .sum();
        double difference = at.require("forecast").asDouble() - at.require("reference").asDouble();

        assertThat(at.require("time").asText()).isEqualTo("2024-01-11T05:00Z");
        assertThat(explained.require("gates_at")).as("the gates are those of the same window")
                .isEqualTo(at.require("time"));
        assertThat(Math.abs(sum - difference)).isLessThan(1e-3 * Math.abs(difference) + 0.01);
        assertThat(at.require("complete")).isEqualTo(JsonValue.of(true));
    }

    /// What the command shows, before it is a page.
    private static final class Fixture {

        private final ForecastExplainer explainer;
        private final WindowOrigin window;
        private final ExplainContent content;

        private Fixture() {
            Forecaster forecaster = ForecasterFile.read(model);
            DataOptions options = new DataOptions();
            options.roles.target = List.of("load");
            options.roles.future = List.of("temp");
            Dataset read = new DataInput(options, InputStream.nullInputStream())
                    .read(data.toString(), new Console(StandardStreams.of(new ByteArrayOutputStream(),
                            new ByteArrayOutputStream()), Terminal.NONE, new GlobalOptions()));
            explainer = ForecastExplainer.of(forecaster, forecaster.windowsToJudge(read.series()),
                    ExplanationSettings.standard().withWindows(3), Compute.shared());
            window = explainer.latest();
            content = new ExplainPageContent(forecaster, explainer, explainer.explain(), window,
                    explainer.explain(window.series(), window.step())).of("m.lstm4j", "lstm4j explain");
        }
    }
}
