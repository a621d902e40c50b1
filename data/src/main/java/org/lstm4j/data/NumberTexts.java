package org.lstm4j.data;

import java.util.regex.Pattern;

/// What to do about a text that a reader of numbers meets.
final class NumberTexts {

    private static final Pattern POINT = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");
    private static final Pattern COMMA = Pattern.compile("[-+]?[\\d.]*,\\d+");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?");

    private NumberTexts() {}

    /// @param value a text that is no number
    /// @param points whether other values of the column are numbers with a decimal point
    static String remedy(String value, boolean points) {
        if (COMMA.matcher(value).matches() && !points) {
            return THOUSANDS.matcher(value).matches()
                    ? "remove the commas between thousands; where the comma is the decimal sign add --decimal ,"
                    : "give the decimal sign with --decimal ,";
        }
        if (THOUSANDS.matcher(value).matches()) {
            return "remove the commas between thousands";
        }
        // with a decimal comma, a number with a point is a text
        if (COMMA.matcher(value).matches() || POINT.matcher(value).matches()) {
            return "write all numbers of the column with the same decimal sign";
        }
        return "correct it, or if it means a missing value add --missing '" + value + "'";
    }
}
