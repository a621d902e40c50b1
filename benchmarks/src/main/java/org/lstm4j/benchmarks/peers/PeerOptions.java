package org.lstm4j.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.benchmarks.protocol.Mode;

/// What only the comparison with other libraries asks for; the rest of the command line is that of the benchmark itself.
///
/// @param pairs how often each contestant has its turn
/// @param only names of the peers to measure; empty for all
/// @param rest the other arguments
record PeerOptions(int pairs, Set<String> only, List<String> rest) {

    static final String FLAG = "--peers";

    /// What can be compared: [Mode#FIRST_STEP] is ours alone.
    static final Set<Mode> MODES = Set.of(Mode.TRAIN_STEP, Mode.INF1, Mode.INF64, Mode.STREAM_STEP, Mode.PROCESS,
            Mode.MEMORY_MB);

    private static final int MOST_PAIRS = 1000;
    private static final int PAIRS = 5;

    PeerOptions {
        only = Set.copyOf(only);
        rest = List.copyOf(rest);
    }

    /// Takes what is meant for the comparison out of the arguments.
    ///
    /// @throws ConfigurationException naming the argument and what is allowed
    static PeerOptions parse(String... arguments) {
        int pairs = List.of(arguments).contains("--quick") ? 1 : PAIRS;
        List<String> only = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (int index = 0; index < arguments.length; index++) {
            switch (arguments[index]) {
                case FLAG -> {
                }
                case "--pairs" -> pairs = pairs(value(arguments, ++index, "a number such as --pairs 5"));
                case "--only" -> only.addAll(
                        List.of(value(arguments, ++index, "a list such as --only libtorch,onnxruntime").split(",")));
                default -> rest.add(arguments[index]);
            }
        }
        return new PeerOptions(pairs, Set.copyOf(only), rest);
    }

    /// Requires that the peers named exist.
    ///
    /// @throws ConfigurationException naming the one that does not
    void requireKnown(List<String> known) {
        for (String name : only) {
            if (!known.contains(name)) {
                throw wrong("no such peer", String.join(", ", known), name);
            }
        }
    }

    boolean wants(String peer) {
        return only.isEmpty() || only.contains(peer);
    }

    private static int pairs(String text) {
        if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_PAIRS) {
            return Integer.parseInt(text);
        }
        throw wrong("no number of pairs", "1 to " + MOST_PAIRS, text);
    }

    private static String value(String[] arguments, int at, String expected) {
        if (at >= arguments.length) {
            throw wrong(arguments[at - 1] + " has no value", expected, "nothing");
        }
        return arguments[at];
    }

    private static ConfigurationException wrong(String what, String expected, String received) {
        String shown = received.isEmpty() ? "an empty text" : received;
        return new ConfigurationException(new Problem(what, expected, shown, "see lstm4j bench --help"));
    }
}
