package org.lstm4j.forecast.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.segment.SegmentLstm;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.segment.SegmentWindow;
import org.lstm4j.tensor.Shape;

/// A segment network without categories that says what one with them does, where their vectors are known channels.
///
/// The decoder of the one reads `[position, Σ category] + K·known + b`. That of the other reads `position + K′·known + b`, where the
/// positions are followed by zeros, and K′ takes the vectors at the first step of each segment ahead, with weights of 1, to where Σ
/// category stood. So a category acts at the first steps of segments and nowhere else. The encoder reads vectors with weights of 0.
///
/// @param layer the one with categories
/// @param channels what is read instead
/// @param network whose vectors it reads
record SegmentVectors(SegmentLstm layer, VectorChannels channels, int network) {

    private SegmentWindow window() {
        return layer.spec().window();
    }

    /// Known channels of the new layer.
    private int known() {
        return channels.count() - window().observed();
    }

    SegmentLstmSpec spec() {
        SegmentLstmSpec spec = layer.spec();
        return new SegmentLstmSpec(window().withKnown(known()).withCategories(List.of()), spec.units(), spec.layers(),
                spec.dropout(), spec.outputs(), spec.initialization(), spec.zeroHead());
    }

    /// All parameters of the new layer.
    ///
    /// @param place of both layers in their networks
    List<Parameter> parameters(String place) {
        Map<String, Parameter> old = new LinkedHashMap<>();
        layer.parameters().forEach(parameter -> old.put(parameter.name(), parameter));
        List<Parameter> all = new ArrayList<>();
        old.forEach((name, parameter) -> {
            if (name.equals(place + ".embedding.weight")) {
                all.add(embedding(parameter));
            } else if (name.equals(place + ".positions")) {
                all.add(positions(parameter));
            } else if (!VectorNetwork.isTable(parameter) && !name.equals(place + ".known.weight")) {
                all.add(parameter);
            }
        });
        Parameter knownWeights = knownWeights(place + ".known.weight");
        if (window().known() > 0) {
            copySteps(Objects.requireNonNull(old.get(knownWeights.name())), window().known(), knownWeights, known());
        } else {
            all.add(new Parameter(place + ".known.bias", Shape.vector(layer.spec().units())));
        }
        all.add(knownWeights);
        return all;
    }

    /// [units, segment · (observed + known)]; vectors have weights of 0.
    private Parameter embedding(Parameter old) {
        int read = window().observed() + window().known();
        Parameter wider = new Parameter(old.name(),
                Shape.sequence(old.shape().size(0), window().segment() * channels.count()));
        copySteps(old, read, wider, channels.count());
        return wider;
    }

    /// [segments, units]; zeros follow.
    private Parameter positions(Parameter old) {
        Parameter wider = new Parameter(old.name(), Shape.sequence(old.shape().size(0), layer.spec().units()));
        copyRows(old, old.shape().last(), wider, layer.spec().units(), old.shape().size(0));
        return wider;
    }

    /// [units, segment · known], with the ones of the vectors.
    private Parameter knownWeights(String name) {
        int row = window().segment() * known();
        Parameter weights = new Parameter(name, Shape.sequence(layer.spec().units(), row));
        int units = layer.spec().categoryUnits();
        int first = channels.first(network) - window().observed();
        for (int index = 0; index < channels.units(network); index++) {
            weights.value()[(layer.spec().positionUnits() + index % units) * row + first + index] = 1f;
        }
        return weights;
    }

    /// Weights for each step of a segment, in rows of more channels.
    private void copySteps(Parameter from, int channelsOfOld, Parameter to, int channelsOfNew) {
        copyRows(from, channelsOfOld, to, channelsOfNew, layer.spec().units() * window().segment());
    }

    private static void copyRows(Parameter from, int size, Parameter to, int newSize, int rows) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from.value(), row * size, to.value(), row * newSize, size);
        }
    }
}
