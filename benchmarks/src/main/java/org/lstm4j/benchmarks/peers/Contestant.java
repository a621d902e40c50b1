package org.lstm4j.benchmarks.peers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lstm4j.benchmarks.protocol.Mode;

/// Someone who takes part: how to start its process, and what it can do.
///
/// @param name as in the CSV lines; ours begin with `lstm4j`
/// @param command starts its process, but for the arguments of an assignment
/// @param environment what it wants set, beside the number of threads
/// @param modes what it can be measured in
/// @param leastThreads below that it is no contestant of its own
record Contestant(
        String name, List<String> command, Map<String, String> environment, Set<Mode> modes, int leastThreads) {

    static final String OURS = "lstm4j";

    Contestant {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        modes = Set.copyOf(modes);
    }

    boolean ours() {
        return name.startsWith(OURS);
    }

    boolean can(Task task) {
        return modes.contains(task.mode()) && task.threads() >= leastThreads;
    }
}
