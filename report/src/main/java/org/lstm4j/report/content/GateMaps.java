package org.lstm4j.report.content;

import java.util.List;

/// What the gates and states of one layer did over a window.
///
/// @param layer `0.lstm`
/// @param maps units by step, one a gate or state; see [GateKind#map]
public record GateMaps(String layer, List<HeatMapContent> maps) {

    public GateMaps {
        maps = List.copyOf(maps);
    }
}
