package org.lstm4j.report.content;

/// A layer of a network in a line.
///
/// @param name `0.lstm`
/// @param kind `LSTM, 64 units`
/// @param outputShape `[batch, 168, 64]`
/// @param parameters how many numbers it learns
public record LayerSummary(String name, String kind, String outputShape, long parameters) {}
