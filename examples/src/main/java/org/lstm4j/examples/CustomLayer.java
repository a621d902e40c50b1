package org.lstm4j.examples;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;
import org.lstm4j.train.SequenceSums;

/// A layer of one's own, from settings to gradient: a weighted sum over steps, y[f] = Σ t: w[t]·x[t, f], whose weights are learnt.
///
/// Asked to add up ten numbers it finds the answer that an LSTM only comes near to: every weight is 1. It trains and goes into a
/// `Predictor` as any other layer; only model files keep to the kinds they know.
public final class CustomLayer {

    private CustomLayer() {}

    public static void main(String[] args) {
        IO.println("Weights: " + Arrays.toString(run(60)));
    }

    /// Trains for that many epochs.
    ///
    /// @return the weight of every step
    static float[] run(int epochs) {
        SequenceSums data = SequenceSums.draw(1000, 10, 0.2, 42);
        Sequential network = Sequential.input(Shape.sequence(10, 1)).add(new StepWeightsSpec()).build(42);
        Model model = Model.compile(network, new Adam(0.01), new MeanSquaredError());
        model.fit(data.trainInputs(), data.trainTargets(), FitOptions.epochs(epochs).withBatchSize(32));
        return network.parameters().getFirst().value();
    }

    /// The settings: a record. This layer needs none but its shape.
    record StepWeightsSpec() implements LayerSpec {

        @Override
        public String kind() {
            return "step_weights";
        }

        /// Begins as the mean over steps; a layer that draws takes a stream of `streams`, named after its place.
        @Override
        public StepWeights build(String place, Shape inputShape, RandomStreams streams) {
            StepWeights layer = restore(place, inputShape, streams, Parameter::new);
            Arrays.fill(layer.weights.value(), 1f / inputShape.size(0));
            return layer;
        }

        /// The parameter's name begins with the place, so that no two layers of a network share one.
        @Override
        public StepWeights restore(
                String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
            if (inputShape.rank() != 2) {
                throw new IllegalArgumentException(
                        "layer " + place + " weighs the steps of [steps, features], but would get "
                                + inputShape + "; let the layer before return sequences");
            }
            Parameter weights = stored.parameter(place + ".weight", Shape.of(Axis.steps(inputShape.size(0))));
            return new StepWeights(place + " " + kind(), this, inputShape, weights);
        }
    }

    /// The layer: the settings with the weights.
    record StepWeights(String name, StepWeightsSpec spec, Shape inputShape, Parameter weights) implements Layer {

        @Override
        public Shape outputShape(Shape sample) {
            if (!sample.sameSizes(inputShape)) {
                throw new IllegalArgumentException("layer \"" + name + "\" was built for " + inputShape
                        + ", but the input has " + sample + "; give it as many steps as in training");
            }
            return Shape.vector(sample.last());
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(weights);
        }

        @Override
        public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
            outputShape(batchShape.withoutBatch());
            return new StepWeightsPass(weights, batchShape);
        }
    }

    /// The layer at work on batches of one shape: all arrays are made here, none while it runs.
    static final class StepWeightsPass implements LayerPass {

        private final Parameter weights;
        private final int batch;
        private final int steps;
        private final int features;
        private final Tensor output;
        private final Tensor inputGradient;
        private Tensor input;

        StepWeightsPass(Parameter weights, Shape batchShape) {
            this.weights = weights;
            batch = batchShape.size(0);
            steps = batchShape.size(1);
            features = batchShape.last();
            output = Tensor.zeros(Shape.vector(features).withBatch(batch));
            inputGradient = Tensor.zeros(batchShape);
            input = inputGradient;
        }

        @Override
        public Tensor forward(Tensor next) {
            input = next;
            float[] x = input.data();
            for (int sample = 0; sample < batch; sample++) {
                for (int feature = 0; feature < features; feature++) {
                    float sum = 0f;
                    for (int step = 0; step < steps; step++) {
                        sum = Math.fma(weights.value()[step], x[at(sample, step, feature)], sum);
                    }
                    output.data()[sample * features + feature] = sum;
                }
            }
            return output;
        }

        /// ∂L/∂w[t] += Σ dy[f]·x[t, f], and ∂L/∂x[t, f] = dy[f]·w[t].
        @Override
        public void backward(Tensor outputGradient) {
            float[] x = input.data();
            float[] dw = weights.gradient();
            for (int sample = 0; sample < batch; sample++) {
                for (int step = 0; step < steps; step++) {
                    for (int feature = 0; feature < features; feature++) {
                        float dy = outputGradient.data()[sample * features + feature];
                        int at = at(sample, step, feature);
                        dw[step] = Math.fma(dy, x[at], dw[step]);
                        inputGradient.data()[at] = dy * weights.value()[step];
                    }
                }
            }
        }

        @Override
        public Tensor inputGradient() {
            return inputGradient;
        }

        private int at(int sample, int step, int feature) {
            return (sample * steps + step) * features + feature;
        }
    }
}
