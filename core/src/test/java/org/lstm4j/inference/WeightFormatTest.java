package org.lstm4j.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// How far answers move when weights are kept in fewer bits: at most the share that [WeightFormat] states of the standard
/// deviation of the answers.
class WeightFormatTest {

    private static final int SEQUENCES = 64;

    @ParameterizedTest
    @CsvSource({"10,1,50,KERAS", "10,1,50,PYTORCH", "48,8,128,KERAS", "48,8,128,PYTORCH", "96,32,256,PYTORCH"})
    void answersMoveByLessThanStated(int steps, int features, int units, Initialization initialization) {
        Sequential network = Sequential.input(Shape.sequence(steps, features))
                .add(new LstmSpec(units, false, initialization))
                .add(new DenseSpec(1))
                .build(Samples.SEED);
        Tensor inputs = Samples.uniform(network.inputShape().withBatch(SEQUENCES), "inputs");
        float[] exact = predict(network, WeightFormat.FLOAT32, inputs);
        double deviation = standardDeviation(exact);
        for (WeightFormat format : new WeightFormat[]{WeightFormat.BFLOAT16, WeightFormat.INT8}) {
            double largest = largestDifference(exact, predict(network, format, inputs)) / deviation;
            assertThat(largest).isPositive().isLessThan(format == WeightFormat.BFLOAT16 ? 0.02 : 0.05);
        }
    }

    private static float[] predict(Sequential network, WeightFormat format, Tensor inputs) {
        return Predictor.of(network, format, Compute.shared()).predict(inputs).data();
    }

    private static double standardDeviation(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean) / values.length;
        }
        return Math.sqrt(squares);
    }

    private static double largestDifference(float[] expected, float[] actual) {
        double largest = 0;
        for (int index = 0; index < expected.length; index++) {
            largest = Math.max(largest, Math.abs((double) expected[index] - actual[index]));
        }
        return largest;
    }
}
