package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> NAMES = List.of("train", "tune", "forecast", "--batch-size", "--test", "--seed");

    @ParameterizedTest
    @CsvSource({"trian,train", "tran,train", "trein,train", "forcast,forecast", "--batch,--batch-size",
        "--tset,--test"})
    void findsWhatWasMeant(String typed, String meant) {
        assertThat(Suggestion.closest(typed, NAMES)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"serve", "x", "--zzz", "--keep", "''"})
    void saysNothingAboutWhatIsFarFromEverything(String typed) {
        assertThat(Suggestion.closest(typed, NAMES)).isEmpty();
    }

    @Test
    void countsEdits() {
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestion.distance("abc", "abc")).isZero();
        assertThat(Suggestion.distance("abcd", "acbd")).isOne();
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    }
}
