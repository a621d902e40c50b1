/// What lstm4j and other libraries share to be measured beside each other: workloads, modes, the stopwatch, the check of results
/// before any time is taken, and the lines by which a measuring process is told its task and answers.
///
/// A library implements [org.lstm4j.benchmarks.protocol.Peer] and has a `main` that calls
/// [org.lstm4j.benchmarks.protocol.PeerProcess#run]. Nothing here depends on lstm4j, nor on any library.
@NullMarked
package org.lstm4j.benchmarks.protocol;

import org.jspecify.annotations.NullMarked;
