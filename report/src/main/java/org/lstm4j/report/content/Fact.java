package org.lstm4j.report.content;

/// A row of a table of settings.
///
/// @param name `lookback`
/// @param value `168 steps`
/// @param note why it has this value: `auto: one week`; empty when there is nothing to say
public record Fact(String name, String value, String note) {

    public static Fact of(String name, String value) {
        return new Fact(name, value, "");
    }
}
