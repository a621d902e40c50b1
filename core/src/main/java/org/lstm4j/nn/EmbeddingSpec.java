package org.lstm4j.nn;

import java.util.Objects;
import org.lstm4j.nn.init.Initializer;
import org.lstm4j.nn.init.RandomUniform;
import org.lstm4j.nn.weight.RuledSpec;
import org.lstm4j.nn.weight.WeightRules;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The settings of an [Embedding].
///
/// @param vocabulary how many different whole numbers come in, from 0 to vocabulary − 1; 1 to 16,777,216, up to where float32 can
///        tell whole numbers apart
/// @param units numbers of a vector, at least 1
/// @param initializer draws the table `[vocabulary, units]`
/// @param weightRules what training asks of the table: those of its kernel, Keras' `embeddings_regularizer` and `embeddings_constraint`. A
///        norm is that of a category's vector; Keras takes it over the vocabulary unless told another axis
public record EmbeddingSpec(int vocabulary, int units, Initializer initializer, WeightRules weightRules)
        implements
            LayerSpec,
            RuledSpec<EmbeddingSpec> {

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
        weightRules.requireNoRecurrent(KIND);
        weightRules.requireNoBias(KIND);
    }

    /// Without rules for its table.
    public EmbeddingSpec(int vocabulary, int units, Initializer initializer) {
        this(vocabulary, units, initializer, WeightRules.NONE);
    }

    /// With a table of uniform numbers in ±0.05, as Keras. (PyTorch: `new RandomNormal(0, 1)`.)
    public EmbeddingSpec(int vocabulary, int units) {
        this(vocabulary, units, new RandomUniform());
    }

    @Override
    public EmbeddingSpec withWeightRules(WeightRules other) {
        return new EmbeddingSpec(vocabulary, units, initializer, other);
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
        return new Embedding(name, this, inputShape, table(place, stored));
    }

    /// The table of the layer at that place.
    Parameter table(String place, ParameterSource stored) {
        Shape shape = Shape.of(new Axis("vocabulary", vocabulary), new Axis("units", units));
        return stored.parameter(place + ".weight", shape).withRule(weightRules.kernel());
    }
}
