package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.head.Head;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.MeanAbsoluteError;
import org.lstm4j.nn.loss.MonotoneQuantiles;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.Model;
import org.lstm4j.train.Samples;

class CorrectionShareTest {

    private static final Tensor INPUTS = tensor(3, 2, 0.5f, -1f, 2f, 0.25f, -0.5f, 1f);

    /// What is left over is a share of what the network says: that share is found.
    @Test
    void findsTheShareThatIsRight() {
        for (double share : new double[]{0, 0.25, 0.5, 0.75, 1}) {
            assertThat(best((float) share)).isEqualTo(share);
        }
    }

    @Test
    void ofSharesBeyondAllTheWholeIsKept() {
        assertThat(best(3f)).isEqualTo(1);
        assertThat(best(-1f)).isEqualTo(0);
    }

    @Test
    void lookingForItChangesNoWeight() {
        Model model = model(new MeanAbsoluteError(), 2);
        float[] before = flat(model.network());
        share(model).best(model, Samples.of(INPUTS, model.predict(INPUTS)));
        assertThat(flat(model.network())).containsExactly(before);
    }

    @Test
    void applyingItShrinksWhatTheNetworkSays() {
        Model model = model(new MeanAbsoluteError(), 2);
        float[] before = model.predict(INPUTS).data().clone();
        share(model).apply(model.network(), 0.25);
        float[] after = model.predict(INPUTS).data();
        for (int index = 0; index < before.length; index++) {
            assertThat(after[index]).isEqualTo(0.25f * before[index]);
        }
    }

    /// Two steps of three quantiles: outputs 1 and 4 are locations.
    @Test
    void ofQuantilesOnlyTheLocationShrinks() {
        Model model = model(MonotoneQuantiles.of(0.1, 0.5, 0.9), 6);
        float[] before = model.predict(INPUTS).data().clone();
        share(model).apply(model.network(), 0.5);
        float[] after = model.predict(INPUTS).data();
        for (int index = 0; index < before.length; index++) {
            assertThat(after[index]).isEqualTo(index % 3 == 1 ? 0.5f * before[index] : before[index]);
        }
    }

    private static double best(float share) {
        Model model = model(new MeanAbsoluteError(), 2);
        Tensor said = model.predict(INPUTS);
        float[] targets = said.data().clone();
        for (int index = 0; index < targets.length; index++) {
            targets[index] *= share;
        }
        return share(model).best(model, Samples.of(INPUTS, tensor(3, 2, targets)));
    }

    private static CorrectionShare share(Model model) {
        return new CorrectionShare(Head.of(model.loss()));
    }

    private static Model model(Loss loss, int outputs) {
        Sequential network = Sequential.input(Shape.vector(2)).add(new DenseSpec(outputs)).build(7);
        float[] bias = network.parameters().getLast().value();
        for (int index = 0; index < bias.length; index++) {
            bias[index] = 0.125f * (index + 1);
        }
        return Model.compile(network, new Adam(0.001), loss);
    }

    private static float[] flat(Sequential network) {
        float[] weights = network.parameters().getFirst().value();
        float[] bias = network.parameters().getLast().value();
        float[] all = Arrays.copyOf(weights, weights.length + bias.length);
        System.arraycopy(bias, 0, all, weights.length, bias.length);
        return all;
    }

    private static Tensor tensor(int rows, int columns, float... values) {
        Tensor tensor = Tensor.zeros(Shape.vector(columns).withBatch(rows));
        System.arraycopy(values, 0, tensor.data(), 0, values.length);
        return tensor;
    }
}
