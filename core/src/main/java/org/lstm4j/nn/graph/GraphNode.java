package org.lstm4j.nn.graph;

import java.util.List;
import java.util.Objects;
import org.lstm4j.nn.LayerSpec;

/// A node of a graph: what it makes of what it reads, inputs of the graph or nodes before it. Any number of nodes may read it.
public sealed interface GraphNode {

    /// Its name in the graph.
    String name();

    /// The names of what it reads, in order.
    List<String> reads();

    /// What it does, for summaries: `lstm`, `concatenate`.
    String kind();

    /// A layer.
    ///
    /// @param input what it reads
    record LayerNode(String name, LayerSpec layer, String input) implements GraphNode {

        public LayerNode {
            NodeName.require(name);
            Objects.requireNonNull(layer, "layer");
            Objects.requireNonNull(input, "input");
        }

        @Override
        public List<String> reads() {
            return List.of(input);
        }

        @Override
        public String kind() {
            return layer.kind();
        }
    }

    /// Several made one.
    ///
    /// @param reads at least two; just two to subtract
    record MergeNode(String name, Merge merge, List<String> reads) implements GraphNode {

        public MergeNode {
            NodeName.require(name);
            Objects.requireNonNull(merge, "merge");
            reads = List.copyOf(reads);
            if (reads.size() < 2 || (merge == Merge.SUBTRACT && reads.size() > 2)) {
                throw new IllegalArgumentException("node \"" + name + "\" is to " + merge.label() + " " + reads
                        + ", but that takes " + (merge == Merge.SUBTRACT ? "two" : "two or more")
                        + "; name what it reads");
            }
        }

        @Override
        public String kind() {
            return merge.label();
        }
    }
}
