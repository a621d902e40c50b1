package org.lstm4j.data;

/// One column of the source.
///
/// @param name its name, `c0`, `c1`, … where the source has none
/// @param kind what its values are
/// @param missing rows without a value
/// @param example its first value, empty when there is none
public record ColumnInfo(String name, Kind kind, long missing, String example) {

    /// What the values of a column are.
    public enum Kind {

        /// Every value is a finite number, or a truth value, which counts as 0 or 1.
        NUMBER,

        /// Instants, dates or local times.
        TIME,

        /// At least one value is none of these.
        TEXT,

        /// There is no value.
        EMPTY,

        /// Lists, structures and bytes: nothing a series can hold.
        OTHER
    }
}
