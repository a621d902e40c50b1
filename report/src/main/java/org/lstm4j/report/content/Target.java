package org.lstm4j.report.content;

/// What is forecast.
///
/// @param name its column: `demand`
/// @param unit its unit: `MW`; empty when it has none or none is known
public record Target(String name, String unit) {}
