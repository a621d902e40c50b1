package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lstm4j.data.TestFiles.gzip;
import static org.lstm4j.data.TestFiles.utf8;
import static org.lstm4j.data.TestFiles.write;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

class WideTableTest {

    private static final String WIDE = """
            "V1","V2","V3","V4","V5"
            "H1","605","586",,"559"
            "H2, north","3124",NA,"2842.5",,
            H3,1e3
            """;

    @TempDir
    Path folder;

    @Test
    void readsARowAsASeries() {
        Dataset data = DataReader.read(wide(WIDE).frequency(Frequency.parse("h")).build());

        assertThat(data.series()).extracting(TimeSeries::name).containsExactly("H1", "H2, north", "H3");
        assertThat(data.series().get(0).column("value")).containsExactly(605, 586, Double.NaN, 559);
        assertThat(data.series().get(1).column("value")).containsExactly(3124, Double.NaN, 2842.5);
        assertThat(data.series().get(2).column("value")).containsExactly(1000);
        assertThat(data.series().get(0).timeline()).isEqualTo(Timeline.ofSteps());
        assertThat(data.season()).isEqualTo(24);
        assertThat(data.roles().targets()).containsExactly("value");
    }

    @Test
    void readsCompressedRaggedRowsWithoutAHeader() {
        Path file = write(folder, "w.csv.gz", gzip(utf8("W1;1,5;2\nW2;3\n\nW3;4;5;6,25\n")));

        Dataset data = DataReader.read(ReadOptions.from(file).wide(true).target("sales").build());

        assertThat(data.series()).hasSize(3);
        assertThat(data.series().get(2).column("sales")).containsExactly(4, 5, 6.25);
        assertThat(data.report().suggestedFlags()).contains("--wide", "--no-header", "--decimal ,");
    }

    @Test
    void reportsTheStepOfAValueAndNoRowOfTheFile() {
        Dataset data = DataReader.read(wide("id,a,b,c,d,e,f,g,h\nx,5,6,7,5,6,7,9999,5\n").build());

        assertThat(data.cleaning().getFirst().lines())
                .containsExactly("series 'x': 8 steps, 0 to 7",
                        "1 unusual value in column 'value', kept: step 6 (9999.0)");
    }

    @Test
    void namesTheRowAndValueThatIsNoNumber() {
        assertThatThrownBy(() -> DataReader.read(wide("id,a,b\nx,1,2\ny,3,four\n").build()))
                .isInstanceOf(DataException.class).hasMessageContaining("row 2 (series 'y') has text as value 2")
                .hasMessageContaining("'four'");
        assertThatThrownBy(() -> DataReader.read(wide("id,a,b\nx,1,0x10\n").build()))
                .isInstanceOf(DataException.class);
    }

    @Test
    void refusesRowsWithoutValuesAndRepeatedNames() {
        assertThatThrownBy(() -> DataReader.read(wide("id,a,b\nx,,NA\n").build())).isInstanceOf(DataException.class)
                .hasMessageContaining("row 1 (series 'x') has no values");
        assertThatThrownBy(() -> DataReader.read(wide("id,a\nx,1\ny,2\nx,3\n").build()))
                .isInstanceOf(DataException.class).hasMessageContaining("'x' occurs twice")
                .hasMessageContaining("rows 1 and 3");
    }

    @Test
    void refusesAHeaderOnlyAndAnEmptyFile() {
        assertThatThrownBy(() -> DataReader.read(wide("id,a,b\n").build())).isInstanceOf(DataException.class)
                .hasMessageContaining("no rows of data");
        assertThatThrownBy(() -> DataReader.read(wide("\n\n").build())).isInstanceOf(DataException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void hasNoOtherRoles() {
        assertThatThrownBy(() -> DataReader.read(wide(WIDE).past("V2").build()))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> wide(WIDE).series("V1").build()).isInstanceOf(ConfigurationException.class);
    }

    private ReadOptions.Builder wide(String text) {
        return ReadOptions.from(write(folder, "w.csv", text)).wide(true);
    }
}
