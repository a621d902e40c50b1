package org.lstm4j.data;

import java.io.InputStream;
import java.nio.file.Path;

/// Where rows come from: a file, a stream of delimited text, or a query.
public sealed interface Source {

    /// What messages and reports call the source: a file's name without its folders,
    /// never a password.
    String title();

    /// A file. Its name tells the kind: `.csv`, `.tsv`, `.txt`, `.json`, `.jsonl`
    /// or `.ndjson`, each also with `.gz` behind, or `.parquet`; any other name is
    /// taken for delimited text.
    record FileSource(Path path) implements Source {

        @Override
        public String title() {
            Path name = path.getFileName();
            return name == null ? path.toString() : name.toString();
        }
    }

    /// Delimited text from a stream, such as the standard input; also compressed
    /// with gzip. It is read once and not closed.
    record StreamSource(InputStream stream, String title) implements Source {}

    /// The rows of a query in any database whose JDBC driver is on the class path.
    ///
    /// @param url a JDBC URL
    /// @param sql one `select`
    record QuerySource(String url, String sql) implements Source {

        @Override
        public String title() {
            return "the query";
        }

        /// Leaves the URL out, which may hold a password.
        @Override
        public String toString() {
            return "QuerySource[sql=" + sql + "]";
        }
    }
}
