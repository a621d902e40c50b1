package org.lstm4j.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.CellSignal;
import org.lstm4j.nn.recurrent.RecurrentLayer;

/// A parameter of a network, or the rows of one of its gates.
///
/// @param parameter whole
/// @param gate whose rows; empty for the parameter as a whole
/// @param from where it begins in the arrays
/// @param to where it ends
record ParameterPart(Parameter parameter, String gate, int from, int to) {

    /// How rows are called that belong to gates, one block of units each.
    private static final String GATES = "gates";

    /// Each parameter in order, and after one with gates each of those.
    static List<ParameterPart> of(Sequential network) {
        Map<String, RecurrentLayer> owners = new LinkedHashMap<>();
        network.layers().forEach(layer -> findOwners(layer, owners));
        List<ParameterPart> parts = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            int size = parameter.value().length;
            parts.add(new ParameterPart(parameter, "", 0, size));
            RecurrentLayer owner = owners.get(parameter.name());
            if (owner != null && parameter.shape().axes().getFirst().name().equals(GATES)) {
                int blocks = parameter.shape().size(0) / owner.spec().units();
                for (int block = 0; !owner.gates().isEmpty() && block < blocks; block++) {
                    parts.add(new ParameterPart(parameter, label(owner.gates(), block), block * size / blocks,
                            (block + 1) * size / blocks));
                }
            }
        }
        return parts;
    }

    private static void findOwners(Layer layer, Map<String, RecurrentLayer> owners) {
        if (layer instanceof RecurrentLayer recurrent) {
            recurrent.parameters().forEach(parameter -> owners.put(parameter.name(), recurrent));
        }
        layer.parts().forEach(part -> findOwners(part, owners));
    }

    /// The candidate of a GRU has a bias for each of its two parts.
    private static String label(List<CellSignal> gates, int block) {
        return block < gates.size() ? gates.get(block).label() : gates.getLast().label() + ", from the state";
    }
}
