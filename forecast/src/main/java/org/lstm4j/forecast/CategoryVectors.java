package org.lstm4j.forecast;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.nn.EmbeddedColumnsSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.init.Initializer;
import org.lstm4j.nn.init.RandomNormal;
import org.lstm4j.nn.init.RandomUniform;
import org.lstm4j.tensor.Axis;

/// The learnt vectors of a network's category columns, which are its last channels.
///
/// They are put in their places before the network reads them, so that it meets numbers only. A segment network whose categories are all
/// static takes these as they are: its decoder is told of them, as of a segment's position.
///
/// @param columns may be empty
record CategoryVectors(List<CategoryColumn> columns) {

    CategoryVectors {
        columns = List.copyOf(columns);
    }

    /// Whether no category changes within a window.
    boolean areStatic() {
        return columns.stream().allMatch(column -> column.role() == CategoryColumn.Role.STATIC);
    }

    List<Integer> vocabularies() {
        return columns.stream().map(CategoryColumn::vocabulary).toList();
    }

    /// Numbers of all vectors side by side.
    int units() {
        return columns.stream().mapToInt(CategoryColumn::units).sum();
    }

    /// What goes before a network that reads numbers only.
    List<LayerSpec> layers(Initialization initialization) {
        if (columns.isEmpty()) {
            return List.of();
        }
        Initializer initializer = switch (initialization) {
            case KERAS -> new RandomUniform();
            case PYTORCH -> new RandomNormal(0, 1);
        };
        return List.of(new EmbeddedColumnsSpec(columns.stream()
                .map(column -> new EmbeddingSpec(column.vocabulary(), column.units(), initializer))
                .toList()));
    }

    /// The network, in which the vector of a missing category begins as 0. Where none is missing in training it stays so, and a
    /// category that is missing later changes nothing.
    Sequential withoutMissing(Sequential network) {
        for (Parameter parameter : network.parameters()) {
            if (!columns.isEmpty() && isTable(parameter)) {
                Arrays.fill(parameter.value(), 0, parameter.shape().last(), 0f);
            }
        }
        return network;
    }

    /// @param whole the network of a forecaster, which may be the mean of several
    /// @throws IllegalArgumentException when the tables of one are not of these columns
    void requireFit(Sequential whole) {
        List<Integer> expected = Collections.nCopies(new SplitNetwork(whole).count(), vocabularies()).stream()
                .flatMap(List::stream)
                .toList();
        List<Integer> tables = whole.parameters().stream()
                .filter(CategoryVectors::isTable)
                .map(table -> table.shape().size(0))
                .toList();
        if (!tables.equals(expected)) {
            throw new IllegalArgumentException("tables of categories should have " + expected + " rows, but have "
                    + tables);
        }
    }

    private static boolean isTable(Parameter parameter) {
        List<Axis> axes = parameter.shape().axes();
        return axes.getFirst().name().equals("vocabulary");
    }
}
