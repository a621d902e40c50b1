package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.JsonText;
import org.lstm4j.model.Quoted;
import org.lstm4j.nn.graph.Merge;

/// A layer of a Functional model and what it reads.
///
/// @param reads names of nodes, in order
/// @param mask the node that says which steps count, or null for what its input says
record FunctionalNode(KerasLayer layer, List<String> reads, @Nullable String mask) {

    /// The setting of a GetItem that takes the last step.
    static final String LAST_STEP = "last_step";

    private static final int MOST = 1000;
    private static final List<String> OF_MASKS = List.of("NotEqual", "Any");

    FunctionalNode {
        reads = List.copyOf(reads);
    }

    String name() {
        return layer.name();
    }

    /// Whether it makes one of several.
    boolean merges() {
        return switch (layer.className()) {
            case "Concatenate", "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum" -> true;
            default -> false;
        };
    }

    /// How it makes one of several.
    ///
    /// @param rank of a sample
    /// @throws IllegalArgumentException when it has a setting that ours cannot have
    Merge merge(int rank) {
        KerasSettings settings = layer.settings();
        Merge merge = switch (layer.className()) {
            case "Concatenate" -> {
                settings.requireInnermost("axis", rank);
                yield Merge.CONCATENATE;
            }
            case "Add" -> Merge.ADD;
            case "Subtract" -> Merge.SUBTRACT;
            case "Multiply" -> Merge.MULTIPLY;
            case "Average" -> Merge.AVERAGE;
            case "Maximum" -> Merge.MAXIMUM;
            default -> Merge.MINIMUM;
        };
        settings.requireAllTaken();
        return merge;
    }

    /// The nodes of a model, without those that only find out which steps count, as a masking layer of ours does by itself.
    ///
    /// @throws IllegalArgumentException when a layer is called twice, or with what is not understood
    static List<FunctionalNode> all(KerasLayer model) {
        List<JsonValue> layers = model.config().require("layers").asList();
        if (layers.size() > MOST) {
            throw new IllegalArgumentException(model.title() + " has more than " + MOST + " layers");
        }
        Map<String, FunctionalNode> nodes = new LinkedHashMap<>();
        for (JsonValue json : layers) {
            FunctionalNode node = of(json.asObject(), model.older());
            if (nodes.put(node.name(), node) != null) {
                throw new IllegalArgumentException(model.title() + " has two layers '" + node.name() + "'");
            }
        }
        nodes.values().forEach(node -> node.requireMaskOfMasking(nodes));
        return nodes.values().stream().filter(node -> !OF_MASKS.contains(node.layer.className())).toList();
    }

    private static FunctionalNode of(JsonObject json, boolean older) {
        KerasLayer layer = KerasLayer.of(json, older);
        List<JsonValue> calls = json.require("inbound_nodes").asList();
        if (calls.size() > 1) {
            throw new IllegalArgumentException(
                    layer.title() + " is called " + calls.size() + " times; a layer whose weights"
                            + " are shared is not read");
        }
        if (calls.isEmpty()) {
            return new FunctionalNode(layer, List.of(), null);
        }
        return calls.getFirst() instanceof JsonObject call
                ? recent(layer, call)
                : new FunctionalNode(layer, older(layer, calls.getFirst().asList()), null);
    }

    /// `{"args": […], "kwargs": {…}}`
    private static FunctionalNode recent(KerasLayer layer, JsonObject call) {
        List<String> reads = new ArrayList<>();
        List<JsonValue> arguments = call.require("args").asList();
        if (layer.className().equals("NotEqual") && arguments.size() == 2) {
            return new FunctionalNode(new KerasLayer(layer.className(), layer.name(),
                    JsonValue.object().put("value", arguments.get(1)).build(), layer.older()),
                    List.of(history(arguments.getFirst().asObject())), null);
        }
        if (layer.className().equals("GetItem") && arguments.size() == 2) {
            return new FunctionalNode(new KerasLayer(layer.className(), layer.name(), JsonValue.object()
                    .put(LAST_STEP, isLastStep(arguments.getLast())).build(), layer.older()),
                    List.of(history(arguments.getFirst().asObject())), null);
        }
        arguments.forEach(argument -> tensors(layer, argument, reads));
        String mask = null;
        for (Map.Entry<String, JsonValue> option : call.require("kwargs").asObject().members().entrySet()) {
            boolean none = option.getValue() == JsonNull.NULL || option.getValue().equals(JsonValue.of(false));
            if (option.getKey().equals("mask") && option.getValue() instanceof JsonObject tensor) {
                mask = history(tensor);
            } else if (!none) {
                throw new IllegalArgumentException(layer.title() + " is called with '" + option.getKey()
                        + "', which is not read; a layer can read the output of others alone");
            }
        }
        return new FunctionalNode(layer, reads, mask);
    }

