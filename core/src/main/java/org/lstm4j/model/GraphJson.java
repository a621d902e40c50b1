package org.lstm4j.model;

import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.graph.GraphNode;
import org.lstm4j.nn.graph.GraphNode.LayerNode;
import org.lstm4j.nn.graph.GraphNode.MergeNode;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.nn.graph.Parts;
import org.lstm4j.nn.graph.Parts.Part;

/// Members of a graph of layers; a node has a layer or a merge:
///
/// ```json
/// {"kind":"graph",
///  "inputs":[{"name":"history","shape":[{"axis":"steps","size":48},{"axis":"features","size":3}]}, …],
///  "nodes":[{"name":"memory","layer":{"kind":"lstm", …},"reads":["history"]},
///           {"name":"joined","merge":"concatenate","reads":["memory","calendar"]}, …],
///  "outputs":["demand","peak"]}
/// ```
final class GraphJson {

    private GraphJson() {}

    static void put(JsonValue.ObjectBuilder json, GraphSpec graph) {
        json.put("inputs", array(graph.inputs().parts().stream().map(GraphJson::write).toList()))
                .put("nodes", array(graph.nodes().stream().map(GraphJson::write).toList()))
                .put("outputs", JsonValue.ofTexts(graph.outputs()));
    }

    private static JsonArray array(List<JsonObject> items) {
        return new JsonArray(List.copyOf(items));
    }

    private static JsonObject write(Part input) {
        return JsonValue.object().put("name", input.name()).put("shape", AxesJson.write(input.shape())).build();
    }

    private static JsonObject write(GraphNode node) {
        JsonValue.ObjectBuilder json = JsonValue.object().put("name", node.name());
        switch (node) {
            case LayerNode layer -> json.put("layer", LayerJson.write(layer.layer()));
            case MergeNode merge -> json.put("merge", merge.merge().label());
        }
        return json.put("reads", JsonValue.ofTexts(node.reads())).build();
    }

    /// @throws IllegalArgumentException when a member is missing, unknown or impossible, or nodes make no graph
    static GraphSpec graph(JsonObject graph) {
        Members.only(GraphSpec.KIND, graph, "kind", "inputs", "nodes", "outputs");
        return new GraphSpec(new Parts(graph.require("inputs").asList().stream().map(GraphJson::input).toList()),
                graph.require("nodes").asList().stream().map(GraphJson::node).toList(),
                names(graph.require("outputs")));
    }

    private static Part input(JsonValue json) {
        JsonObject input = Members.only("input of a graph", json, "name", "shape");
        return new Part(name(input.require("name")), AxesJson.read("an input of a graph", input.require("shape")));
    }

    private static GraphNode node(JsonValue json) {
        JsonObject node = json.asObject();
        String name = name(node.require("name"));
        try {
            return node.get("merge") == null ? layer(name, node) : merge(name, node);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("node " + Quoted.of(name) + ": " + e.getMessage(), e);
        }
    }

    private static LayerNode layer(String name, JsonObject node) {
        Members.only("node with a layer", node, "name", "layer", "reads");
        List<String> reads = names(node.require("reads"));
        if (reads.size() != 1) {
            throw new IllegalArgumentException("a layer reads one input or node, but this one " + reads.size());
        }
        return new LayerNode(name, LayerJson.read(node.require("layer")), reads.getFirst());
    }

    private static MergeNode merge(String name, JsonObject node) {
        Members.only("node with a merge", node, "name", "merge", "reads");
        Merge merge = Members.named(node.require("merge"), Merge.values(), Merge::label);
        return new MergeNode(name, merge, names(node.require("reads")));
    }

    private static List<String> names(JsonValue json) {
        return json.asList().stream().map(GraphJson::name).toList();
    }

    private static String name(JsonValue json) {
        String name = json.asText();
        Names.requireName("node", name);
        return name;
    }
}
