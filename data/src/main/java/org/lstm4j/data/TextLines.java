package org.lstm4j.data;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.lstm4j.DataException;
import org.lstm4j.Problem;

/// Lines of a text, none of them longer than [#LONGEST]: a file without line
/// ends is refused before it fills the memory.
final class TextLines {

    /// Characters a line may have: DuckDB's own limit in bytes.
    static final int LONGEST = 2_000_000;

    private final Reader reader;
    private final String title;
    private final StringBuilder line = new StringBuilder();
    private long number;
    /// whether the last line ended with a carriage return, which a line feed may follow
    private boolean afterReturn;

    TextLines(Reader reader, String title) {
        this.reader = reader;
        this.title = title;
    }

    /// The next line without its end, which is a line feed, a carriage return, or
    /// both; null after the last one.
    ///
    /// @throws DataException when it is too long
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        number++;
        int character = reader.read();
        if (afterReturn && character == '\n') {
            character = reader.read();
        }
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n' && character != '\r') {
            if (line.length() == LONGEST) {
                throw tooLong(title, number);
            }
            line.append((char) character);
            character = reader.read();
        }
        afterReturn = character == '\r';
        return number == 1 && !line.isEmpty() && line.charAt(0) == '\uFEFF' ? line.substring(1) : line.toString();
    }

    /// Number of the line last given, the first being 1.
    long number() {
        return number;
    }

    static DataException tooLong(String title, long number) {
        return new DataException(new Problem("line " + number + " of '" + title + "' is too long",
                "at most " + LONGEST + " characters in a line", "more",
                "check that the file is delimited text with a line for each row"));
    }
}
