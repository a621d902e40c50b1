package org.lstm4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final List<String> COLUMNS = List.of("date", "demand", "temperature", "holiday");

    @Test
    void findsNameWithOneLetterWrong() {
        assertThat(Suggestion.closest("damand", COLUMNS)).contains("demand");
        assertThat(Suggestion.closest("dmeand", COLUMNS)).contains("demand");
        assertThat(Suggestion.closest("DEMAND", COLUMNS)).contains("demand");
    }

    @Test
    void findsNameThatBeginsTheSame() {
        assertThat(Suggestion.closest("temp", COLUMNS)).contains("temperature");
    }

    @Test
    void suggestsNothingWhenNothingIsClose() {
        assertThat(Suggestion.closest("price", COLUMNS)).isEmpty();
        assertThat(Suggestion.closest("x", List.of())).isEmpty();
        assertThat(Suggestion.text("price", COLUMNS)).isEmpty();
    }

    @Test
    void writesQuestionToPutBeforeTheFix() {
        assertThat(Suggestion.text("holidays", COLUMNS)).isEqualTo("did you mean 'holiday'? ");
    }
}
