package org.lstm4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.report.content.Attributions;
import org.lstm4j.report.content.ExplainContent;
import org.lstm4j.report.content.Grid;
import org.lstm4j.report.content.HeatMapContent;
import org.lstm4j.report.content.ModelSummary;
import org.lstm4j.report.content.Reproduction;
import org.lstm4j.report.content.StatisticsTable;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.WindowView;
import org.lstm4j.report.picture.HeatMap;

class ExplainPageTest {

    /// The way the page's script goes: from the pixel by the list of colours to the value.
    @Test
    void thePicturesOfThePageGiveBackTheirNumbers() throws IOException {
        ExplainContent content = SampleExplanation.realistic(24, 16);
        HeatMapContent map = content.gates().getFirst().maps().get(4);
        String page = page(content);
        Matcher image = Pattern.compile("data-heat=\"layer1-5\".*?base64,([^\"]+)\"", Pattern.DOTALL).matcher(page);
        assertThat(image.find()).isTrue();
        BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image.group(1))));
        JsonObject data = figures(page).require("layer1-5").asObject();
        String colors = data.require("colors").asText();
        double low = data.require("low").asDouble();
        double high = data.require("high").asDouble();

        for (int unit = 0; unit < 16; unit++) {
            for (int step = 0; step < 24; step++) {
                String color = String.format(Locale.ROOT, "%06x", pixels.getRGB(step, unit) & 0xffffff);
                int level = 0;
                while (!colors.startsWith(color, 6 * level)) {
                    level++;
                }
                assertThat(low + (high - low) * level / 254).isCloseTo(map.values().at(unit, step),
                        within(HeatMap.of(map).scale().resolution() * 1.000001));
            }
        }
    }

    @Test
    void saysUnderEachGateWhatALearnerSees() throws IOException {
        assertThat(page(SampleExplanation.realistic(24, 16))).contains("1 keeps the cell state, 0 forgets it.",
                "1 lets the candidate into the cell state, 0 keeps it out.", "0.lstm", "1.lstm");
    }

    @Test
    void drawsTheFirstInputAboveEachGate() throws IOException {
        assertThat(page(SampleExplanation.realistic(24, 16)).split("class=\"strip\"", -1)).hasSize(13);
    }

    @Test
    void givesTheNumbersOfAnAttributionStepByStep() throws IOException {
        String text = page(SampleExplanation.named("n")).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");

        assertThat(text).contains("n step n n2 −3 0.5000 0 −2 −1 0.2500 −1 missing 1");
    }

    @Test
    void saysThatZerosHaveNoPlaceOnALogarithmicScale() throws IOException {
        assertThat(page(SampleExplanation.named("n"))).contains("The scale is logarithmic; zeros have no place on it.");
        assertThat(page(SampleExplanation.realistic(24, 16))).contains("The scale is logarithmic.");
    }

    @Test
    void leavesOutWhatThereIsNot() throws IOException {
        String page = page(new ExplainContent("x", new ModelSummary(List.of(), List.of(), StatisticsTable.none()),
                new WindowView(List.of(), new StepAxis(0, 0, "step"), "", List.of()), Attributions.none(), List.of(),
                List.of(), new Reproduction("", List.of(), List.of())));

        assertThat(page).doesNotContain("<section", "<img ");
    }

    @Test
    void rejectsAGridThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Grid.of(new double[0][0]))
                .withMessage("a grid needs at least one row and one column, but has 0 rows");
        assertThatIllegalArgumentException().isThrownBy(() -> Grid.of(new double[][]{{1, 2}, {3}}))
                .withMessage("numbers in row 1 of a grid: expected 2, but there are 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Grid.of(2, 2, new float[3]))
                .withMessage("numbers of a grid of 2 rows and 2 columns: expected 4, but there are 3");
        assertThat(Grid.of(1, 2, new float[]{1, 2})).isEqualTo(Grid.of(new double[][]{{1, 2}}));
    }

    private static JsonObject figures(String page) {
        Matcher data = Pattern.compile("id=\"figures\">(.*?)</script>", Pattern.DOTALL).matcher(page);
        assertThat(data.find()).isTrue();
        return Json.parse(data.group(1)).asObject();
    }

    private static String page(ExplainContent content) throws IOException {
        StringBuilder page = new StringBuilder();
        new ExplainPage(content).writeTo(page);
        return page.toString();
    }
}
