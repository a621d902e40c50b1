package org.lstm4j.data;

/// A column of the table `source_rows` and how SQL gets at its values.
///
/// @param name its name in the source
/// @param sql its name in SQL: `c0`, `c1`, …, because DuckDB does not tell `Load` from `load`
/// @param type its type in DuckDB
record SourceColumn(String name, String sql, String type) {

    /// A column of texts.
    static SourceColumn ofText(String name, int index) {
        return new SourceColumn(name, "c" + index, "VARCHAR");
    }

    boolean isText() {
        return type.equals("VARCHAR");
    }

    /// Whether its values are instants, dates or local times.
    boolean isTime() {
        return type.equals("DATE") || (type.startsWith("TIMESTAMP") && !type.endsWith("]"));
    }

    /// Whether its values are instants: times with a zone.
    boolean isInstant() {
        return type.equals("TIMESTAMP WITH TIME ZONE") || type.equals("TIMESTAMPTZ");
    }

    private boolean isInteger() {
        return type.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?");
    }

    private boolean isFloat() {
        return type.equals("DOUBLE") || type.equals("FLOAT");
    }

    /// Whether its values are numbers by type.
    boolean isNumeric() {
        return isInteger() || isFloat() || (type.startsWith("DECIMAL") && !type.endsWith("]"));
    }

    /// Whether its values can be texts, numbers or times at all.
    boolean isReadable() {
        return isText() || isTime() || isNumeric() || type.equals("BOOLEAN");
    }

    /// True where there is a value.
    String present() {
        return isFloat() ? sql + " is not null and float_present(" + sql + ")" : sql + " is not null";
    }

    /// The value as a number; null where there is none or it is not one.
    String number() {
        if (isText()) {
            return "word_number(" + sql + ")";
        }
        if (isFloat()) {
            return "float_number(" + sql + ")";
        }
        return isTime() || !isReadable() ? "cast(null as double)" : "cast(" + sql + " as double)";
    }

    /// The value as text; whole numbers without a decimal point.
    String text() {
        if (isFloat()) {
            return "case when " + sql + " = trunc(" + sql + ") and abs(" + sql + ") < 1e15 then cast(cast(" + sql
                    + " as bigint) as varchar) else cast(" + sql + " as varchar) end";
        }
        return isText() ? sql : "cast(" + sql + " as varchar)";
    }
}
