package org.lstm4j.model;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.EmbeddedColumnsSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.RecurrentSpec;

/// Members of layers that have layers within. How deep they go is limited by the JSON reader.
final class NestedLayerJson {

    private NestedLayerJson() {}

    static void put(JsonValue.ObjectBuilder json, TimeDistributedSpec distributed) {
        json.put("layer", LayerJson.write(distributed.layer()));
    }

    static TimeDistributedSpec timeDistributed(JsonObject layer) {
        Members.only(TimeDistributedSpec.KIND, layer, "kind", "layer");
        return new TimeDistributedSpec(LayerJson.read(layer.require("layer")));
    }

    static void put(JsonValue.ObjectBuilder json, BidirectionalSpec both) {
        json.put("forward", LayerJson.write(both.forward()))
                .put("backward", LayerJson.write(both.backward()))
                .put("merge", name(both.merge()));
    }

    static BidirectionalSpec bidirectional(JsonObject layer) {
        Members.only(BidirectionalSpec.KIND, layer, "kind", "forward", "backward", "merge");
        return new BidirectionalSpec(recurrent(BidirectionalSpec.KIND, layer, "forward"),
                recurrent(BidirectionalSpec.KIND, layer, "backward"),
                Members.named(layer.require("merge"), MergeMode.values(), NestedLayerJson::name));
    }

    private static String name(MergeMode merge) {
        return switch (merge) {
            case CONCATENATE -> "concatenate";
            case SUM -> "sum";
            case PRODUCT -> "product";
            case AVERAGE -> "average";
        };
    }

    static void put(JsonValue.ObjectBuilder json, DilatedSpec dilated) {
        json.put("layer", LayerJson.write(dilated.layer())).put("dilation", dilated.dilation());
    }

    static DilatedSpec dilated(JsonObject layer) {
        Members.only(DilatedSpec.KIND, layer, "kind", "layer", "dilation");
        return new DilatedSpec(recurrent(DilatedSpec.KIND, layer, "layer"), layer.require("dilation").asInt());
    }

    private static RecurrentSpec recurrent(String kind, JsonObject layer, String member) {
        LayerSpec inner = LayerJson.read(layer.require(member));
        if (inner instanceof RecurrentSpec recurrent) {
            return recurrent;
        }
        throw new IllegalArgumentException("the member '" + member + "' of a " + kind
                + " layer must be recurrent and have one direction, but is of kind '" + inner.kind() + "'");
    }

    static void put(JsonValue.ObjectBuilder json, ResidualSpec residual) {
        json.put("layers", LayerJson.writeAll(residual.layers())).put("projects", residual.projects());
    }

    static ResidualSpec residual(JsonObject layer) {
        Members.only(ResidualSpec.KIND, layer, "kind", "layers", "projects");
        return new ResidualSpec(LayerJson.readAll(layer.require("layers")), layer.require("projects").asBoolean());
    }

    static void put(JsonValue.ObjectBuilder json, EmbeddedColumnsSpec embedded) {
        json.put("tables", LayerJson.writeAll(List.copyOf(embedded.tables())));
    }

    static EmbeddedColumnsSpec embeddedColumns(JsonObject layer) {
        Members.only(EmbeddedColumnsSpec.KIND, layer, "kind", "tables");
        List<EmbeddingSpec> tables = new ArrayList<>();
        for (LayerSpec table : LayerJson.readAll(layer.require("tables"))) {
            if (!(table instanceof EmbeddingSpec embedding)) {
                throw new IllegalArgumentException("the tables of the layer " + EmbeddedColumnsSpec.KIND
                        + " must be of kind '" + EmbeddingSpec.KIND + "', but one is of kind '" + table.kind()
                        + "'");
            }
            tables.add(embedding);
        }
        return new EmbeddedColumnsSpec(tables);
    }
}
