package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.graph.Graph;
import org.lstm4j.nn.graph.GraphLoss;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.nn.loss.BinaryCrossEntropy;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.metric.BinaryAccuracy;
import org.lstm4j.train.metric.ErrorMetrics;
import org.lstm4j.train.metric.Metric;
import org.lstm4j.train.metric.OutputMetric;

/// A graph of three inputs and two outputs is fitted, judged and asked as any network.
class GraphFitTest {

    private static final int SAMPLES = 300;
    private static final int STEPS = 5;

    private final Sequential network = GraphSpec.builder()
            .input("numbers", Shape.sequence(STEPS, 1)).input("shift", Shape.vector(1)).input("kind", Shape.vector(1))
            .layer("memory", new LstmSpec(16), "numbers")
            .layer("vector", new EmbeddingSpec(2, 2), "kind").layer("flat", new FlattenSpec(), "vector")
            .merge("joined", Merge.CONCATENATE, "memory", "shift", "flat")
            .layer("hidden", new DenseSpec(16).withActivation(Activation.TANH), "joined")
            .layer("total", new DenseSpec(1), "hidden")
            .layer("high", new DenseSpec(1).withActivation(Activation.SIGMOID), "hidden")
            .outputs("total", "high").build().network(42);
    private final Graph graph = Graph.of(network);
    private final GraphLoss loss = graph
            .loss(Map.of("total", new MeanSquaredError(), "high", new BinaryCrossEntropy())).withWeight("high", 0.3);
    private final Tensor numbers = Tensor.zeros(Shape.sequence(STEPS, 1).withBatch(SAMPLES));
    private final Tensor shift = Tensor.zeros(Shape.vector(1).withBatch(SAMPLES));
    private final Tensor kind = Tensor.zeros(Shape.vector(1).withBatch(SAMPLES));
    private final Tensor total = Tensor.zeros(Shape.vector(1).withBatch(SAMPLES));
    private final Tensor high = Tensor.zeros(Shape.vector(1).withBatch(SAMPLES));

    /// The sum of the numbers, plus or, for the second kind, minus the shift; and whether that is above 0. Without any one input the
    /// squared error would be above 0.3.
    GraphFitTest() {
        RandomStream random = new RandomStreams(7).stream("numbers");
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            for (int step = 0; step < STEPS; step++) {
                float value = 2 * random.nextFloat() - 1;
                numbers.set(value, sample, step, 0);
                sum += value;
            }
            shift.set(2 * random.nextFloat() - 1, sample, 0);
            kind.set(sample % 2, sample, 0);
            sum += (1 - 2 * (sample % 2)) * shift.get(sample, 0);
            total.set((float) sum, sample, 0);
            high.set(sum > 0 ? 1 : 0, sample, 0);
        }
    }

    private Tensor inputs() {
        return graph.inputs().join(Map.of("numbers", numbers, "shift", shift, "kind", kind));
    }

    private Tensor targets() {
        return loss.targets().join(Map.of("total", total, "high", high));
    }

    @Test
    void learnsBothOutputsFromAllInputs() {
        List<Metric> metrics = new ArrayList<>(OutputMetric.losses(loss));
        metrics.add(OutputMetric.of(loss, "total", ErrorMetrics.MAE));
        metrics.add(OutputMetric.of(loss, "high", new BinaryAccuracy()));
        Model model = Model.compile(network, new Adam(0.01), loss, metrics);
        History history = model.fit(inputs(), targets(), FitOptions.epochs(40).withBatchSize(32));

        Map<String, Double> scores = model.evaluateAll(Samples.of(inputs(), targets()));
        assertThat(scores).containsOnlyKeys("loss", "total_loss", "high_loss", "total_mae", "high_binary_accuracy");
        assertThat(scores.get("total_loss")).isLessThan(0.02);
        assertThat(scores.get("high_binary_accuracy")).isGreaterThan(0.95);
        double ofTotal = Objects.requireNonNull(scores.get("total_loss"));
        double ofHigh = Objects.requireNonNull(scores.get("high_loss"));
        assertThat(scores.get("loss")).isCloseTo(ofTotal + 0.3 * ofHigh, within(1e-9));
        assertThat(history.epochs().getLast().loss()).isLessThan(history.epochs().getFirst().loss() / 10);

        Tensor said = graph.outputs().part("total", model.predict(inputs()));
        double error = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            error += Math.abs(said.get(sample, 0) - total.get(sample, 0)) / SAMPLES;
        }
        assertThat(error).isCloseTo(Objects.requireNonNull(scores.get("total_mae")), within(1e-6));
    }

    /// What is padding, and NaN, is neither learnt nor judged.
    @Test
    void learnsASingleOutputOfSeveralInputsByTheStepsThatCount() {
        GraphSpec spec = GraphSpec.builder().input("a", Shape.sequence(3, 1)).input("b", Shape.sequence(3, 1))
                .layer("counting", new MaskingSpec(), "a").merge("m", Merge.CONCATENATE, "counting", "b")
                .layer("memory", new LstmSpec(3).withReturnSequences(true), "m")
                .layer("said", new DenseSpec(1), "memory").outputs("said").build();
        Model model = Model.compile(spec.network(1), new Adam(0.01), new MeanSquaredError());
        Tensor inputs = spec.inputs().join(Map.of("a", Tensor.of(Shape.sequence(3, 1).withBatch(2), 1, 2, 0, 3, 4, 5),
                "b", Tensor.of(Shape.sequence(3, 1).withBatch(2), 6, 5, 4, 3, 2, 1)));
        Tensor targets = Tensor.of(Shape.sequence(3, 1).withBatch(2), 1, 1, Float.NaN, 1, 1, 1);
        Tensor said = model.predict(inputs);
        double sum = 0;
        for (int index : new int[]{0, 1, 3, 4, 5}) {
            sum += (said.data()[index] - 1) * (said.data()[index] - 1) / 5;
        }
        assertThat(model.evaluate(inputs, targets)).isCloseTo(sum, within(1e-6));
        History history = model.fit(inputs, targets, FitOptions.epochs(30));
        assertThat(history.epochs().getLast().loss()).isLessThan(sum / 4);
    }
}
