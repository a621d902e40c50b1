package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.interop.hdf5.Hdf5Group;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignNetwork;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.Mapping;
import org.lstm4j.json.JsonValue.JsonObject;

/// Translates weights that a [Mapping] gives their layers. Work in progress.
final class MappedModel {

    private MappedModel() {}

    static KerasModel.Result translate(JsonObject json, Hdf5Group root, ImportOptions options) {
        throw new IllegalArgumentException("give what model.to_json() says as the mapping");
    }
}
