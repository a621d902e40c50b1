package org.lstm4j.report.content;

/// An error that a tuned model has to stand beside, measured the same way.
///
/// @param name `default settings`, `seasonal naive`
/// @param error in the study's measure; NaN when unknown
public record Reference(String name, double error) {}
