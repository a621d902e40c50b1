package org.lstm4j.forecast;

import java.util.Optional;
import org.lstm4j.forecast.prepare.SkipPath;
import org.lstm4j.nn.Sequential;

/// A network and what stands beside it.
///
/// @param skip empty for nothing
record NetworkWithSkip(Sequential network, Optional<SkipPath> skip) {}
