package org.lstm4j.nn;

import java.util.Objects;
import org.lstm4j.nn.init.Initializer;
import org.lstm4j.nn.init.RandomUniform;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The settings of an [Embedding].
///
/// @param vocabulary how many different whole numbers come in, from 0 to vocabulary − 1; 1 to 16,777,216, up to where float32 can
///        tell whole numbers apart
/// @param units numbers of a vector, at least 1
/// @param initializer draws the table `[vocabulary, units]`
public record EmbeddingSpec(int vocabulary, int units, Initializer initializer) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "embedding";

    private static final int MOST = 1 << 24;

    public EmbeddingSpec {
        if (vocabulary < 1 || vocabulary > MOST) {
            throw new IllegalArgumentException("vocabulary must be from 1 to " + MOST + ", but was " + vocabulary);
        }
        if (units < 1) {
            throw new IllegalArgumentException("units must be at least 1, but was " + units);
        }
        Objects.requireNonNull(initializer, "initializer");
    }

    /// With a table of uniform numbers in ±0.05, as Keras. (PyTorch: `new RandomNormal(0, 1)`.)
    public EmbeddingSpec(int vocabulary, int units) {
        this(vocabulary, units, new RandomUniform());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepUse stepUse() {
        return StepUse.EACH_ALONE;
    }

    /// Builds the layer for samples [steps] or [steps, 1].
    @Override
    public Embedding build(String place, Shape inputShape, RandomStreams streams) {
        Embedding layer = restore(place, inputShape, streams, Parameter::new);
        initializer.fill(layer.table().value(), layer.table().shape(),
                streams.stream("initialisation of layer " + place));
        return layer;
    }

    @Override
    public Embedding restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        String name = place + " " + KIND;
        Embedding.requireIndices(name, inputShape);
        Shape shape = Shape.of(new Axis("vocabulary", vocabulary), new Axis("units", units));
        return new Embedding(name, this, inputShape, stored.parameter(place + ".weight", shape));
    }
}
