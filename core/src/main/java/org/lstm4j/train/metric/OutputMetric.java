package org.lstm4j.train.metric;

import java.util.List;
import java.util.Objects;
import org.lstm4j.nn.graph.GraphLoss;
import org.lstm4j.nn.graph.Parts;

/// A metric of one output of a graph, whose outputs stand end to end. As Keras names it: the mean absolute error of `demand` is
/// `demand_mae`.
///
/// {@snippet :
/// List<Metric> metrics = new ArrayList<>(OutputMetric.losses(loss));                   // demand_loss, peak_loss
/// metrics.add(OutputMetric.of(loss, "demand", ErrorMetrics.MAE));
/// }
///
/// @param name in logs
/// @param outputs all outputs of the graph
/// @param targets all targets, under the names of the outputs
/// @param output the one that is measured
/// @param metric what is measured
public record OutputMetric(String name, Parts outputs, Parts targets, String output, Metric metric) implements Metric {

    public OutputMetric {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(metric, "metric");
        outputs.place(output);
        targets.place(output);
    }

    /// A metric of one output of the graph that a loss is for, under the names of both: `demand_mae`.
    ///
    /// @throws IllegalArgumentException when there is no such output
    public static OutputMetric of(GraphLoss loss, String output, Metric metric) {
        return new OutputMetric(output + "_" + metric.name(), loss.outputs(), loss.targets(), output, metric);
    }

    /// The loss of every output by itself, without its weight in the sum: `demand_loss`.
    public static List<Metric> losses(GraphLoss loss) {
        return loss.outputs().names().stream()
                .<Metric>map(output -> of(loss, output, new LossMetric("loss", loss.loss(output))))
                .toList();
    }

    @Override
    public boolean largerIsBetter() {
        return metric.largerIsBetter();
    }

    @Override
    public MetricAccumulator newAccumulator() {
        return new OutputAccumulator(outputs, targets, output, metric.newAccumulator());
    }
}
