package org.lstm4j.cli;

import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import picocli.CommandLine.Mixin;

/// How a table is read and what its columns are: the flags of every command that
/// takes DATA. DATA itself is a parameter of the command, since commands differ
/// in what stands before it.
final class DataOptions {

    /// What DATA means, for the help of the commands that have it.
    static final String DATA = "A .csv, .tsv or .txt file (also .gz), .parquet, .json or .jsonl, or - for CSV on stdin.";

    @Mixin
    final ReadingOptions reading = new ReadingOptions();

    @Mixin
    final RoleOptions roles = new RoleOptions();

    @Mixin
    final CleaningOptions cleaning = new CleaningOptions();

    /// Checks that the table comes from one place: DATA, or a database with a query.
    ///
    /// @param data the DATA parameter, null when it is not given
    /// @throws ConfigurationException when there is none or more than one
    void requireOneSource(@Nullable String data) {
        if ((reading.db == null) != (reading.sql == null)) {
            throw new ConfigurationException(Problem.of(
                    reading.db == null ? "--sql needs --db" : "--db needs --sql",
                    "give both: --db jdbc:… --sql \"select …\""));
        }
        if ((data == null) == (reading.db == null)) {
            throw new ConfigurationException(Problem.of(
                    data == null
                            ? "there is nothing to read"
                            : "the data is given twice, as '" + data + "' and as --db",
                    "give either a file, or - for stdin, or --db and --sql"));
        }
    }
}
