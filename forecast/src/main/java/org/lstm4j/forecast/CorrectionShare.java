package org.lstm4j.forecast;

import java.util.List;
import org.lstm4j.forecast.head.Head;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.train.Model;
import org.lstm4j.train.Samples;

/// How much of what a network adds to the path beside it is kept: 0, a quarter, a half, three quarters or all, whichever does best on
/// validation windows. Where there is little to learn the forecast is then the skip path itself, and never far from it.
///
/// The share goes into the last weights, so that a network says of itself what is kept. Of a distribution only the location is shrunk: how
/// wide it is, nothing but the network says.
record CorrectionShare(Head head) {

    private static final double[] SHARES = {1, 0.75, 0.5, 0.25, 0};

    /// The share of least loss; of equal ones the larger.
    ///
    /// @param model of the network; its weights are the same afterwards
    /// @param validation beside the skip path; at least one
    double best(Model model, Samples validation) {
        Saved saved = new Saved(last(model.network()));
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double share : SHARES) {
            apply(model.network(), share);
            double loss = model.evaluate(validation);
            saved.restore();
            if (loss < least) {
                least = loss;
                best = share;
            }
        }
        return best;
    }

    /// Multiplies what the network says of locations.
    void apply(Sequential network, double share) {
        for (Parameter parameter : last(network)) {
            float[] values = parameter.value();
            int row = values.length / parameter.shape().size(0);
            for (int index = 0; index < values.length; index++) {
                if (index / row % head.outputs() == head.location()) {
                    values[index] *= (float) share;
                }
            }
        }
    }

    /// Weights `[outputs, units]` and bias `[outputs]` of what says the answer.
    private static List<Parameter> last(Sequential network) {
        List<Parameter> all = network.parameters();
        return all.subList(all.size() - 2, all.size());
    }

    /// Weights as they were.
    private static final class Saved {

        private final List<Parameter> parameters;
        private final List<float[]> values;

        Saved(List<Parameter> parameters) {
            this.parameters = parameters;
            values = parameters.stream().map(parameter -> parameter.value().clone()).toList();
        }

        void restore() {
            for (int index = 0; index < values.size(); index++) {
                float[] value = parameters.get(index).value();
                System.arraycopy(values.get(index), 0, value, 0, value.length);
            }
        }
    }
}
