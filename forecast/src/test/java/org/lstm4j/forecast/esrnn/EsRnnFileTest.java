package org.lstm4j.forecast.esrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ModelFileException;
import org.lstm4j.compute.Compute;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.model.ModelFile;

class EsRnnFileTest {

    private static final List<EsRnnSeries> SERIES = MadeUpSeries.several();
    private static EsRnn model;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() {
        model = new EsRnnTrainer(MadeUpSeries.settings(1), Compute.shared()).train(SERIES, _ -> {});
    }

    @Test
    void aModelReadAgainForetellsTheSameBytes() throws IOException {
        Path file = folder.resolve("m.lstm4j");
        EsRnnFile.of(model).write(file);

        EsRnn again = EsRnnFile.read(file);

        assertThat(again.windows()).isEqualTo(model.windows());
        assertThat(again.form()).isEqualTo(model.form());
        assertThat(again.known()).isEqualTo(model.known());
        assertThat(again.seriesNames()).isEqualTo(model.seriesNames());
        assertThat(again.forecast(SERIES, Compute.shared()))
                .usingRecursiveComparison().isEqualTo(model.forecast(SERIES, Compute.shared()));
        Path copy = folder.resolve("copy.lstm4j");
        EsRnnFile.of(again).write(copy);
        assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
    }

    @Test
    void refusesAFileWithoutItsSection() {
        assertThatThrownBy(() -> EsRnnFile.of(ModelFile.of(model.network())))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("section 'es_rnn' is missing");
    }

    @Test
    void refusesPartsThatContradictEachOther() {
        assertRefused(text -> text.replace("\"horizon\":3", "\"horizon\":4"),
                "numbers of a window should be 8, but the network has 7");
        assertRefused(text -> text.replace("\"levels\":[0.1,", "\"levels\":["),
                "outputs of a window should be 6, but the network has 9");
        assertRefused(text -> text.replaceFirst("\"indices\":\\[\\[[^,]*,", "\"indices\":[["),
                "series 'series a': indices of season 4 should be 4, but are 3");
        assertRefused(text -> text.replaceFirst("\"scale\":1.0", "\"scale\":0.0"),
                "series 'series a': the scale of a series must be above 0 and finite, but is 0.0");
        assertRefused(text -> text.replaceFirst("\"logits\":\\[[^,]*,", "\"logits\":[null,"),
                "series 'series a': coefficients and indices of a series must be finite, but one is NaN");
        assertRefused(text -> text.replaceFirst("\"series\":\\{.*", "\"series\":{}}"), "it knows no series");
        assertRefused(text -> text.replace("logarithm", "square"),
                "there is no form 'square'; known are [logarithm, scaled]");
    }

    private static void assertRefused(UnaryOperator<String> change, String message) {
        ModelFile file = EsRnnFile.of(model);
        String before = Json.write(file.section(EsRnnFile.SECTION, json -> json));
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        JsonValue changed = Json.parse(after);
        assertThatThrownBy(() -> EsRnnFile.of(file.with(EsRnnFile.SECTION, changed)))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(message);
    }
}
