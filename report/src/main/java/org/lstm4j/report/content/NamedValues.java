package org.lstm4j.report.content;

/// A row of numbers with a name.
///
/// @param name for readers: a column, a method, a layer
/// @param values NaN where missing
public record NamedValues(String name, Values values) {}
