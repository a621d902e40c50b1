package org.lstm4j.tune.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;

class HyperparameterTextTest {

    @Test
    void readsEveryForm() {
        reads("layers=1..3", new IntegerRange("layers", 1, 3, Scale.LINEAR));
        reads("hidden=16..128:log", new IntegerRange("hidden", 16, 128, Scale.LOGARITHMIC));
        reads("lr=0.0001..0.01:log", new RealRange("lr", 0.0001, 0.01, Scale.LOGARITHMIC));
        reads("lr=1e-4..1e-2:log", new RealRange("lr", 0.0001, 0.01, Scale.LOGARITHMIC));
        reads("dropout=0..0.4", new RealRange("dropout", 0, 0.4, Scale.LINEAR));
        reads("shift=-2..2:linear", new IntegerRange("shift", -2, 2, Scale.LINEAR));
        reads("shift=-2.0..2", new RealRange("shift", -2, 2, Scale.LINEAR));
        reads(" optimizer = adam, rmsprop ", new Choice("optimizer", List.of("adam", "rmsprop")));
        reads("loss=mse,quantile:0.9", new Choice("loss", List.of("mse", "quantile:0.9")));
        reads("epochs=20", new Choice("epochs", List.of("20")));
    }

    private static void reads(String text, Hyperparameter expected) {
        assertThat(HyperparameterText.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"layers=1..3", "hidden=16..128:log", "lr=0.0001..0.01:log", "dropout=0.0..0.4",
        "size=1.0..20000000000.0",
        "optimizer=adam,rmsprop", "epochs=20", "shift=-2.5..-0.5"})
    void writesWhatItReads(String text) {
        assertThat(HyperparameterText.write(HyperparameterText.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "hidden | no hyperparameter is meant by 'hidden'; expected a name, an equals sign and values; write it like hidden=16..128:log, "
                + "dropout=0..0.4 or optimizer=adam,rmsprop",
        "=1..3 | no hyperparameter is meant by '=1..3'; expected a name, an equals sign and values; write it like hidden=16..128:log, "
                + "dropout=0..0.4 or optimizer=adam,rmsprop",
        "hidden= | no hyperparameter is meant by 'hidden='; expected a name, an equals sign and values; write it like "
                + "hidden=16..128:log, dropout=0..0.4 or optimizer=adam,rmsprop",
        "lr=0,1..0,4 | an end of 'lr' is not a number; expected a number such as 16 or 0.001; received '0,1'; write the range as "
                + "lr=0.001..0.1, with points for decimals",
        "lr=0.1.. | an end of 'lr' is not a number; expected a number such as 16 or 0.001; received ''; write the range as "
                + "lr=0.001..0.1, with points for decimals",
        "lr=NaN..1 | an end of 'lr' is not a number; expected a number such as 16 or 0.001; received 'NaN'; write the range as "
                + "lr=0.001..0.1, with points for decimals",
        "n=1..3000000000 | an end of 'n' is too large for a whole number; expected at most 2147483647; received 3000000000; choose a "
                + "smaller range, or write a decimal point if fractions are meant",
        "lr=0.1..0.2:logg | 'lr' has no such scale; expected log or linear; received 'logg'; did you mean 'log'? end the range with "
                + ":log, or with nothing",
        "layers=3..1 | the range of 'layers' is contradictory; expected the smaller end first; received 3..1; turn its ends round: "
                + "layers=1..3",
        "optimizer=adam,,sgd | 'optimizer' has a value that cannot be chosen; expected a text without commas, double dots and spaces "
                + "around it; received ''; write optimizer=first,second"})
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> HyperparameterText.parse(text)).isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }
}
