package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.DataException;
import org.lstm4j.StorageException;
import org.lstm4j.cli.accuracy.ProtocolData.TrainAndTest;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

class TaskReaderTest {

    @TempDir
    private Path folder;

    @Test
    void joinsTheRowsOfTheTwoFiles() throws IOException {
        write("train.csv", "id,V1,V2,V3,V4,V5\nH1,1,2,3,4,5\nH2,10,20,30,40,\n");
        write("test.csv", "id,V1\nH2,50\nH1,6\n");
        Task task = read(protocol(false));

        assertThat(task.values(0, 0)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(task.values(1, 0)).containsExactly(10, 20, 30, 40, 50);
        assertThat(task.windows()).containsExactly(new JudgedWindow(0, 0, 5), new JudgedWindow(1, 0, 4));
    }

    /// A gap at the end of a row is a gap, and no shorter series.
    @Test
    void alignedSeriesKeepTheirGapsAtTheEnd() throws IOException {
        write("train.csv", "id,V1,V2,V3,V4,V5\nN1,1,2,3,4,5\nN2,10,,30,40,\n");
        write("test.csv", "id,V1\nN1,6\nN2,50\n");
        Task task = read(protocol(true));

        assertThat(task.values(1, 0)).containsExactly(10, Double.NaN, 30, 40, Double.NaN, 50);
    }

    @Test
    void readsCompressedFiles() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("train.csv.gz")))) {
            out.write("id,V1,V2,V3,V4\nH1,1,2,3,4\n".getBytes(StandardCharsets.UTF_8));
        }
        write("test.csv", "id,V1\nH1,5\n");

        assertThat(read(protocol(false)).values(0, 0)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void refusesFilesThatDoNotBelongTogether() throws IOException {
        write("train.csv", "id,V1,V2,V3,V4\nH1,1,2,3,4\nH3,1,2,3,4\n");
        write("test.csv", "id,V1\nH1,5\n");

        assertThatThrownBy(() -> read(protocol(false))).isInstanceOf(DataException.class)
                .hasMessageStartingWith("series 'H3' is in train.csv but not in test.csv");
    }

    @Test
    void refusesATestFileLongerThanTheHorizon() throws IOException {
        write("train.csv", "id,V1,V2,V3,V4\nH1,1,2,3,4\n");
        write("test.csv", "id,V1,V2\nH1,5,6\n");

        assertThatThrownBy(() -> read(protocol(false))).hasMessageContaining("too many values; expected at most 1");
    }

    @Test
    void tablesAreReadWithTheRolesOfTheirProtocol() throws IOException {
        StringBuilder text = new StringBuilder("timestamp,value\n");
        for (int row = 0; row < 2000; row++) {
            text.append("2024-01-%02d %02d:%02d,%d%n".formatted(1 + row / 48, row / 2 % 24, row % 2 * 30, row % 48));
            if (row == 31 * 48 - 1) {
                break;
            }
        }
        write("nab-nyc_taxi.csv", text.toString());
        Task task = read(Protocols.named("nyc-taxi"));

        assertThat(task.columns().targets()).containsExactly("value");
        assertThat(task.splits()).containsExactly(new Split(1488, 150, 297));
        assertThat(task.windows()).hasSize(297 - 48 + 1);
    }

    @Test
    void hoursAreTheMeansOfTheirQuarters() {
        Timeline quarters = Timeline.of(0, Frequency.parse("15min"), ZoneOffset.UTC);
        TimeSeries series = TimeSeries.ofColumn(quarters, "y", 1, 2, 3, 6, 4, Double.NaN, 5, Double.NaN, 7);
        TimeSeries hours = StepMeans.of(series, 4);

        assertThat(hours.column("y")).containsExactly(3, 4.5);
        assertThat(hours.timeline()).isEqualTo(Timeline.of(0, Frequency.parse("h"), ZoneOffset.UTC));
    }

    @Test
    void saysWhichFilesAreMissing() {
        assertThat(new DataFolder(folder).missing(Protocols.named("m4-weekly")))
                .containsExactly("m4-weekly-train.csv", "m4-weekly-test.csv");
        assertThatThrownBy(() -> new DataFolder(folder).requireSomething()).isInstanceOf(StorageException.class)
                .hasMessageContaining("has the files of no protocol");
    }

    private Task read(Protocol protocol) {
        return new TaskReader(new DataFolder(folder)).read(protocol);
    }

    private static Protocol protocol(boolean aligned) {
        return new Protocol("made-up", "made up",
                new TrainAndTest("train.csv", "test.csv", Frequency.parse("h"), aligned), 1, 1,
                new SplitRule.LastWindow(1), WindowRule.LAST, ErrorUnit.OWN, List.of(Measure.MAE));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
