package org.lstm4j.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// Layers in a row, each taking the output of the one before.
///
/// {@snippet :
/// Sequential network = Sequential.input(Shape.sequence(10, 1))
///         .add(new LstmSpec(50))
///         .add(new DenseSpec(1))
///         .build(42);
/// }
public final class Sequential {

    private final Shape inputShape;
    private final List<Layer> layers;
    private final List<Parameter> parameters;

    private Sequential(Shape inputShape, List<Layer> layers) {
        this.inputShape = inputShape;
        this.layers = List.copyOf(layers);
        this.parameters = this.layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /// Starts a network for samples of that shape, such as `Shape.sequence(steps, features)`.
    ///
    /// @throws IllegalArgumentException when an axis has size 0, or there is none
    public static Builder input(Shape sample) {
        if (sample.rank() == 0 || sample.elements() == 0) {
            throw new IllegalArgumentException(
                    "a network takes samples of at least one number, but was to take " + sample
                            + "; give the shape of one sample, such as Shape.sequence(steps, features)");
        }
        return new Builder(sample);
    }

    /// The shape of one sample that goes in.
    public Shape inputShape() {
        return inputShape;
    }

    /// The shape of one sample that comes out.
    public Shape outputShape() {
        return outputShape(inputShape);
    }

    /// The shape of one sample that comes out when one of that shape goes in; its steps may differ from [#inputShape].
    ///
    /// @throws IllegalArgumentException when a layer cannot take it; the message names the axes
    public Shape outputShape(Shape sample) {
        Shape shape = sample;
        for (Layer layer : layers) {
            shape = layer.outputShape(shape);
        }
        return shape;
    }

    public List<Layer> layers() {
        return layers;
    }

    /// All trainable arrays, in the order of the layers.
    public List<Parameter> parameters() {
        return parameters;
    }

    /// How many trainable numbers there are.
    public long parameterCount() {
        return parameters.stream().mapToLong(parameter -> parameter.shape().elements()).sum();
    }

    /// A workspace for batches of that shape, `[batch, …]`; steps may differ from [#inputShape].
    ///
    /// @throws IllegalArgumentException when a layer cannot take it
    /// @throws org.lstm4j.ConfigurationException when its work does not fit into arrays
    public SequentialPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        return new SequentialPass(layers, batchShape, mode, compute);
    }

    /// The same network over the same weights, which are shared, with gradients and random streams of its own: to look at what a
    /// network does without leaving a trace in its training.
    ///
    /// @throws IllegalArgumentException when a layer's spec asks for a parameter that the layer does not list
    public Sequential withOwnGradients() {
        Map<String, Parameter> own = new LinkedHashMap<>();
        parameters.forEach(parameter -> own.put(parameter.name(), parameter.withOwnGradient()));
        Builder builder = input(inputShape);
        layers.forEach(layer -> builder.add(layer.spec()));
        return builder.restore(0, (name, _) -> {
            Parameter stored = own.get(name);
            if (stored == null) {
                throw new IllegalArgumentException(
                        "a layer restores the parameter '" + name + "', but the network lists"
                                + " only " + own.keySet() + "; let parameters() of the layer return all of them");
            }
            return stored;
        });
    }

    /// A table of the layers with shapes by axis name and numbers of parameters.
    public String summary() {
        return NetworkSummary.of(this);
    }

    /// The [#summary].
    @Override
    public String toString() {
        return summary();
    }

    /// Collects the layers of a network.
    public static final class Builder {

        private final Shape inputShape;
        private final List<LayerSpec> specs = new ArrayList<>();

        private Builder(Shape inputShape) {
            this.inputShape = inputShape;
        }

        public Builder add(LayerSpec spec) {
            specs.add(Objects.requireNonNull(spec, "spec"));
            return this;
        }

        /// Adds layers in order, such as those of a [org.lstm4j.nn.recurrent.RecurrentStack].
        public Builder addAll(List<? extends LayerSpec> layers) {
            layers.forEach(this::add);
            return this;
        }

        /// Builds the layers and draws their initial weights.
        ///
        /// @param seed the same seed gives the same weights, on every machine
        /// @throws IllegalArgumentException when there is no layer, or one cannot take the output of the one before
        public Sequential build(long seed) {
            RandomStreams streams = new RandomStreams(seed);
            return inRow((spec, place, shape) -> spec.build(place, shape, streams));
        }

        /// Builds the layers with weights that exist already, such as those of a model file; draws none.
        ///
        /// @param seed where dropout draws from when training goes on
        /// @param stored asked once for each parameter, in the order of the layers
        /// @throws IllegalArgumentException when there is no layer, or one cannot take the output of the one before
        public Sequential restore(long seed, ParameterSource stored) {
            RandomStreams streams = new RandomStreams(seed);
            return inRow((spec, place, shape) -> spec.restore(place, shape, streams, stored));
        }

        private Sequential inRow(LayerMaker maker) {
            if (specs.isEmpty()) {
                throw new IllegalArgumentException(
                        "a network needs at least one layer; add one with add(new LstmSpec(units))");
            }
            List<Layer> layers = new ArrayList<>();
            Shape shape = inputShape;
            for (int place = 0; place < specs.size(); place++) {
                Layer layer = maker.make(specs.get(place), String.valueOf(place), shape);
                layers.add(layer);
                shape = layer.outputShape(shape);
            }
            return new Sequential(inputShape, layers);
        }

        /// Turns the spec at a place into a layer.
        private interface LayerMaker {
            Layer make(LayerSpec spec, String place, Shape shape);
        }
    }
}
