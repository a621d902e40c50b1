/// `lstm4j bench --peers`: ours and other libraries in turn, each in a process of its own, and the ratios of their times.
///
/// Begin with [org.lstm4j.benchmarks.peers.PeerBench]. The libraries are in the folder `benchmarks/peers`; what they share with ours
/// is in [org.lstm4j.benchmarks.protocol].
@NullMarked
package org.lstm4j.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
