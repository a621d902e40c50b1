package org.lstm4j.interop.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.MappingFile;
import org.lstm4j.model.ByteSource;

/// What is not understood is refused by the name of the layer and its setting.
class RefusedKerasTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "lstm_dense | \"class_name\":\"Dense\" | \"class_name\":\"Lambda\" | layer 'dense' ('Lambda') is code of its own",
        "lstm_dense | \"class_name\":\"Dense\" | \"class_name\":\"Conv1D\" | layer 'dense' ('Conv1D') is of a kind",
        "lstm_dense | \"class_name\":\"LSTM\" | \"class_name\":\"TFSMLayer\" | layer 'lstm' ('TFSMLayer')",
        "lstm_dense | \"module\":\"keras.layers\",\"class_name\":\"LSTM\" | \"module\":\"mine\",\"class_name\":\"LSTM\" | of 'mine', whose code is not in the file",
        "lstm_dense | \"stateful\":false | \"stateful\":true | layer 'lstm' ('LSTM'): the setting 'stateful' is 'true'",
        "lstm_dense | \"activation\":\"tanh\" | \"activation\":\"glu\" | 'activation': unknown activation 'glu'",
        "lstm_dense | \"activation\":\"tanh\" | \"activation\":{\"class_name\":\"function\"} | 'activation' is '{",
        "lstm_dense | \"units\":50 | \"units\":50,\"peephole\":true | 'peephole' of 'true', which is not understood",
        "lstm_dense | \"units\":50 | \"units\":0 | 'units' must be at least 1",
        "lstm_dense | \"units\":50 | \"units\":51 | do not fit it; expected",
        "lstm_dense | \"units\":50 | \"units\":\"50\" | 'units': expected a number",
        "lstm_dense | \"quantization_config\":null | \"quantization_config\":{\"mode\":\"int8\"} | 'quantization_config'",
        "lstm_dense | \"name\":\"float32\" | \"name\":\"mixed_float16\" | 'dtype' is '\"mixed_float16\"'",
        "lstm_dense | \"batch_shape\":[null,10,1] | \"batch_shape\":[null,10,null] | how many features",
        "lstm_dense | \"class_name\":\"Sequential\" | \"class_name\":\"MyModel\" | no Sequential or Functional",
        "gru | \"reset_after\":true | \"reset_after\":false | 'reset_after'",
        "bidirectional | \"merge_mode\":\"concat\" | \"merge_mode\":null | 'merge_mode'",
        "bidirectional | \"class_name\":\"LSTM\" | \"class_name\":\"RNN\" | has no setting 'cell'",
        "bidirectional | \"go_backwards\":true | \"go_backwards\":false | backward layer that goes forwards",
        "layernorm | \"batch_shape\":[null,9,3] | \"batch_shape\":[null,9,200000000] | do not fit it",
        "layers/normalization | \"batch_shape\":[null,9,3] | \"batch_shape\":[null,9,200000000] | at most 1024",
        "layernorm | \"rms_scaling\":false | \"rms_scaling\":true | 'rms_scaling'",
        "layernorm | \"axis\":[2] | \"axis\":[1] | 'axis'",
        "masked | \"class_name\":\"LSTM\",\"config\":{ | \"class_name\":\"Flatten\",\"config\":{ | gets masked steps",
        "masked | \"zero_output_for_mask\":false | \"zero_output_for_mask\":true | 'zero_output_for_mask'",
        "layers/chain | \"kwargs\":{\"training\":false,\"mask\":null} | \"kwargs\":{\"initial_state\":3} | is called with 'initial_state'",
        "layers/chain | \"keras_history\":[\"lstm | \"keras_history\":[\"dense | in a circle",
        "layers/graph | \"mask_value\":0.0 | \"mask_value\":1.0 | a mask that no Masking layer gives",
        "layers/embedding | \"mask_zero\":false | \"mask_zero\":true | 'mask_zero'"})
    void refuses(String model, String from, String to, String words) throws IOException {
        ByteSource edited = EditedArchive.replacing(model, from, to);

        assertThatThrownBy(() -> KerasReader.read(edited, ImportOptions.NONE)).isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith("edited.keras").hasMessageContaining(words).hasMessageNotContaining("backup")
                .hasMessageMatching(
                        ".*; change that (in Keras|where the model was made), and save (the model|it) again");
    }

    @Test
    void readsAnArchiveThatIsDeflated() throws IOException {
        ByteSource edited = EditedArchive.with("gru", KerasReaderTest.config("gru"));

        KerasReaderTest.requireSame("gru", KerasReader.read(edited, ImportOptions.NONE).network());
    }

    @Test
    void refusesTheHardSigmoidOfKeras2() throws IOException {
        String config = org.lstm4j.json.Json.write(KerasReaderTest.config("no_bias_sigmoid"));
        ImportOptions older = ImportOptions.NONE.withMapping(new MappingFile("mapping.json", org.lstm4j.json.Json
                .parse("{\"keras_version\":\"2.15.0\"," + config.substring(1)).asObject()));

        assertThatThrownBy(() -> KerasReader.read(KerasReaderTest.bytes("no_bias_sigmoid.weights.h5"), older))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("Keras 2's hard_sigmoid");
    }

    @Test
    void asksForTheLayersOfWeightsAlone() throws IOException {
        ByteSource weights = KerasReaderTest.bytes("gru.weights.h5");

        assertThatThrownBy(() -> KerasReader.read(weights, ImportOptions.NONE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("model.to_json()");
    }

    @Test
    void refusesAMappingWhereTheFileSaysItsLayers() throws IOException {
        ByteSource model = KerasReaderTest.bytes("gru.keras");
        ImportOptions options = ImportOptions.NONE
                .withMapping(new MappingFile("mapping.json", KerasReaderTest.config("gru")));

        assertThatThrownBy(() -> KerasReader.read(model, options)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("leave out the mapping");
    }

    @Test
    void refusesAnArchiveOfSomethingElse() {
        ByteSource empty = ByteSource.of("some.zip", EditedArchive.zip(Map.of("a.txt", new byte[3])));

        assertThatThrownBy(() -> KerasReader.read(empty, ImportOptions.NONE)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("no config.json");
    }

    @Test
    void refusesAMemberThatGrowsAThousandfold() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("config.json", new byte[(1 << 26) + 1]);
        byte[] bomb = EditedArchive.zip(members);

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> KerasReader.read(ByteSource.of("bomb.keras", bomb), ImportOptions.NONE))
                .isInstanceOf(ModelFileException.class).hasMessageContaining("cannot unpack to the size it claims");
    }

    @Test
    void refusesAConfigurationOfManyBrackets() {
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        ByteSource file = ByteSource.of("deep.keras", EditedArchive.zip(Map.of("config.json", deep)));

        assertThatThrownBy(() -> KerasReader.read(file, ImportOptions.NONE)).isInstanceOf(ModelFileException.class);
    }

    @Test
    void refusesWhatIsNoFileOfKeras() {
        assertThatThrownBy(() -> KerasReader.read(ByteSource.of("x", new byte[10]), ImportOptions.NONE))
                .isInstanceOf(ModelFileException.class).hasMessageContaining("not a file of Keras");
    }
}
