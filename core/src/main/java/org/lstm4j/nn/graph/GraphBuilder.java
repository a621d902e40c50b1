package org.lstm4j.nn.graph;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.graph.GraphNode.LayerNode;
import org.lstm4j.nn.graph.GraphNode.MergeNode;
import org.lstm4j.nn.graph.Parts.Part;
import org.lstm4j.tensor.Shape;

/// Collects a [GraphSpec]. Names are letters, digits, `_`, `-` and spaces; a node reads what was named before it.
public final class GraphBuilder {

    private final List<Part> inputs = new ArrayList<>();
    private final List<GraphNode> nodes = new ArrayList<>();
    private List<String> outputs = List.of();

    GraphBuilder() {}

    /// An input.
    ///
    /// @param sample the shape of one sample, such as `Shape.sequence(steps, features)`
    public GraphBuilder input(String name, Shape sample) {
        inputs.add(new Part(name, sample));
        return this;
    }

    /// A layer.
    ///
    /// @param reads an input or a node
    public GraphBuilder layer(String name, LayerSpec layer, String reads) {
        nodes.add(new LayerNode(name, layer, reads));
        return this;
    }

    /// Several inputs or nodes made one.
    ///
    /// @param reads two or more
    public GraphBuilder merge(String name, Merge merge, String... reads) {
        nodes.add(new MergeNode(name, merge, List.of(reads)));
        return this;
    }

    /// The nodes that the graph gives, in that order.
    public GraphBuilder outputs(String... names) {
        outputs = List.of(names);
        return this;
    }

    /// The settings.
    ///
    /// @throws IllegalArgumentException when a name is there twice or unknown, when there is no output, or an input or node that
    ///         nobody reads
    public GraphSpec build() {
        return new GraphSpec(new Parts(inputs), nodes, outputs);
    }
}
