package org.lstm4j.cli;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// How the bytes of a table become columns and times. What is null or empty is
/// found in the data.
@CommandLine.Command(optionListHeading = "Reading:")
final class ReadingOptions {

    @Option(names = "--db", paramLabel = "JDBC_URL", description = "Read from this database instead of a file.")
    @Nullable
    String db;

    @Option(names = "--sql", paramLabel = "QUERY", description = "The query whose rows are the data.")
    @Nullable
    String sql;

    @Option(names = "--time", paramLabel = "COL", split = ",",
            description = "Column of the time; several are joined: a date and an hour, or year,month,day,hour (default: found).")
    List<String> time = new ArrayList<>();

    @Option(names = "--time-format", paramLabel = "PATTERN", description = "Such as dd.MM.yyyy HH:mm (default: found).")
    @Nullable
    String timeFormat;

    @Option(names = "--no-time", description = "There is no time: rows are the steps 0, 1, 2, …")
    boolean noTime;

    @Option(names = "--zone", paramLabel = "ZONE", converter = Values.Zone.class,
            description = "Time zone of the calendar (default: UTC).")
    @Nullable
    ZoneId zone;

    @Option(names = "--freq", paramLabel = "STEP",
            description = "Time between rows, such as 30min, 1h or 1d (default: found).")
    @Nullable
    String frequency;

    @Option(names = "--season", paramLabel = "N", converter = Values.AutoCount.class,
            description = "Steps after which the pattern repeats (default: found).")
    @Nullable
    Integer season;

    @Option(names = "--no-header", description = "The first row is data; the columns are c0, c1, …")
    boolean noHeader;

    @Option(names = "--delimiter", paramLabel = "C", converter = Values.OneCharacter.class,
            description = "Character between columns (default: found).")
    @Nullable
    Character delimiter;

    @Option(names = "--decimal", paramLabel = "C", converter = Values.OneCharacter.class,
            description = "Decimal separator, . or , (default: found).")
    @Nullable
    Character decimal;

    @Option(names = "--encoding", paramLabel = "NAME", converter = Values.Encoding.class,
            description = "Encoding of the text (default: as the byte order mark says, else UTF-8).")
    @Nullable
    Charset encoding;

    @Option(names = "--missing", paramLabel = "TEXT", split = ",",
            description = "What stands for a missing value, besides nothing at all: NA,?")
    List<String> missing = new ArrayList<>();
}