    /// Whether a place is `[:, -1]` or `[:, -1, :]`.
    private static boolean isLastStep(JsonValue place) {
        return place instanceof JsonArray(List<JsonValue> axes) && axes.size() >= 2
                && axes.get(1).equals(JsonValue.of(-1L)) && isWhole(axes.getFirst())
                && axes.stream().skip(2).allMatch(FunctionalNode::isWhole);
    }

    private static boolean isWhole(JsonValue axis) {
        return axis instanceof JsonObject slice && slice.get("config") instanceof JsonObject config
                && config.members().values().stream().allMatch(JsonNull.NULL::equals);
    }

    private static void tensors(KerasLayer layer, JsonValue argument, List<String> reads) {
        switch (argument) {
            case JsonArray(List<JsonValue> items) -> items.forEach(item -> tensors(layer, item, reads));
            case JsonObject tensor -> reads.add(history(tensor));
            default -> throw new IllegalArgumentException(layer.title() + " computes with something that is no"
                    + " layer, " + Quoted.of(Json.write(argument)) + ", which is not read");
        }
    }

    private static String history(JsonObject tensor) {
        return place(tensor.require("config").asObject().require("keras_history").asList());
    }

    /// `[["lstm", 0, 0, {}]]`
    private static List<String> older(KerasLayer layer, List<JsonValue> call) {
        List<String> reads = new ArrayList<>();
        for (JsonValue tensor : call) {
            List<JsonValue> place = tensor.asList();
            boolean plain = place.size() < 4 || place.get(3).asObject().members().values().stream()
                    .allMatch(option -> option == JsonNull.NULL || option.equals(JsonValue.of(false)));
            if (!plain) {
                throw new IllegalArgumentException(
                        layer.title() + " is called with " + place.get(3).asObject().members()
                                .keySet() + ", which is not read");
            }
            reads.add(place(place));
        }
        return reads;
    }

    /// The layer of `["lstm", 0, 0]`: its only call, its only output.
    private static String place(List<JsonValue> place) {
        boolean first = place.size() >= 3 && place.get(1).asInt() == 0 && place.get(2).asInt() == 0;
        if (!first) {
            throw new IllegalArgumentException("the model reads " + Quoted.of(Json.write(new JsonArray(place)))
                    + ", another call or another output of that layer, such as a state or one direction; the first"
                    + " output of one call can be read alone");
        }
        return place.getFirst().asText();
    }

    /// Names of layers: `["lstm", 0, 0]` or `[["lstm", 0, 0], …]`.
    static List<String> tensors(JsonValue places) {
        List<JsonValue> list = places.asList();
        return !list.isEmpty() && list.getFirst() instanceof JsonText
                ? List.of(place(list))
                : list.stream().map(place -> place(place.asList())).toList();
    }

    /// A mask must be what a masking layer gives on the way here: which steps of its input differ from its value.
    private void requireMaskOfMasking(Map<String, FunctionalNode> nodes) {
        if (mask == null) {
            return;
        }
        FunctionalNode any = nodes.get(mask);
        if (any == null || !any.isOf("Any") || !any.findsStepsOfMasking(nodes)) {
            throw new IllegalArgumentException(
                    layer.title() + " is called with a mask that no Masking layer gives, which is"
                            + " not read");
        }
    }

    private boolean findsStepsOfMasking(Map<String, FunctionalNode> nodes) {
        FunctionalNode differs = reads.isEmpty() ? null : nodes.get(reads.getFirst());
        return differs != null && differs.isOf("NotEqual") && nodes.values().stream()
                .anyMatch(node -> node.isOf("Masking") && node.reads.equals(differs.reads)
                        && node.number("mask_value") == differs.number("value"))
                && number("axis") == -1 && JsonValue.of(false).equals(layer.config().get("keepdims"));
    }

    /// A setting; 0 where there is none.
    private float number(String name) {
        JsonValue value = layer.config().get(name);
        return value == null ? 0f : value.asFloat();
    }

    private boolean isOf(String className) {
        return layer.className().equals(className);
    }

    /// Each node after those that it reads.
    ///
    /// @throws IllegalArgumentException when they read each other in a circle
    static List<FunctionalNode> inOrder(List<FunctionalNode> nodes) {
        List<FunctionalNode> left = new ArrayList<>(nodes);
        List<FunctionalNode> ordered = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            FunctionalNode next = left.stream().filter(node -> done.containsAll(node.reads)).findFirst().orElseThrow(
                    () -> new IllegalArgumentException("layers of the model read each other in a circle, or what is not"
                            + " there: " + left.getFirst().layer.title()));
            left.remove(next);
            ordered.add(next);
            done.add(next.name());
        }
        return ordered;
    }
}
