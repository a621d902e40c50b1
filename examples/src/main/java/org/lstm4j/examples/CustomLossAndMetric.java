package org.lstm4j.examples;

import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.ErrorLoss;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Shape;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;
import org.lstm4j.train.SequenceSums;
import org.lstm4j.train.metric.ElementwiseMetric;
import org.lstm4j.train.metric.Metric;
import org.lstm4j.train.metric.MetricAccumulator;

/// A loss and a metric of one's own: too little in stock costs four times what too much costs, and what counts in the end is
/// how often there was enough.
public final class CustomLossAndMetric {

    private CustomLossAndMetric() {}

    public static void main(String[] args) {
        IO.println("Share of samples with enough: " + run(10, 4));
    }

    /// Squared errors, of which those below the target weigh more: a name, the loss of an error, and its derivative.
    ///
    /// @param shortage how many times as much too little costs
    record StockCosts(float shortage) implements ErrorLoss {

        @Override
        public String name() {
            return "stock_costs";
        }

        @Override
        public double of(double error) {
            return (error < 0 ? shortage : 1) * error * error;
        }

        @Override
        public float slope(float error) {
            return (error < 0 ? shortage : 1) * 2 * error;
        }
    }

    /// Trains for that many epochs.
    ///
    /// @return the share of the test part for which no less was foretold than was needed
    static double run(int epochs, float shortage) {
        SequenceSums data = SequenceSums.draw(1000, 10, 0.2, 42);
        Sequential network = Sequential.input(Shape.sequence(10, 1)).add(new LstmSpec(50)).add(new DenseSpec(1))
                .build(42);
        Model model = Model.compile(network, new Adam(0.001), new StockCosts(shortage));
        model.fit(data.trainInputs(), data.trainTargets(), FitOptions.epochs(epochs).withBatchSize(32));

        Metric enough = ElementwiseMetric.of("enough", (prediction, target) -> prediction >= target ? 1 : 0);
        MetricAccumulator accumulator = enough.newAccumulator();
        accumulator.update(model.predict(data.testInputs()), data.testTargets());
        return accumulator.result();
    }
}
