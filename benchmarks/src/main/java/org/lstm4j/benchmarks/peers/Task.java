package org.lstm4j.benchmarks.peers;

import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Workload;

/// One line of the comparison: what all contestants are measured in.
///
/// @param workload the network
/// @param mode what is done with it; never [Mode#MEMORY_MB], which is read beside the others
/// @param threads how many compute
record Task(Workload workload, Mode mode, int threads) {

    String text() {
        return workload.name() + " " + mode.label() + " on " + threads + (threads == 1 ? " thread" : " threads");
    }
}
