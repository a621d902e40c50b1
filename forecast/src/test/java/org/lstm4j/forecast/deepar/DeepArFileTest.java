package org.lstm4j.forecast.deepar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ModelFileException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.likelihood.Likelihood;
import org.lstm4j.json.JsonValue;
import org.lstm4j.model.ModelFile;

class DeepArFileTest {

    @TempDir
    Path folder;

    @Test
    void aModelReadAgainDrawsTheSamePaths() throws IOException {
        List<DeepArSeries> series = SmallModel.series(3, 60).stream()
                .map(one -> one.withCategories(one.steps() - one.name().charAt(7)).withStatics(one.target()[0]))
                .toList();
        DeepAr model = new DeepArTrainer(SmallModel.settings().withAge(true), Compute.shared()).train(series);
        Path file = folder.resolve("m.lstm4j");
        DeepArFile.of(model).write(file);

        DeepAr again = DeepArFile.read(file, DeepArFileTest::likelihood);

        assertThat(again.schema()).isEqualTo(model.schema());
        assertThat(again.paths(series.getFirst(), 60, 9, 1, Compute.shared()).values())
                .isDeepEqualTo(model.paths(series.getFirst(), 60, 9, 1, Compute.shared()).values());
        Path copy = folder.resolve("copy.lstm4j");
        DeepArFile.of(again).write(copy);
        assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
    }

    @Test
    void refusesAFileThatIsNoDeepAr() {
        ModelFile bare = ModelFile.of(SmallModel.of(SmallModel.series(2, 60)).network());
        assertThatThrownBy(() -> DeepArFile.of(bare, DeepArFileTest::likelihood))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("section 'deepar' is missing");
    }

    @Test
    void refusesPartsThatContradictEachOther() {
        DeepAr model = SmallModel.of(SmallModel.series(2, 60));
        assertRefused(model, "likelihood", JsonValue.of("cauchy"), "no likelihood cauchy");
        assertRefused(model, "paths", JsonValue.of(0), "paths must be at least 1, but were 0");
        DeepArSchema schema = model.schema();
        DeepArSchema more = new DeepArSchema(schema.context(), schema.scaling(), List.of(1, 2, 3, 4), schema.readsAge(),
                schema.logScale(), schema.known(), schema.statics(), schema.categories());
        assertRefused(model, "columns", more.toJson(), "the network should have 11 columns, but has 9");
    }

    private static void assertRefused(DeepAr model, String member, JsonValue value, String message) {
        ModelFile file = DeepArFile.of(model);
        JsonValue.ObjectBuilder other = JsonValue.object();
        file.section(DeepArFile.SECTION, JsonValue::asObject).members().forEach(other::put);
        other.put(member, value);
        assertThatThrownBy(() -> DeepArFile.of(file.with(DeepArFile.SECTION, other.build()),
                DeepArFileTest::likelihood))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(message);
    }

    private static Likelihood likelihood(String name) {
        if (!name.equals("gaussian")) {
            throw new IllegalArgumentException("no likelihood " + name);
        }
        return new GaussianLikelihood();
    }
}
