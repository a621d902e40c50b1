package org.lstm4j.campaigns.hostile;

import java.nio.file.Path;

/// A file made to do harm.
///
/// @param format that it claims to be of
/// @param trick what is wrong with it
/// @param path where it lies
/// @param harmless whether a reader may as well read it: a forged number may stand where nothing depends on it
record HostileFile(String format, String trick, Path path, boolean harmless) {}
