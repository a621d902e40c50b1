package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lstm4j.data.TestFiles.gzip;
import static org.lstm4j.data.TestFiles.utf8;
import static org.lstm4j.data.TestFiles.write;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;

/// The same five hours in every form a table can have give the same series,
/// byte for byte.
class DataReaderFormatsTest {

    private static final String CSV = """
            time,load,temp
            2024-01-01 00:00,1.5,-3
            2024-01-01 01:00,,-2.25
            2024-01-01 02:00,1e3,-1
            2024-01-01 04:00,4,0
            2024-01-01 05:00,0.1,1
            """;
    private static final String QUERY = """
            select * from (values (timestamp '2024-01-01 00:00', 1.5::double, -3.0::double),
                (timestamp '2024-01-01 01:00', null, -2.25), (timestamp '2024-01-01 02:00', 1000, -1),
                (timestamp '2024-01-01 04:00', 4, 0), (timestamp '2024-01-01 05:00', 0.1, 1)) t("time", "load", "temp")
            """;

    /// computed outside this project from the definition in Fingerprint's comment
    private static final String FIVE_HOURS = "f2dfea791938def1ffdb995b323b82febeb134d828bd24774c4814f26cadca24";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.txt", "a.dat", "with blank.csv", "quote'.csv", "glob[1]*?.csv"})
    void readsDelimitedTextOfAnyName(String name) {
        assertSame(ReadOptions.from(write(folder, name, CSV)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void refusesBinaryFilesWhateverEncodingIsSaid(String encoding) {
        Path file = write(folder, "photo.csv", "a,b\u0000c", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(file).encoding(encoding).build()))
                .isInstanceOf(DataException.class).hasMessageContaining("'photo.csv' is a binary file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{columns}.csv", "{missing} $1.csv"})
    void readsFilesAndColumnsNamedLikePlacesInSql(String name) {
        assertSame(ReadOptions.from(write(folder, name, CSV)).missing("{longest}"));
        Path json = write(folder, name + ".json", "[{\"t\": \"2024-01-01\", \"{reader}\": 1},"
                + " {\"t\": \"2024-01-02\", \"{reader}\": 2}]");

        assertThat(DataReader.read(ReadOptions.from(json).build()).series().getFirst().column("{reader}"))
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n"})
    void readsTextOfAnyLineEnd(String end) {
        String text = CSV.replace("\n", end);

        assertSame(ReadOptions.from(write(folder, "a.csv", text)));
        assertSame(ReadOptions.from(write(folder, "a.csv.gz", gzip(utf8(text)))));
        Dataset wide = DataReader.read(
                ReadOptions.from(write(folder, "w.csv", "id;V1;V2" + end + "a;1;2" + end + "b;3" + end)).wide(true)
                        .build());
        assertThat(wide.series()).hasSize(2);
    }

    @Test
    void readsJsonWhoseNumbersHaveTextsAmongThemThatMeanMissing() {
        assertSame(ReadOptions.from(write(folder, "a.json", """
                [{"time": "2024-01-01 00:00", "load": 1.5, "temp": -3},
                 {"time": "2024-01-01 01:00", "load": "NA", "temp": -2.25},
                 {"time": "2024-01-01 02:00", "load": 1e3, "temp": -1},
                 {"time": "2024-01-01 04:00", "load": "4", "temp": 0},
                 {"time": "2024-01-01 05:00", "load": 0.1, "temp": 1}]
                """)));
    }

    @Test
    void refusesTextOfAnotherEncodingThatBeginsLikeUtf8() {
        Path file = write(folder, "late.csv", CSV + "2024-01-01 06:00,1,1\n".repeat(9_000) + "\u00e9",
                StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(file).target("load").build()))
                .isInstanceOf(DataException.class).hasMessageContaining("'late.csv' is not encoded in UTF-8");
        String rows = IntStream.range(0, 20_000).mapToObj(i -> i + ",1\n").collect(Collectors.joining());
        Path wide = write(folder, "wide.csv", "id,V1\n" + rows + "\u00e9,1\n", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(wide).wide(true).build()))
                .isInstanceOf(DataException.class).hasMessageContaining("'wide.csv' is not encoded in UTF-8");
    }

    @Test
    void namesFewOfManyColumnsAndAsksWhetherRowsAreSeries() {
        String names = IntStream.rangeClosed(1, 40).mapToObj(i -> "V" + i).collect(Collectors.joining(","));
        Path file = write(folder, "wide.csv", "id," + names + "\nA" + ",1".repeat(40) + "\nB" + ",2".repeat(40) + "\n");

        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(file).target("V2").build()))
                .hasMessageContaining("V11 (number), … (41 in all)").hasMessageContaining("add --wide");
    }

    @Test
    void readsTabsSemicolonsAndBars() {
        assertSame(ReadOptions.from(write(folder, "a.tsv", CSV.replace(',', '\t'))));
        assertSame(ReadOptions.from(write(folder, "b.csv", CSV.replace(',', ';'))));
        assertSame(ReadOptions.from(write(folder, "c.txt", CSV.replace(',', '|'))));
        assertSame(ReadOptions.from(write(folder, "d.csv", CSV.replace(',', '#'))).delimiter('#'));
    }

    @Test
    void readsCompressedTextWhateverItsName() {
        assertSame(ReadOptions.from(write(folder, "a.csv.gz", gzip(utf8(CSV)))));
        assertSame(ReadOptions.from(write(folder, "packed.csv", gzip(utf8(CSV)))));
        assertSame(ReadOptions.from(write(folder, "plain.csv.gz", CSV)));
    }

    @Test
    void readsDecimalCommas() {
        String german = CSV.replace(',', ';').replace('.', ',');

        assertSame(ReadOptions.from(write(folder, "found.csv", german)));
        assertSame(ReadOptions.from(write(folder, "said.csv", german)).decimal(','));
        assertSame(
                ReadOptions.from(write(folder, "quoted.csv", CSV.replace("1.5", "\"1,5\"").replace("-2.25", "\"-2,25\"")
                        .replace("0.1", "\"0,1\""))).decimal(','));
    }

    @Test
    void readsLineEndsOfEverySystemAndByteOrderMarks() {
        assertSame(ReadOptions.from(write(folder, "dos.csv", CSV.replace("\n", "\r\n"))));
        assertSame(ReadOptions.from(write(folder, "mark.csv", "\uFEFF" + CSV)));
        assertSame(ReadOptions.from(write(folder, "mark.csv.gz", gzip(utf8("\uFEFF" + CSV)))));
        assertSame(ReadOptions.from(write(folder, "noend.csv", CSV.stripTrailing())));
        assertSame(ReadOptions.from(write(folder, "blank.csv", "\n\n" + CSV + "\n")));
    }

    @ParameterizedTest
    @CsvSource({"GB18030, 负荷", "windows-1252, Last_ä", "Shift_JIS, 負荷", "UTF-16LE, 负荷", "UTF-8, 负荷"})
    void readsOtherEncodings(String encoding, String column) {
        Path file = write(folder, encoding + ".csv", CSV.replace("load", column), Charset.forName(encoding));

        Dataset data = DataReader.read(ReadOptions.from(file).encoding(encoding).target(column).past("temp").build());

        assertThat(data.series().getFirst().column(column)[0]).isEqualTo(1.5);
        assertThat(data.report().encoding()).isEqualTo(encoding);
    }

    @Test
    void readsUtf16ByItsMark() {
        assertSame(ReadOptions.from(write(folder, "a.csv", "\uFEFF" + CSV, StandardCharsets.UTF_16LE)));
        assertSame(ReadOptions.from(write(folder, "b.csv", "\uFEFF" + CSV, StandardCharsets.UTF_16BE)));
    }

    @Test
    void readsAStreamWithoutClosingIt() {
        boolean[] closed = new boolean[1];
        ByteArrayInputStream stream = new ByteArrayInputStream(utf8(CSV)) {

            @Override
            public void close() {
                closed[0] = true;
            }
        };

        assertSame(ReadOptions.from(new Source.StreamSource(stream, "standard input")));

        assertThat(closed[0]).isFalse();
        assertSame(ReadOptions.from(new Source.StreamSource(new ByteArrayInputStream(gzip(utf8(CSV))), "stdin")));
    }

    @Test
    void readsJsonArraysAndLines() {
        String lines = """
                {"time": "2024-01-01 00:00", "load": 1.5, "temp": -3}
                {"time": "2024-01-01 01:00", "temp": -2.25}
                {"time": "2024-01-01 02:00", "load": 1e3, "temp": -1}
                {"time": "2024-01-01 04:00", "load": 4, "temp": 0}
                {"time": "2024-01-01 05:00", "load": 0.1, "temp": 1}
                """;

        assertSame(ReadOptions.from(write(folder, "a.jsonl", lines)));
        assertSame(ReadOptions.from(write(folder, "a.ndjson.gz", gzip(utf8(lines)))));
        assertSame(ReadOptions.from(write(folder, "mark.jsonl", "\uFEFF" + lines)));
        assertSame(ReadOptions.from(write(folder, "a.json", "[" + lines.strip().replace("\n", ",\n") + "]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.parquet", "glob[1].parquet"})
    void readsParquet(String name) throws SQLException {
        Path file = folder.resolve(name);
        duckdb("copy (" + QUERY + ") to " + DuckDb.path(file) + " (format parquet)");

        assertSame(ReadOptions.from(file));
    }

    @Test
    void readsQueriesThroughAnyDriver() throws SQLException {
        Path file = folder.resolve("db.duckdb");
        String url = "jdbc:duckdb:" + file;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table loads as " + QUERY);
        }

        assertSame(ReadOptions.from(new Source.QuerySource(url, "select * from loads")));
        assertSame(ReadOptions.from(new Source.QuerySource(url,
                "select timezone('UTC', \"time\") as \"time\", \"load\", \"temp\"::decimal(9,2) as \"temp\" from loads")));
        assertSame(ReadOptions.from(new Source.QuerySource(url,
                "select cast(\"time\" as varchar) as \"time\", \"load\", \"temp\" from loads")));
    }

    @Test
    void tellsWhatIsWrongWithAQuery() {
        assertThatThrownBy(() -> DataReader
                .read(ReadOptions.from(new Source.QuerySource("jdbc:duckdb:", "select * from nothing")).build()))
                .isInstanceOf(DataException.class).hasMessageContaining("nothing");
        assertThatThrownBy(() -> DataReader
                .read(ReadOptions.from(new Source.QuerySource("jdbc:unheard:of", "select 1")).build()))
                .isInstanceOf(DataException.class).hasMessageContaining("driver on the class path");
        assertThatThrownBy(() -> DataReader
                .read(ReadOptions.from(new Source.QuerySource("jdbc:duckdb:", "select 1 as load, 2 as \"Load\""))
                        .build()))
                .isInstanceOf(DataException.class).hasMessageContaining("two columns called 'Load'");
        assertThatThrownBy(() -> DataReader
                .read(ReadOptions.from(new Source.QuerySource("jdbc:duckdb:", "select 1 as load where false")).build()))
                .isInstanceOf(DataException.class).hasMessageContaining("no rows of data")
                .hasMessageNotContaining("--no-header");
    }

    @Test
    void keepsPasswordsOutOfMessages() {
        assertThatThrownBy(() -> DataReader
                .read(ReadOptions.from(new Source.QuerySource("jdbc:unheard://me:secret@of", "select 1")).build()))
                .isInstanceOf(DataException.class).hasMessageContaining("jdbc:unheard:")
                .hasMessageNotContaining("secret");
    }

    @Test
    void readsFloatsAsTheyAre() throws SQLException {
        Path file = folder.resolve("float.parquet");
        duckdb("copy (select timestamp '2024-01-01' + to_hours(i::int) as t, 'nan'::float as n, (i + 0.1)::float as x"
                + " from range(3) r(i)) to " + DuckDb.path(file) + " (format parquet)");

        Dataset data = DataReader.read(ReadOptions.from(file).target("x").build());

        assertThat(data.series().getFirst().column("x")).containsExactly(0.1f, 1.1f, 2.1f);
        assertThat(data.report().columns().get(1).kind()).isEqualTo(ColumnInfo.Kind.EMPTY);
    }

    @Test
    void aNumberMayMeanMissing() {
        String lines = "{\"t\": \"2024-01-01\", \"x\": -999}\n{\"t\": \"2024-01-02\", \"x\": 1.5}\n";

        Dataset json = DataReader.read(ReadOptions.from(write(folder, "a.jsonl", lines)).missing("-999").build());
        Dataset text = DataReader
                .read(ReadOptions.from(write(folder, "a.csv", "t,x\n2024-01-01,-999\n2024-01-02,1.5\n"))
                        .missing("-999").build());

        assertThat(json.series().getFirst().column("x")).containsExactly(Double.NaN, 1.5);
        assertThat(text.fingerprint()).isEqualTo(json.fingerprint());
    }

    @Test
    void readsWithoutHeader() {
        Dataset data = DataReader.read(ReadOptions.from(write(folder, "a.csv", CSV.substring(CSV.indexOf('\n') + 1)))
                .noHeader(true).target("c1").past("c2").build());

        assertThat(data.series().getFirst().columns()).containsExactly("c1", "c2");
        assertThat(data.series().getFirst().steps()).isEqualTo(6);
        assertThat(data.report().suggestedFlags()).contains("--no-header", "--time c0");
    }

    @Test
    void tellsColumnsApartByCase() {
        Dataset data = DataReader
                .read(ReadOptions.from(write(folder, "a.csv", "t,x,X\n2024-01-01,1,5\n2024-01-02,2,6\n"))
                        .target("X").past("x").build());

        assertThat(data.series().getFirst().column("X")).containsExactly(5, 6);
        assertThat(data.series().getFirst().column("x")).containsExactly(1, 2);
    }

    @Test
    void readsHundredsOfColumns() {
        String columns = IntStream.range(0, 700).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        String first = IntStream.range(0, 700).mapToObj(Integer::toString).collect(Collectors.joining(","));
        String text = "t," + columns + "\n2024-01-01," + first + "\n2024-01-02," + first + "\n";

        Dataset data = DataReader.read(ReadOptions.from(write(folder, "a.csv", text)).allColumns(true).build());

        assertThat(data.roles().targets()).hasSize(700);
        assertThat(data.series().getFirst().column("x51")).containsExactly(51, 51);
        assertThat(data.series().getFirst().column("x699")).containsExactly(699, 699);
    }

    @Test
    void wideIsForDelimitedTextOnly() {
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(write(folder, "a.json", "[{\"x\":1}]")).wide(true)
                .build())).isInstanceOf(ConfigurationException.class).hasMessageContaining("--wide");
    }

    private static void assertSame(ReadOptions.Builder options) {
        Dataset data = DataReader.read(options.target("load").past("temp").build());

        assertThat(data.series().getFirst().column("load")).containsExactly(1.5, Double.NaN, 1000, Double.NaN, 4, 0.1);
        assertThat(data.series().getFirst().column("temp")).containsExactly(-3, -2.25, -1, Double.NaN, 0, 1);
        assertThat(data.series().getFirst().timeline().format(0)).isEqualTo("2024-01-01T00:00Z");
        assertThat(data.fingerprint()).isEqualTo(FIVE_HOURS);
    }

    private static void duckdb(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
