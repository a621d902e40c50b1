package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The published figures and the bars, as they come with the program.
///
/// `published.csv` has a line for each figure: protocol, method, measure, value, source, status. `bars.csv` has one for each
/// measure of a bar: protocol, bar, measure, value.
public final class PublishedRows {

    private static final String FIGURES = "published.csv";
    private static final String BARS = "bars.csv";

    private PublishedRows() {}

    /// What is published for a protocol, in the order of the file.
    public static List<PublishedRow> of(Protocol protocol) {
        Map<List<String>, Map<Measure, Double>> byRow = new LinkedHashMap<>();
        for (List<String> line : FigureFile.read(FIGURES, 6)) {
            if (line.getFirst().equals(protocol.name())) {
                byRow.computeIfAbsent(List.of(line.get(1), line.get(4), line.get(5)), _ -> measures())
                        .put(Measure.of(line.get(2)), Double.valueOf(line.get(3)));
            }
        }
        List<PublishedRow> rows = new ArrayList<>();
        byRow.forEach((key, measures) -> rows.add(new PublishedRow(key.getFirst(), measures, key.get(1),
                PublishedRow.Status.valueOf(key.get(2).toUpperCase(Locale.ROOT)))));
        return List.copyOf(rows);
    }

    /// The bars of a protocol, the lowest first.
    public static List<Bar> bars(Protocol protocol) {
        Map<String, Map<Measure, Double>> byName = new LinkedHashMap<>();
        for (List<String> line : FigureFile.read(BARS, 4)) {
            if (line.getFirst().equals(protocol.name())) {
                byName.computeIfAbsent(line.get(1), _ -> measures())
                        .put(Measure.of(line.get(2)), Double.valueOf(line.get(3)));
            }
        }
        List<Bar> bars = new ArrayList<>();
        byName.forEach((name, measures) -> bars.add(new Bar(name, measures)));
        return List.copyOf(bars);
    }

    private static Map<Measure, Double> measures() {
        return new EnumMap<>(Measure.class);
    }
}
