package org.lstm4j.nn.segment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Dropout;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.init.Constant;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Shape;

/// What a [SegmentLstm] is made of.
///
/// | part | in | out | name in the file |
/// |---|---|---|---|
/// | `embedding` | [segment · (observed + known)] | [units], ReLU | `embedding` |
/// | `cells` | [units] | [units] | `lstm.0`, `lstm.1`, … |
/// | `tables` | position, categories | [units] | `positions`, `category.0`, … |
/// | `known`, where there are known channels | [segment · known] | [units], linear | `known` |
/// | `dropout`, where its rate is above 0 | [units] | [units] | |
/// | `head` | [units] | [segment · outputs], linear | `head` |
record SegmentParts(Dense embedding, List<Lstm> cells, DecoderTables tables, @Nullable Dense known,
        @Nullable Dropout dropout, Dense head) {

    SegmentParts {
        cells = List.copyOf(cells);
    }

    /// Turns the spec at a place into a layer.
    interface Maker {
        Layer make(LayerSpec spec, String place, Shape shape);
    }

    /// In the order of their parameters.
    static SegmentParts make(SegmentLstmSpec spec, String place, Maker maker, ParameterSource stored) {
        SegmentWindow window = spec.window();
        Shape units = Shape.vector(spec.units());
        Dense embedding = dense(new DenseSpec(spec.units()).withActivation(Activation.RELU), spec, place + ".embedding",
                Shape.sequence(window.pastSegments(), window.pastSegmentSize()), maker);
        List<Lstm> cells = new ArrayList<>();
        for (int layer = 0; layer < spec.layers(); layer++) {
            boolean last = layer == spec.layers() - 1;
            LstmSpec lstm = new LstmSpec(spec.units(), !last, spec.initialization());
            cells.add((Lstm) maker.make(lstm, place + ".lstm." + layer,
                    Shape.sequence(window.pastSegments(), spec.units())));
        }
        DecoderTables tables = DecoderTables.make(spec, place, stored);
        Dense known = window.known() == 0
                ? null
                : dense(new DenseSpec(spec.units()), spec, place + ".known",
                        Shape.sequence(window.futureSegments(), window.futureSegmentSize()), maker);
        Dropout dropout = spec.dropout() == 0f
                ? null
                : (Dropout) maker.make(new DropoutSpec(spec.dropout()), place, units);
        Dense head = dense(head(spec), spec, place + ".head", units, maker);
        return new SegmentParts(embedding, cells, tables, known, dropout, head);
    }

    private static DenseSpec head(SegmentLstmSpec spec) {
        DenseSpec head = new DenseSpec(spec.window().segment() * spec.outputs());
        return spec.zeroHead()
                ? head.withWeightInitializer(Constant.zeros()).withBiasInitializer(Constant.zeros())
                : head;
    }

    private static Dense dense(DenseSpec dense, SegmentLstmSpec spec, String place, Shape shape, Maker maker) {
        return (Dense) maker.make(dense.withInitialization(spec.initialization()), place, shape);
    }

    /// The layers, in order; the tables are none.
    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        layers.add(embedding);
        layers.addAll(cells);
        if (known != null) {
            layers.add(known);
        }
        if (dropout != null) {
            layers.add(dropout);
        }
        layers.add(head);
        return List.copyOf(layers);
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(embedding.parameters());
        cells.forEach(cell -> parameters.addAll(cell.parameters()));
        parameters.addAll(tables.parameters());
        if (known != null) {
            parameters.addAll(known.parameters());
        }
        parameters.addAll(head.parameters());
        return List.copyOf(parameters);
    }
}
