package org.lstm4j.nn.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whether inputs, nodes and outputs make a graph. Since a node reads only what stands before it, there are no circles.
record GraphCheck(List<String> inputs, List<GraphNode> nodes, List<String> outputs) {

    /// @throws IllegalArgumentException when they make none; the message names the node
    void require() {
        Set<String> read = requireReadable();
        requireOutputs();
        read.addAll(outputs);
        requireUsed("input", inputs, read);
        requireUsed("node", nodes.stream().map(GraphNode::name).toList(), read);
    }

    /// @return what is read
    private Set<String> requireReadable() {
        Set<String> before = new LinkedHashSet<>(inputs);
        Set<String> read = new LinkedHashSet<>();
        for (GraphNode node : nodes) {
            for (String name : node.reads()) {
                if (!before.contains(name)) {
                    throw new IllegalArgumentException("node \"" + node.name() + "\" reads \"" + name
                            + "\", but before it there are only " + before + "; name one of them, or add \"" + name
                            + "\" before it");
                }
            }
            read.addAll(node.reads());
            if (!before.add(node.name())) {
                throw new IllegalArgumentException("there are two of the name \"" + node.name()
                        + "\" in the graph; give each input and node a name of its own");
            }
        }
        return read;
    }

    private void requireOutputs() {
        List<String> names = nodes.stream().map(GraphNode::name).toList();
        if (outputs.isEmpty() || !names.containsAll(outputs) || new LinkedHashSet<>(outputs).size() < outputs.size()) {
            throw new IllegalArgumentException("the outputs of a graph must be one or more of its nodes " + names
                    + ", each once, but were " + outputs);
        }
    }

    private static void requireUsed(String what, List<String> names, Set<String> read) {
        for (String name : names) {
            if (!read.contains(name)) {
                throw new IllegalArgumentException("no node reads the " + what + " \"" + name
                        + "\", and it is no output; leave it out, or let a node read it");
            }
        }
    }
}
