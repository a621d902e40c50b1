package org.lstm4j.cli.accuracy;

/// A method that a protocol does not run.
///
/// @param method its name
/// @param reason as the end of a sentence
public record LeftOut(String method, String reason) {}
