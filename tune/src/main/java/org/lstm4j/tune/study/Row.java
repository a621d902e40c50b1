package org.lstm4j.tune.study;

import java.util.function.Supplier;
import org.lstm4j.ModelFileException;

/// One row of a file, believed only when its checksum is right and its values are possible.
///
/// @param table which table it stands in
/// @param number its first column
record Row(StudyDatabase database, String table, int number) {

    /// What the row says.
    ///
    /// @param checksum as the file has it
    /// @param content made only when the checksum is right
    /// @param columns those between number and checksum
    /// @throws ModelFileException when it cannot be so
    <R> R of(long checksum, Supplier<R> content, Object... columns) {
        Object[] all = new Object[columns.length + 1];
        all[0] = number;
        System.arraycopy(columns, 0, all, 1, columns.length);
        if (RowChecksum.of(table, all) != checksum) {
            throw database.faults().damaged("row " + number + " of its table '" + table + "' has changed");
        }
        try {
            return content.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw database.faults().damaged(
                    "row " + number + " of its table '" + table + "': " + e.getMessage(), e);
        }
    }
}
