package org.lstm4j.report.content;

import java.util.List;

/// Which inputs a forecast came from.
///
/// @param shares by column, or [ColumnShares#none]
/// @param maps columns by step, one a method
/// @param bySteps lines over the steps of the window: occlusion by lag
public record Attributions(ColumnShares shares, List<HeatMapContent> maps, List<CurvesContent> bySteps) {

    public Attributions {
        maps = List.copyOf(maps);
        bySteps = List.copyOf(bySteps);
    }

    public static Attributions none() {
        return new Attributions(ColumnShares.none(), List.of(), List.of());
    }
}
