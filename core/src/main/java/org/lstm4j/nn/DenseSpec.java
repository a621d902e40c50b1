package org.lstm4j.nn;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.init.Initializer;
import org.lstm4j.nn.weight.RuledSpec;
import org.lstm4j.nn.weight.WeightRule;
import org.lstm4j.nn.weight.WeightRules;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The settings of a fully connected layer.
///
/// @param units outputs, at least 1
/// @param activation what is done to each sum
/// @param initialization how initial weights and bias are drawn where no initialiser says otherwise
/// @param useBias whether a bias is added
/// @param weightInitializer draws the weights `[outputs, features]` instead; null for what `initialization` says
/// @param biasInitializer draws the bias `[outputs]` instead; null for what `initialization` says
/// @param weightRules what training asks of weights and bias
public record DenseSpec(int units, Activation activation, Initialization initialization, boolean useBias,
        @Nullable Initializer weightInitializer, @Nullable Initializer biasInitializer, WeightRules weightRules)
        implements
            LayerSpec,
            RuledSpec<DenseSpec> {

    /// The kind in model files.
    public static final String KIND = "dense";

    public DenseSpec {
        if (units < 1) {
            throw new IllegalArgumentException("units must be at least 1, but was " + units);
        }
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(initialization, "initialization");
        if (!useBias && biasInitializer != null) {
            throw new IllegalArgumentException(
                    "a dense layer without bias has no use for a bias initialiser; leave one of them out");
        }
        weightRules.requireNoRecurrent(KIND);
        if (!useBias) {
            weightRules.requireNoBias(KIND);
        }
    }

    /// Without rules for its weights.
    public DenseSpec(int units, Activation activation, Initialization initialization, boolean useBias,
            @Nullable Initializer weightInitializer, @Nullable Initializer biasInitializer) {
        this(units, activation, initialization, useBias, weightInitializer, biasInitializer, WeightRules.NONE);
    }

    /// With a bias, initialised as that says.
    public DenseSpec(int units, Activation activation, Initialization initialization) {
        this(units, activation, initialization, true, null, null);
    }

    /// Linear, initialised as Keras does.
    public DenseSpec(int units) {
        this(units, Activation.LINEAR, Initialization.KERAS);
    }

    public DenseSpec withActivation(Activation other) {
        return new DenseSpec(units, other, initialization, useBias, weightInitializer, biasInitializer, weightRules);
    }

    public DenseSpec withInitialization(Initialization other) {
        return new DenseSpec(units, activation, other, useBias, weightInitializer, biasInitializer, weightRules);
    }

    public DenseSpec withoutBias() {
        return new DenseSpec(units, activation, initialization, false, weightInitializer, null,
                weightRules.withBias(WeightRule.NONE));
    }

    public DenseSpec withWeightInitializer(Initializer other) {
        return new DenseSpec(units, activation, initialization, useBias, other, biasInitializer, weightRules);
    }

    /// @throws IllegalArgumentException when there is no bias
    public DenseSpec withBiasInitializer(Initializer other) {
        return new DenseSpec(units, activation, initialization, useBias, weightInitializer, other, weightRules);
    }

    @Override
    public DenseSpec withWeightRules(WeightRules other) {
        return new DenseSpec(units, activation, initialization, useBias, weightInitializer, biasInitializer, other);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Every step of a sequence goes through the same weights.
    @Override
    public StepUse stepUse() {
        return StepUse.EACH_ALONE;
    }

    /// Builds the layer for samples [features], or for every step of [steps, features].
    @Override
    public Dense build(String place, Shape inputShape, RandomStreams streams) {
        Dense layer = restore(place, inputShape, streams, Parameter::new);
        RandomStream random = streams.stream("initialisation of layer " + place);
        int inputs = inputShape.last();
        draw(layer.weights(), weightInitializer == null ? initialization.denseWeights(inputs) : weightInitializer,
                random);
        if (useBias) {
            draw(layer.bias(), biasInitializer == null ? initialization.denseBias(inputs) : biasInitializer, random);
        }
        return layer;
    }

    @Override
    public Dense restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        Axis outputs = new Axis("outputs", units);
        Shape weightShape = Shape.of(outputs, Axis.features(inputShape.last()));
        Parameter weights = stored.parameter(place + ".weight", weightShape).withRule(weightRules.kernel());
        String biasName = place + ".bias";
        Shape biasShape = Shape.of(outputs);
        Parameter bias = useBias ? stored.parameter(biasName, biasShape) : new Parameter(biasName, biasShape);
        return new Dense(place + " " + KIND, this, inputShape, weights, bias.withRule(weightRules.bias()));
    }

    private static void draw(Parameter parameter, Initializer initializer, RandomStream random) {
        initializer.fill(parameter.value(), parameter.shape(), random);
    }
}
