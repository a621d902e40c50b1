package org.lstm4j.interop.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.segment.SegmentLstm;

/// What a segment LSTM is made of, as other formats have to say it. Dropout, which does nothing in inference, is left out.
///
/// @param embedding of segments of the past, ReLU
/// @param cells of encoder and decoder, in order
/// @param positions [segments of the future, position units]
/// @param categories [ids, category units] each
/// @param known of segments of the future; null where nothing is known
/// @param head of the decoder's hidden state
public record SegmentNetwork(Dense embedding, List<Lstm> cells, Parameter positions, List<Parameter> categories,
        @Nullable Dense known, Dense head) {

    public SegmentNetwork {
        cells = List.copyOf(cells);
        categories = List.copyOf(categories);
    }

    /// Takes a layer apart; the parts share its weights.
    public static SegmentNetwork of(SegmentLstm layer) {
        List<Dense> dense = only(Dense.class, layer);
        List<Parameter> tables = tables(layer);
        return new SegmentNetwork(dense.getFirst(), only(Lstm.class, layer), tables.getFirst(),
                tables.subList(1, tables.size()), dense.size() > 2 ? dense.get(1) : null, dense.getLast());
    }

    private static <T extends Layer> List<T> only(Class<T> kind, SegmentLstm layer) {
        return layer.parts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The parameters that belong to none of the parts.
    private static List<Parameter> tables(SegmentLstm layer) {
        List<Parameter> tables = new ArrayList<>(layer.parameters());
        layer.parts().forEach(part -> tables.removeAll(part.parameters()));
        return tables;
    }
}
