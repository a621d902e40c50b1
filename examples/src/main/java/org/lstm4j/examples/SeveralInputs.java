package org.lstm4j.examples;

import java.util.List;
import java.util.Map;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
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
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;
import org.lstm4j.train.Samples;
import org.lstm4j.train.metric.BinaryAccuracy;
import org.lstm4j.train.metric.ErrorMetrics;
import org.lstm4j.train.metric.OutputMetric;

/// A network of several inputs and outputs. From what was sold on the last days, whether there is an offer tomorrow, and which shop it
/// is, to what will be sold, and to the probability that the shelf will be empty.
public final class SeveralInputs {

    private static final int DAYS = 14;
    private static final int SHOPS = 4;

    private SeveralInputs() {}

    public static void main(String[] args) {
        run(60).forEach((name, score) -> IO.println(name + ": " + score));
    }

    /// Trains for that many epochs.
    ///
    /// @return loss and metrics over shops' days that were not trained on
    static Map<String, Double> run(int epochs) {
        Sequential network = GraphSpec.builder()
                .input("sold", Shape.sequence(DAYS, 1))
                .input("offer", Shape.vector(1))
                .input("shop", Shape.vector(1))
                .layer("memory", new LstmSpec(24), "sold")
                .layer("shop vector", new EmbeddingSpec(SHOPS, 2), "shop")
                .layer("flat", new FlattenSpec(), "shop vector")
                .merge("joined", Merge.CONCATENATE, "memory", "offer", "flat")
                .layer("hidden", new DenseSpec(24).withActivation(Activation.TANH), "joined")
                .layer("demand", new DenseSpec(1), "hidden")
                .layer("empty", new DenseSpec(1).withActivation(Activation.SIGMOID), "hidden")
                .outputs("demand", "empty")
                .build()
                .network(42);
        Graph graph = Graph.of(network); // as well of a network that was read from a file
        GraphLoss loss = graph.loss(Map.of("demand", new MeanSquaredError(), "empty", new BinaryCrossEntropy()))
                .withWeight("empty", 0.2);
        Model model = Model.compile(network, new Adam(0.005), loss,
                List.of(OutputMetric.of(loss, "demand", ErrorMetrics.MAE),
                        OutputMetric.of(loss, "empty", new BinaryAccuracy())));
        model.fit(samples(graph, loss, 1600, "training"), FitOptions.epochs(epochs).withBatchSize(32));
        return model.evaluateAll(samples(graph, loss, 400, "test"));
    }

    /// What goes on in the shops: a level of each shop's own, which the last days show with noise, and an offer that draws each
    /// shop's customers to another degree. More than 1.2 of it empties the shelf.
    private static Samples samples(Graph graph, GraphLoss loss, int count, String name) {
        RandomStream random = new RandomStreams(42).stream(name);
        Tensor sold = Tensor.zeros(Shape.sequence(DAYS, 1).withBatch(count));
        Tensor offer = Tensor.zeros(Shape.vector(1).withBatch(count));
        Tensor shop = Tensor.zeros(Shape.vector(1).withBatch(count));
        Tensor demand = Tensor.zeros(Shape.vector(1).withBatch(count));
        Tensor empty = Tensor.zeros(Shape.vector(1).withBatch(count));
        for (int sample = 0; sample < count; sample++) {
            float level = 0.5f + random.nextFloat();
            for (int day = 0; day < DAYS; day++) {
                sold.set(level + 0.4f * (random.nextFloat() - 0.5f), sample, day, 0);
            }
            int place = sample % SHOPS;
            float discount = random.nextFloat();
            shop.set(place, sample, 0);
            offer.set(discount, sample, 0);
            float wanted = level + 0.4f * (place - 1) * discount;
            demand.set(wanted, sample, 0);
            empty.set(wanted > 1.2f ? 1 : 0, sample, 0);
        }
        return Samples.of(graph.inputs().join(Map.of("sold", sold, "offer", offer, "shop", shop)),
                loss.targets().join(Map.of("demand", demand, "empty", empty)));
    }
}
