package org.lstm4j.cli.accuracy;

/// A method or a protocol that could not be brought to its end, while the others went on.
///
/// @param name of the method or the protocol
/// @param cause what was thrown
public record Failed(String name, RuntimeException cause) {}
