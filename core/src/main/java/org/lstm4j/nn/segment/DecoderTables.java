package org.lstm4j.nn.segment;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.init.Initializer;
import org.lstm4j.nn.init.RandomNormal;
import org.lstm4j.nn.init.RandomUniform;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// Learnt vectors that tell the decoder which segment of the future is meant, and of what sample. They stand side by side; those of
/// several categories are added up.
///
/// @param positions [segments of the future, position units]
/// @param categories [ids, category units] each
record DecoderTables(Parameter positions, List<Parameter> categories) {

    DecoderTables {
        categories = List.copyOf(categories);
    }

    static DecoderTables make(SegmentLstmSpec spec, String place, ParameterSource stored) {
        Parameter positions = stored.parameter(place + ".positions", Shape.of(
                new Axis("segments", spec.window().futureSegments()), new Axis("units", spec.positionUnits())));
        List<Parameter> categories = new ArrayList<>();
        for (int ids : spec.window().categories()) {
            categories.add(stored.parameter(place + ".category." + categories.size(),
                    Shape.of(new Axis("vocabulary", ids), new Axis("units", spec.categoryUnits()))));
        }
        return new DecoderTables(positions, categories);
    }

    void draw(Initialization initialization, RandomStream random) {
        Initializer initializer = switch (initialization) {
            case KERAS -> new RandomUniform();
            case PYTORCH -> new RandomNormal(0, 1);
        };
        parameters().forEach(table -> initializer.fill(table.value(), table.shape(), random));
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(positions);
        parameters.addAll(categories);
        return List.copyOf(parameters);
    }
}
