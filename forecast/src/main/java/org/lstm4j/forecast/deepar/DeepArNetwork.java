package org.lstm4j.forecast.deepar;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddedColumnsSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentStack;
import org.lstm4j.tensor.Shape;

/// The network of DeepAR: LSTM layers one on the other, and at every step a dense layer that gives the parameters of the
/// distribution of that step's value. Categories become learnt vectors first.
///
/// Beside the LSTM layers runs a linear path from what a step reads to those parameters, which the paper does not have: that the next
/// value is much like the one a day before need not pass through cells that squash it.
///
/// @param units of each LSTM layer, at least 1
/// @param layers LSTM layers, at least 1
/// @param dropout share of values dropped between the layers while training, in [0, 1)
public record DeepArNetwork(int units, int layers, double dropout) {

    private static final int WIDEST_VECTOR = 50;

    public DeepArNetwork {
        if (units < 1 || layers < 1) {
            throw new IllegalArgumentException("units and layers must be at least 1: " + units + ", " + layers);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be in [0, 1), but was " + dropout);
        }
    }

    /// Two layers of 40 units with dropout 0.1: those of GluonTS.
    public static DeepArNetwork standard() {
        return new DeepArNetwork(40, 2, 0.1);
    }

    /// Builds the network with initial weights: [steps, columns] in, [steps, outputs] out.
    Sequential build(DeepArSchema schema, int steps, int outputs, long seed) {
        Sequential.Builder builder = Sequential.input(Shape.sequence(steps, schema.columns()));
        if (!schema.categories().isEmpty()) {
            builder.add(new EmbeddedColumnsSpec(schema.categories().stream().map(DeepArNetwork::table).toList()));
        }
        LstmSpec lstm = new LstmSpec(units).withReturnSequences(true);
        List<LayerSpec> around = new ArrayList<>(
                RecurrentStack.of(lstm, layers).withDropout((float) dropout).layers());
        around.add(new DenseSpec(outputs));
        return builder.add(new ResidualSpec(around, true)).build(seed);
    }

    /// Half as many numbers as there are categories, at most 50.
    private static EmbeddingSpec table(List<Integer> categories) {
        return new EmbeddingSpec(categories.size(), Math.min(WIDEST_VECTOR, (categories.size() + 1) / 2));
    }
}
