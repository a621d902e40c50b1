package org.lstm4j.forecast.explain;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.nn.EmbeddedColumns;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.graph.Graph;
import org.lstm4j.nn.segment.SegmentLstm;

/// A forecaster's network as a function of numbers and of the vectors of its categories, of which it says the same: what can be explained,
/// where between two categories there is nothing.
///
/// @param network reads [rows, channels]; of the forecaster's own weights
/// @param channels what it reads
record VectorNetwork(Sequential network, VectorChannels channels) {

    /// @param whole the network of a forecaster, which may join several
    /// @param form what goes into it
    static VectorNetwork of(Sequential whole, WindowForm form) {
        int categories = form.schema().categories().size();
        int numbers = form.channels() - categories;
        List<List<Parameter>> tables = new ArrayList<>();
        whole.layers().forEach(layer -> collect(layer, tables));
        VectorChannels channels = new VectorChannels(numbers, tables);
        return new VectorNetwork(
                categories == 0 ? whole : new VectorReading(channels, form.inputShape().size(0)).of(whole), channels);
    }

    private static void collect(Layer layer, List<List<Parameter>> tables) {
        if (layer instanceof Graph graph) {
            graph.parts().forEach(part -> collect(part, tables));
        } else if (readsCategories(layer)) {
            tables.add(layer.parameters().stream().filter(VectorNetwork::isTable).toList());
        }
    }

    /// Whether a layer looks up vectors.
    static boolean readsCategories(Layer layer) {
        if (layer instanceof SegmentLstm segments) {
            return !segments.spec().window().categories().isEmpty();
        }
        return layer instanceof EmbeddedColumns;
    }

    /// Whether a parameter of such a layer has a vector for each category.
    static boolean isTable(Parameter parameter) {
        return parameter.shape().axes().getFirst().name().equals("vocabulary");
    }
}
