/// How unusual a step is, told by how far it lies from its forecast, and how detectors are scored on the Numenta Anomaly Benchmark.
@NullMarked
package org.lstm4j.forecast.anomaly;

import org.jspecify.annotations.NullMarked;
