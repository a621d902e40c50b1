package org.lstm4j.train.metric;

import java.util.List;
import java.util.Locale;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.nn.loss.LossNames;

/// Metrics by name, for the command line and settings: `rmse`, `r2`, `quantile:0.9`. Any loss that has a name is a metric too. Upper
/// and lower case, `-` and `_` are the same.
public final class MetricNames {

    private static final List<Metric> ALL = List.of(ErrorMetrics.MSE, ErrorMetrics.MAE, ErrorMetrics.RMSE,
            ErrorMetrics.MAPE,
            ErrorMetrics.SMAPE, ErrorMetrics.MSLE, ErrorMetrics.LOG_COSH, ErrorMetrics.BIAS, new MaxError(),
            new RSquared(),
            new PearsonCorrelation(), new ConcordanceCorrelation(), new CosineSimilarityMetric(), new BinaryAccuracy(),
            new CategoricalAccuracy(), new Detection(Detection.Score.PRECISION), new Detection(Detection.Score.RECALL),
            new Detection(Detection.Score.F1));

    private MetricNames() {}

    /// All names but those of losses, the common ones first.
    public static List<String> known() {
        return ALL.stream().map(Metric::name).toList();
    }

    /// The metric of that name, or the loss of that name as a metric.
    ///
    /// @throws ConfigurationException when there is neither, with the known names and the closest; or as [LossNames#parse]
    public static Metric parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        return ALL.stream().filter(metric -> metric.name().equals(name)).findFirst().orElseGet(() -> ofLoss(text));
    }

    /// A loss with settings keeps them in its name: quantile losses of several levels stand side by side.
    private static Metric ofLoss(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        String lossName = name.split(":", 2)[0].replace('_', '-');
        if (!LossNames.known().contains(lossName)) {
            throw unknown(text);
        }
        return new LossMetric(name, LossNames.parse(text));
    }

    private static ConfigurationException unknown(String name) {
        List<String> known = known();
        return new ConfigurationException(new Problem("there is no metric '" + name + "'",
                "one of " + String.join(", ", known) + ", or a loss", "",
                Suggestion.text(name, known) + "choose one of these"));
    }
}
