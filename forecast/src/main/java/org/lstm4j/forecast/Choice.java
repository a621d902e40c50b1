package org.lstm4j.forecast;

/// A setting that was left to a rule: what the rule chose, and why.
///
/// @param name as on the command line: `lookback`
/// @param value what was chosen
/// @param reason one clause a reader can check: `two seasons of 24 steps`
public record Choice(String name, String value, String reason) {}
