package org.lstm4j.interop.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportOptions.Steps;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.network.MappingFile;
import org.lstm4j.json.Json;
import org.lstm4j.nn.Activation;

class MappedModelTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "lstm_dense | {'steps':10,'layers':[{'weights':'layers/lstm'},{'weights':'layers/dense'}]}",
        "gru | {'steps':9,'layers':[{'weights':'layers/gru'},{'weights':'layers/dense'}]}",
        "simple_rnn | {'steps':9,'layers':[{'weights':'layers/simple_rnn','kind':'simple_rnn'},{'weights':'layers/dense'}]}",
        "bidirectional | {'steps':9,'layers':[{'weights':'layers/bidirectional'},{'weights':'layers/dense'}]}",
        "bidirectional_sum_sequences | {'steps':9,'layers':[{'weights':'layers/bidirectional','merge_mode':'sum',"
                + "'return_sequences':true},{'weights':'layers/time_distributed'}]}",
        "stacked | {'steps':9,'layers':[{'weights':'layers/lstm'},{'kind':'dropout','rate':0.1},"
                + "{'weights':'layers/lstm_1'},{'weights':'layers/dense','activation':'relu'},"
                + "{'weights':'layers/dense_1'}]}",
        "no_bias_sigmoid | {'steps':9,'layers':[{'weights':'layers/lstm','activation':'softsign',"
                + "'recurrent_activation':'hard_sigmoid','go_backwards':true},{'weights':'layers/dense'}]}",
        "layernorm | {'steps':9,'layers':[{'weights':'layers/layer_normalization'},{'weights':'layers/lstm'},"
                + "{'weights':'layers/layer_normalization_1'},{'weights':'layers/lstm_1'},"
                + "{'weights':'layers/dense','activation':'tanh'}]}",
        "masked | {'steps':9,'layers':[{'kind':'masking'},{'weights':'layers/lstm','return_sequences':true},"
                + "{'kind':'last_step'},{'weights':'layers/dense'}]}"})
    void saysWhatKerasSays(String model, String mapping) throws IOException {
        KerasReaderTest.requireSame(model, read(model, mapping, ImportOptions.NONE).network());
    }

    @Test
    void takesActivationsFromTheOptions() throws IOException {
        ImportOptions options = ImportOptions.NONE.withActivations(Map.of("layers/dense", Activation.RELU));

        KerasReaderTest.requireSame("stacked", read("stacked", "{'steps':9,'layers':[{'weights':'layers/lstm'},"
                + "{'weights':'layers/lstm_1'},{'weights':'layers/dense'},{'weights':'layers/dense_1'}]}", options)
                .network());
    }

    @Test
    void takesTheLastStepOfBothDirectionsWhereThatIsSaid() throws IOException {
        ImportedModel said = read("bidirectional", "{'steps':9,'layers':[{'weights':'layers/bidirectional'},"
                + "{'weights':'layers/dense'}]}", ImportOptions.NONE.withSteps(Steps.LAST));
        ImportedModel mapped = read("bidirectional", "{'steps':9,'layers':[{'weights':'layers/bidirectional',"
                + "'return_sequences':true},{'kind':'last_step'},{'weights':'layers/dense'}]}", ImportOptions.NONE);

        assertThat(said.network().summary()).isEqualTo(mapped.network().summary());
    }

    @Test
    void refusesAnActivationForALayerThatIsNotThere() {
        ImportOptions options = ImportOptions.NONE.withActivations(Map.of("dense", Activation.RELU));

        assertThatThrownBy(() -> read("gru", "{'layers':[{'weights':'layers/gru'}]}", options))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("received 'dense'");
    }

    @Test
    void saysWhatIsLeftAndWhatWasTakenForGranted() throws IOException {
        ImportedModel read = read("gru", "{'layers':[{'weights':'layers/gru'}]}", ImportOptions.NONE);

        assertThat(read.assumptions()).hasSize(3).anyMatch(line -> line.contains("layers/dense/vars/0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{'layers':[{'weights':'layers/lstm'}]} | layer '0, layers/lstm' names weights that the file has not; expected the beginning of one of ['layers/dense/vars/0'",
        "{'layers':[{'weights':'layers/gru','kind':'lstm'}]} | layer '0, layers/gru' has weights 'layers/gru/cell/vars/0' that do not fit it; expected shape",
        "{'layers':[{'weights':'layers/gru','slope':3}]} | 'slope' of '3', which is not understood",
        "{'layers':[{'weights':'layers/dense','kind':'pooling'}]} | layer '0, layers/dense' is of a kind that there is not; expected one of [lstm, gru,",
        "{'layers':[{'weights':'layers/dense','kind':'gru'}]} | should be a matrix",
        "{'layers':[{'kind':'lstm'}]} | no layer has weights",
        "{'layers':[{'weights':'layers/gru'},{'kind':'lstm'}]} | layer '1, lstm' is of a kind that has weights; expected \"weights\"",
        "{'layers':[{'weights':'layers/gru'},{'kind':'dense'}]} | layer '1, dense' is of a kind that has weights",
        "{'layers':[]} | at least one layer"})
    void refuses(String mapping, String words) {
        assertThatThrownBy(() -> read("gru", mapping, ImportOptions.NONE)).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("mapping 'mapping.json': ")
                .hasMessageContaining(words);
    }

    private static ImportedModel read(String model, String mapping, ImportOptions options) throws IOException {
        return KerasReader.read(KerasReaderTest.bytes(model + ".weights.h5"),
                options.withMapping(
                        new MappingFile("mapping.json", Json.parse(mapping.replace('\'', '"')).asObject())));
    }
}
