package org.lstm4j.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.data.Source.FileSource;
import org.lstm4j.data.Source.QuerySource;
import org.lstm4j.data.Source.StreamSource;

/// Reads a table of any kind into regular series.
///
/// DuckDB reads and types the rows; joining duplicates, placing rows on steps
/// and filling is ours, in row order, so that the same file gives the same
/// series on every machine. The database lives in memory for the length of one
/// call and can reach nothing but the one file.
///
/// ```java
/// Dataset data = DataReader.read(ReadOptions.from(Path.of("vic-elec.csv.gz")).target("demand").build());
/// ```
public final class DataReader {

    private final ReadOptions options;
    private final String title;

    private DataReader(ReadOptions options) {
        this.options = options;
        this.title = options.source().title();
    }

    /// Reads, cleans and reports.
    ///
    /// @throws org.lstm4j.DataException when the rows cannot be used; the message names the row or column and a remedy
    /// @throws org.lstm4j.StorageException when the file is missing, a folder, or may not be read
    /// @throws ConfigurationException when settings contradict each other
    public static Dataset read(ReadOptions options) {
        return new DataReader(options).read();
    }

    private Dataset read() {
        return switch (options.source()) {
            case FileSource file -> file(file);
            case StreamSource stream -> {
                try (StagedText text = StagedText.of(stream, options.encoding())) {
                    yield text(text);
                }
            }
            case QuerySource query -> {
                requireTable("a query");
                try (DuckDb database = DuckDb.open(null, title, "rows", decimal())) {
                    QueryCopy.copy(query, database);
                    yield assemble(loader(database).typed("query_rows"), new Format("query", "", "", decimal(), true));
                }
            }
        };
    }

    private Dataset file(FileSource file) {
        String name = title.toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            return parquet(file.path());
        }
        boolean json = name.matches(".*\\.(json|jsonl|ndjson)(\\.gz)?");
        // a whole JSON array may be one line
        int longestLine = json ? Integer.MAX_VALUE : TextLines.LONGEST;
        try (StagedText text = StagedText.of(file, options.encoding(), longestLine)) {
            return json ? json(text) : text(text);
        }
    }

    private Dataset parquet(Path file) {
        requireTable("a Parquet file");
        InputFiles.requireReadable(file);
        try (StagedCopy staged = StagedCopy.of(file);
                DuckDb database = DuckDb.open(staged.path(), title, "a complete Parquet file", decimal())) {
            return assemble(loader(database).typed("read_parquet(" + DuckDb.path(staged.path()) + ")"),
                    new Format("Parquet", "", "", decimal(), true));
        }
    }

    private Dataset json(StagedText text) {
        requireTable("a JSON file");
        JsonArrayEnd.require(text);
        try (DuckDb database = DuckDb.open(text.path(), title, "valid JSON", decimal())) {
            // types come from all rows: from the first ones, a later text would be an error of its own
            String reader = "read_json(" + DuckDb.path(text.path()) + ", compression = 'none', sample_size = -1)";
            return assemble(loader(database).typed(reader), new Format("JSON", text.encoding(), "", decimal(), true));
        }
    }

    private Dataset text(StagedText text) {
        try {
            return options.wide() ? wide(text) : delimited(text);
        } catch (CharacterCodingException _) {
            // past the bytes that were looked at first
            throw TextEncoding.notUtf8(title);
        } catch (IOException e) {
            throw InputFiles.failure(title, e);
        }
    }

    private Dataset delimited(StagedText text) throws IOException {
        Dialect dialect = dialect(text);
        try (DuckDb database = DuckDb.open(text.path(), title, "delimited text", dialect.decimal())) {
            return assemble(loader(database).delimited(text, dialect), new Format("delimited text", text.encoding(),
                    String.valueOf(dialect.delimiter()), dialect.decimal(), dialect.header()));
        }
    }

    private Dialect dialect(StagedText text) throws IOException {
        try (Reader reader = text.open()) {
            List<String> sample = Dialect.sample(new TextLines(reader, title));
            if (sample.stream().allMatch(String::isBlank)) {
                throw InputFiles.empty(title);
            }
            return Dialect.detect(sample, options);
        }
    }

    private Dataset wide(StagedText text) throws IOException {
        Roles asked = new Roles(options.target(), options.past(), options.future(), options.statics());
        if (asked.targets().size() > 1 || asked.all().size() > asked.targets().size()) {
            throw new ConfigurationException(new Problem("--wide has one column of values", "at most one --target,"
                    + " which names it, and no --past, --future or --static", String.join(", ", asked.all()),
                    "leave the others out"));
        }
        String column = asked.targets().isEmpty() ? "value" : asked.targets().getFirst();
        WideTable table = WideTable.read(text, options, column);
        Format format = new Format("wide delimited text", text.encoding(), String.valueOf(table.delimiter()),
                table.decimal(), table.header());
        return new DatasetBuilder(options).wide(table.series(), column, format);
    }

    private Dataset assemble(SourceTable table, Format format) {
        return new DatasetBuilder(options).table(table, format);
    }

    private TableLoader loader(DuckDb database) {
        return new TableLoader(database, title, options.missingTexts());
    }

    private char decimal() {
        Character asked = options.decimal();
        return asked == null ? '.' : asked;
    }

    private void requireTable(String what) {
        if (options.wide()) {
            throw new ConfigurationException(new Problem("--wide does not go with " + what, "delimited text", "",
                    "leave --wide out and give the rows as time, series and value"));
        }
    }

    /// How the source was written.
    ///
    /// @param delimiter empty where there is none
    /// @param header whether columns have names of their own
    record Format(String name, String encoding, String delimiter, char decimal, boolean header) {}
}
