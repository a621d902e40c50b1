package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lstm4j.data.TestFiles.utf8;
import static org.lstm4j.data.TestFiles.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

class SeriesCsvTest {

    @TempDir
    Path folder;

    @Test
    void writesALineForEachStep() throws IOException {
        Dataset data = DataReader.read(ReadOptions
                .from(write(folder, "a.csv", "d,x\n31.12.2024 23:00,1.5\n01.01.2025 01:00,0.1\n01.01.2025 02:00,3\n"))
                .frequency(Frequency.parse("h")).build());

        assertThat(text(data)).isEqualTo("""
                time,x
                2024-12-31T23:00Z,1.5
                2025-01-01T00:00Z,
                2025-01-01T01:00Z,0.1
                2025-01-01T02:00Z,3.0
                """);
    }

    @Test
    void isReadBackBitForBit() throws IOException {
        String source = """
                shop;day;sold
                "a, b";2024-01-01;0,30000000000000004
                "a, b";2024-01-02;1e-320
                "a ""c"" d";2024-01-01;-0,0
                "a ""c"" d";2024-01-03;123456789,123456789
                "a ""c"" d";2024-01-02;
                """;
        Dataset data = DataReader.read(ReadOptions.from(write(folder, "a.csv", source)).series("shop").build());

        Source back = new Source.StreamSource(new ByteArrayInputStream(utf8(text(data))), "back");
        Dataset again = DataReader.read(ReadOptions.from(back).series("series").build());

        assertThat(again.series()).isEqualTo(data.series());
        assertThat(again.fingerprint()).isEqualTo(data.fingerprint());
    }

    private static String text(Dataset data) throws IOException {
        StringBuilder text = new StringBuilder();
        SeriesCsv.write(data.series(), text);
        return text.toString();
    }

    @Test
    void categoriesAreWrittenByName() throws IOException {
        TimeSeries series = TimeSeries.of("", Timeline.ofSteps(), List.of("x"), new double[][]{{1, 2, 3}})
                .withTexts("w", List.of("b", "", "a, or c"));
        StringBuilder text = new StringBuilder();

        SeriesCsv.write(List.of(series), text);

        assertThat(text).hasToString("step,x,w\n0,1.0,b\n1,2.0,\n2,3.0,\"a, or c\"\n");
    }
}
