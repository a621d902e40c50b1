package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.lstm4j.data.TestFiles.gzip;
import static org.lstm4j.data.TestFiles.utf8;
import static org.lstm4j.data.TestFiles.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Lstm4jException;
import org.lstm4j.StorageException;

/// Every way a source can be unusable: a message with the cause and a remedy,
/// never a stack trace of another kind, never a file left behind.
class BadInputTest {

    @TempDir
    Path folder;

    @Test
    void missingFileSuggestsItsNeighbour() {
        write(folder, "vic-elec.csv.gz", "x");

        assertStorage(folder.resolve("vic-elec.csv"), "there is no file", "did you mean 'vic-elec.csv.gz'?");
        assertStorage(folder.resolve("no-folder").resolve("a.csv"), "there is no file");
    }

    @Test
    void folder() {
        write(folder, "a.csv", "x");

        assertStorage(folder, "is a folder", "such as a.csv");
        assertStorage(folder.resolve("..").resolve(folder.getFileName()), "is a folder");
    }

    @Test
    void forbiddenFile() throws IOException {
        Path file = write(folder, "a.csv", "t,x\n2024-01-01,1\n");
        assertThat(InputFiles.failure("a.csv", new AccessDeniedException("a.csv")))
                .isInstanceOf(StorageException.class).hasMessageContaining("may not be read");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");

        assertStorage(file, "may not be read", "permissions");
    }

    @Test
    void noRoomForATemporaryCopy() {
        assertThat(
                InputFiles.failure("a.csv", new FileSystemException("a.csv", "/tmp/copy", "No space left on device")))
                .isInstanceOf(StorageException.class).hasMessageContaining("'a.csv'")
                .hasMessageContaining("received No space left on device").hasMessageContaining("temporary files")
                .hasMessageNotContaining("/tmp/copy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.json", "a.jsonl", "a.parquet", "a.csv.gz"})
    void emptyFile(String name) {
        assertData(write(folder, name, ""), "is empty");
    }

    @Test
    void fileOfBlankLines() {
        assertData(write(folder, "a.csv", "\n \n\n"), "is empty");
        assertData(write(folder, "a.csv.gz", gzip(new byte[0])), "is empty");
    }

    @Test
    void headerOnly() {
        assertData(write(folder, "a.csv", "time,load\n"), "has no rows of data", "[time, load]");
        assertData(write(folder, "a.json", "[]"), "no");
    }

