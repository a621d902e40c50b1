package org.lstm4j.interop.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportOptions.Steps;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.nn.recurrent.LstmSpec;

/// Every kind of layer that is read, in models that `src/test/python/make_keras_fixtures.py` wrote.
class KerasLayersTest {

    @ParameterizedTest
    @ValueSource(strings = {"activations", "normalization", "normalization_given", "normalization_of_all", "sequences",
        "directions", "nested", "embedding", "masks", "graph", "merges", "chain", "inner_models"})
    void saysWhatKerasSays(String model) throws IOException {
        ImportedModel read = KerasReader.read(KerasReaderTest.bytes("layers/" + model + ".keras"), ImportOptions.NONE);

        KerasReaderTest.requireSame("layers/" + model, read.network());
    }

    @Test
    void readsWhatKeras2Wrote() throws IOException {
        ImportedModel read = KerasReader.read(KerasReaderTest.bytes("layers/stacked_keras2.h5"), ImportOptions.NONE);

        KerasReaderTest.requireSame("stacked", read.network());
    }

    /// A layer that is not trained stands after those that are, in the lists of the older format.
    @Test
    void tellsWeightsOfInnerModelsByTheirNames() throws IOException {
        ImportedModel read = KerasReader.read(KerasReaderTest.bytes("layers/not_trained.h5"), ImportOptions.NONE);

        KerasReaderTest.requireSame("layers/not_trained", read.network());
    }

    @Test
    void refusesWhatIsSaidOfAModelThatSaysItItself() throws IOException {
        ImportOptions options = ImportOptions.NONE.withSteps(Steps.ALL);

        assertThatThrownBy(() -> KerasReader.read(KerasReaderTest.bytes("layers/chain.keras"), options))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("says its layers itself");
    }

    @Test
    void keepsDropout() throws IOException {
        LstmSpec lstm = (LstmSpec) KerasReader.read(KerasReaderTest.bytes("layers/chain.keras"), ImportOptions.NONE)
                .network().layers().getFirst().spec();

        assertThat(lstm.noise().inputDropout()).isEqualTo(0.1f);
    }

    @Test
    void saysHowSeveralInputsAreJoined() throws IOException {
        ImportedModel read = KerasReader.read(KerasReaderTest.bytes("layers/graph.keras"), ImportOptions.NONE);

        assertThat(read.assumptions()).singleElement().asString().contains("in the order [x, cal_1]");
    }

    @Test
    void takesStepsFromTheLookbackWhereTheModelTakesAny() throws IOException {
        ImportedModel any = KerasReader.read(EditedArchive.replacing("gru", "\"batch_shape\":[null,9,3]",
                "\"batch_shape\":[null,null,3]"), ImportOptions.NONE.withLookback(7));
        ImportedModel unsaid = KerasReader.read(EditedArchive.replacing("gru", "\"batch_shape\":[null,9,3]",
                "\"batch_shape\":[null,null,3]"), ImportOptions.NONE);

        assertThat(any.network().inputShape()).hasToString("[steps 7, features 3]");
        assertThat(unsaid.network().inputShape()).hasToString("[steps 1, features 3]");
        assertThat(unsaid.assumptions()).singleElement().asString().contains("Give a lookback");
    }
}
