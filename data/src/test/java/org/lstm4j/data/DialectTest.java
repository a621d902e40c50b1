package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

    @Test
    void cutsCellsAsQuotesSay() {
        assertThat(Delimited.cells("a,b,c", ',')).containsExactly("a", "b", "c");
        assertThat(Delimited.cells("\"a,b\",\"say \"\"hi\"\"\",", ',')).containsExactly("a,b", "say \"hi\"", "");
        assertThat(Delimited.cells("", ',')).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"time,x|2024-01-01,1~,", "time;x|2024-01-01;1,5~;", "time#x|1#2~#",
        "time x|1 2~' '", "time|1949-01~,", "zeit;wert|01.01.2024 00:00;1,5|01.01.2024 01:00;2~;",
        "name;'a,b'|x;1,2~;"})
    void findsTheDelimiterThatCutsEveryLineAlike(String text, String delimiter) {
        // a tab would be trimmed from the table of cases
        assertThat(detect(text.replace('#', '\t')).delimiter()).isEqualTo(delimiter.replace('#', '\t').charAt(0));
    }

    @Test
    void takesTheFirstLinesDelimiterWhenLinesAreBroken() {
        assertThat(detect("ts;load;temp|1;2;3|4;5|6;7;8").delimiter()).isEqualTo(';');
    }

    @Test
    void tellsHeadersFromData() {
        assertThat(detect("date,x|2024-01-01,1").header()).isTrue();
        assertThat(detect("2024-01-01 00:00,1.5,NA|2024-01-01 01:00,2,3").header()).isFalse();
        assertThat(detect("0.78,1.61|0.77,1.60").names()).containsExactly("c0", "c1");
    }

    @Test
    void findsTheDecimalCommaButNotThousands() {
        assertThat(detect("t;x|1;2,5|2;3").decimal()).isEqualTo(',');
        assertThat(detect("t;x|1;2,500|2;3,125").decimal()).isEqualTo('.');
        assertThat(detect("t;x|1;0,500|2;3,125").decimal()).isEqualTo(',');
        assertThat(detect("t;x;y|1;2,5;1.5").decimal()).isEqualTo('.');
        assertThat(detect("t,x|1,5").decimal()).isEqualTo('.');
    }

    @Test
    void givesEveryColumnANameOfItsOwn() {
        assertThat(detect("x,x,,x|1,2,3,4").names()).containsExactly("x", "x_1", "c2", "x_2");
    }

    @Test
    void skipsBlankLinesAtTheStart() {
        Dialect dialect = detect("||a,b|1,2");

        assertThat(dialect.blankLines()).isEqualTo(2);
        assertThat(dialect.names()).containsExactly("a", "b");
    }

    private static Dialect detect(String lines) {
        return Dialect.detect(List.of(lines.split("\\|")), ReadOptions.from(Path.of("x.csv")).build());
    }
}