    @Test
    void wrongColumnName() {
        Path file = write(folder, "a.csv", "time,demand,temperature\n2024-01-01,1,2\n2024-01-02,2,3\n");

        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(file).target("damand").build()))
                .isInstanceOf(DataException.class).hasMessageContaining("'a.csv' has no column 'damand'")
                .hasMessageContaining("one of time, demand, temperature")
                .hasMessageContaining("did you mean 'demand'?");
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(file).time("tim").target("demand").build()))
                .hasMessageContaining("did you mean 'time'?");
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(file).series("shop").target("demand").build()))
                .hasMessageContaining("no column 'shop'");
    }

    @Test
    void textInANumberColumn() {
        Path file = write(folder, "a.csv", "time,load\n2024-01-01,1\n2024-01-02,2\n2024-01-03,off\n2024-01-04,4\n");

        assertData(file, "row 3 has text in the number column 'load'", "'off'", "--missing 'off'");
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(file).target("load").build()))
                .hasMessageContaining("row 3 has text in the number column 'load'");
    }

    @Test
    void decimalCommaInACommaFile() {
        assertData(write(folder, "a.csv", "time,load\n2024-01-01,\"1,5\"\n2024-01-02,2\n"), "row 1", "'1,5'",
                "--decimal ,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "1e400", "1_000", "0x10", "1,234.5"})
    void whatLooksLikeANumberAndIsNone(String value) {
        assertData(write(folder, "a.csv", "time,load\n2024-01-01,1\n2024-01-02,\"" + value + "\"\n"), "row 2 has text",
                "'" + value + "'");
    }

    @Test
    void targetWithoutValues() {
        Path file = write(folder, "a.csv", "time,load,x\n2024-01-01,NA,1\n2024-01-02,,2\n");

        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(file).target("load").build()))
                .isInstanceOf(DataException.class).hasMessageContaining("'load' has no value in any row");
        Path twoSeries = write(folder, "b.csv", "s,time,load\na,2024-01-01,1\na,2024-01-02,2\nb,2024-01-01,\n");
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(twoSeries).target("load").series("s").build()))
                .isInstanceOf(DataException.class).hasMessageContaining("of series 'b'");
    }

    @Test
    void constantSeriesIsAWarning() {
        Dataset data = DataReader
                .read(ReadOptions.from(write(folder, "a.csv", "time,load\n2024-01-01,5\n2024-01-02,5\n")).build());

        assertThat(data.cleaning().getFirst().warnings()).containsExactly(
                "column 'load' has the same value at every step");
    }

    @Test
    void duplicateTimesAreReportedWithTheirRows() {
        Dataset data = DataReader.read(ReadOptions.from(write(folder, "a.csv",
                "time,load\n2024-01-01,5\n2024-01-02,6\n2024-01-02,8\n2024-01-03,9\n")).build());

        assertThat(data.series().getFirst().column("load")).containsExactly(5, 7, 9);
        assertThat(data.cleaning().getFirst().duplicates().places())
                .isEqualTo("row 3 (2024-01-02T00:00Z: also row 2)");
    }

    @Test
    void mixedFrequencies() {
        StringBuilder text = new StringBuilder("time,load\n");
        for (int i = 0; i < 24; i++) {
            text.append("2024-01-01 ").append(i).append(":00,").append(i).append('\n');
        }
        for (int i = 2; i < 20; i++) {
            text.append("2024-01-").append(i).append(" 0:00,").append(i).append('\n');
        }

        assertData(write(folder, "a.csv", text.toString()), "mixes frequencies", "from row 25", "--freq h");
    }

    @Test
    void binaryFile() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);

        assertData(write(folder, "a.csv", noise), "is a binary file", ".parquet");
        assertData(write(folder, "a.json", noise), "is a binary file");
        assertData(write(folder, "a.parquet", noise), "'a.parquet' cannot be read");
    }

    @Test
    void otherEncodingThanSaid() {
        Path file = write(folder, "a.csv", "时间,负荷\n2024-01-01,1\n", Charset.forName("GB18030"));

        assertData(file, "is not encoded in UTF-8", "--encoding: GB18030");
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(file).encoding("UTF-16LE").build()))
                .isInstanceOf(DataException.class);
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(file).encoding("US-ASCII").build()))
                .isInstanceOf(DataException.class).hasMessageContaining("not encoded in US-ASCII");
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(file).encoding("UTF-9").build()))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("there is no encoding 'UTF-9'");
    }

    @Test
    void brokenEncodingBehindTheFirstBytes() {
        byte[] text = utf8("time,load\n2024-01-01,1\n" + "2024-01-02,2\n".repeat(6000) + "2024-01-03,?\n");
        text[text.length - 2] = (byte) 0xFF;

        Path file = write(folder, "a.csv", text);

        assertData(file, "is not encoded in UTF-8");
        assertThat(catchLstm4j(ReadOptions.from(file).wide(true))).isInstanceOf(DataException.class);
        byte[] wide = utf8("id,v\n" + IntStream.range(0, 9000).mapToObj(i -> "s" + i + ",1\n")
                .collect(Collectors.joining()) + "end?,1\n");
        wide[wide.length - 4] = (byte) 0xFF;
        assertThat(catchLstm4j(ReadOptions.from(write(folder, "w.csv", wide)).wide(true)))
                .hasMessageContaining("is not encoded in UTF-8");
    }

    @Test
    void damagedCompression() {
        byte[] packed = gzip(utf8("time,load\n" + randomRows()));
        byte[] flipped = packed.clone();
        flipped[packed.length / 2] ^= 0x10;

        assertData(write(folder, "cut.csv.gz", Arrays.copyOf(packed, packed.length / 2)), "is damaged", "gzip -t");
        assertData(write(folder, "flipped.csv.gz", flipped), "is damaged");
    }

    @Test
    void lineOfEnormousLength() throws IOException {
        Path flat = write(folder, "flat.csv", "7".repeat(2_100_000));
        Path later = write(folder, "later.csv", "time,load\n" + "2024-01-01,1\n".repeat(300) + "8".repeat(5_000_000));

        assertData(flat, "line 1 of 'flat.csv' is too long");
        assertData(later, "is too long");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void anEndlessLineIsRefusedWithoutBeingHeld() throws IOException {
        Path packed = folder.resolve("endless.csv.gz");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            byte[] zeros = "0".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }

        assertData(packed, "is too long");
    }

    @Test
    void brokenLines() {
        assertData(write(folder, "short.csv", "time,load\n2024-01-01,1\n2024-01-02\n2024-01-03,3\n"),
                "line 3 of 'short.csv' is broken", "2 columns", "1 column;");
        assertData(write(folder, "quote.csv", "time,load\n2024-01-01,\"1\n2024-01-02,2\n"), "line 2", "quotation mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\": [1, 2", "not json", "[[1], [2]]", "{\"a\": {\"b\": [[1]]}}"})
    void brokenJson(String text) {
        catchLstm4j(ReadOptions.from(write(folder, "a.json", text)));
    }

    @Test
    void jsonThatWasCutOff() {
        String row = "{\"t\": \"2024-01-01\", \"x\": 1}, {\"t\": \"2024-01-02\", \"x\": 2}";

        assertData(write(folder, "comma.json", "[" + row + ","), "'comma.json' is cut off", "ends with ]");
        assertData(write(folder, "end.json", "[" + row), "'end.json' is cut off");
        assertData(write(folder, "middle.jsonl", row.substring(0, 40)), "'middle.jsonl' cannot be read", "valid JSON");
        assertData(write(folder, "long.json", "[{\"t\": \"" + "x".repeat(40_000_000) + "\"}]"), "16 MiB");
    }

    @Test
    void textInAJsonColumnHoweverLate() {
        String numbers = "{\"t\": \"2024-01-01\", \"x\": 1}\n".repeat(25_000);

        assertData(write(folder, "a.jsonl", numbers + "{\"t\": \"2024-01-02\", \"x\": \"off\"}\n"),
                "row 25001 has text in the number column 'x'", "received 'off'");
    }

    @Test
    void messagesSpeakOfTheSourceAndNotOfTheDatabase() {
        for (String name : new String[]{"a.parquet", "b[1].parquet", "c.json"}) {
            Lstm4jException error = catchLstm4j(ReadOptions.from(write(folder, name, "{\"x\": \"no table")));

            assertThat(error.getMessage()).contains("'" + name + "'").doesNotContain("Error:")
                    .doesNotContain(folder.toString()).doesNotContain("lstm4j-");
        }
    }

    @Test
    void nestedJson() {
        assertData(write(folder, "a.json", "{\"data\": [{\"t\": \"2024-01-01\", \"x\": 1}]}"),
                "data (lists or structures)", "an array of plain objects");
    }

    @Test
    void oneBrokenTimeIsNamedWithItsRow() {
        assertData(write(folder, "a.csv", "time,load\n2024-01-01,1\n2024-02-30,2\n2024-01-03,3\n"),
                "row 2 has no time in column 'time'", "'2024-02-30'");
        assertData(write(folder, "b.csv", "day,load\n" + "13/1/2024,1\n".repeat(30) + "1/13/2024,1\n"),
                "row 31 has no time in column 'day'", "'1/13/2024'");
        assertThatThrownBy(() -> DataReader.read(ReadOptions
                .from(write(folder, "c.csv", "day,load\n13.1.24,1\n14.1.24,1\nx,1\n")).timeFormat("dd.MM.yy").build()))
                .hasMessageContaining("name the column with --time");
        assertData(write(folder, "d.csv", "date,load\nMonday,1\nTuesday,2\n"), "'date' are in no known format",
                "'Monday'");
    }

    @Test
    void numbersThatAreWrittenInTwoWays() {
        assertData(write(folder, "a.csv", "t;x\n2024-01-01;1,5\n2024-01-02;2.5\n"), "row 1", "'1,5'",
                "the same decimal sign");
        assertThatThrownBy(() -> DataReader.read(ReadOptions
                .from(write(folder, "b.csv", "t;x\n2024-01-01;1,5\n2024-01-02;2.5\n")).decimal(',').build()))
                .hasMessageContaining("row 2").hasMessageContaining("the same decimal sign");
        assertThatThrownBy(() -> DataReader.read(ReadOptions
                .from(write(folder, "c.csv", "t;x\n2024-01-01;1,250\n2024-01-02;2,500\n")).target("x").build()))
                .hasMessageContaining("remove the commas between thousands").hasMessageContaining("--decimal ,");
    }

    @Test
    void columnsOfNoNumbersAreDescribed() {
        assertData(write(folder, "a.csv", "time,load,unit\n2024-01-01,,12 kW\n2024-01-02,NA,13 kW\n"),
                "no number column to forecast", "load (no value in any row)", "unit (text such as '12 kW')");
    }

    @Test
    void linesAboveTheHeader() {
        assertData(write(folder, "a.csv", "# a meter\ntime,load\n2024-01-01,1\n"), "line 2 of 'a.csv' is broken",
                "expected 1 column;", "remove what stands above the header");
    }

    @Test
    void irregularTimes() {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("time,load\n");
        for (int i = 1; i < 28; i++) {
            text.append(String.format(Locale.ROOT, "2024-01-%02d %02d:%02d,%d%n", i, random.nextInt(24),
                    random.nextInt(60), i));
        }

        assertData(write(folder, "a.csv", text.toString()), "irregular times", "--freq");
    }

    @Test
    void failingStream() {
        InputStream broken = new InputStream() {

            @Override
            public int read() throws IOException {
                throw new IOException("the pipe broke");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("the pipe broke");
            }
        };

        assertThat(catchLstm4j(ReadOptions.from(new Source.StreamSource(broken, "standard input"))))
                .isInstanceOf(StorageException.class).hasMessageContaining("the pipe broke");
    }

    private static void assertData(Path file, String... parts) {
        assertThat(catchLstm4j(ReadOptions.from(file))).isInstanceOf(DataException.class)
                .hasMessageContainingAll(parts);
    }

    private static void assertStorage(Path file, String... parts) {
        assertThat(catchLstm4j(ReadOptions.from(file))).isInstanceOf(StorageException.class)
                .hasMessageContainingAll(parts);
    }

    /// The error, which has a remedy and is short enough for a terminal.
    private static Lstm4jException catchLstm4j(ReadOptions.Builder options) {
        Lstm4jException error = catchThrowableOfType(Lstm4jException.class, () -> DataReader.read(options.build()));
        assertThat(error).isNotNull();
        assertThat(error.problem().fix()).isNotEmpty();
        assertThat(error.problem().message().length()).isLessThan(700);
        return error;
    }

    private static String randomRows() {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            rows.append("2024-01-01,").append(random.nextDouble()).append('\n');
        }
        return rows.toString();
    }
}
