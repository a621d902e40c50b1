package org.lstm4j.optim;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [Adagrad]: a sum of squares for every weight, and the step count.
final class AdagradOptimizer extends ParameterOptimizer {

    private final Adagrad spec;
    private final float[][] sums;
    private final RunningNumber steps;
    private float stepSize;

    AdagradOptimizer(Adagrad spec, List<Parameter> parameters) {
        super(spec.learningRate(), spec.weightDecay(), parameters);
        this.spec = spec;
        sums = memory.zeros("sum");
        steps = memory.number("steps", 0);
        for (float[] sum : sums) {
            Arrays.fill(sum, (float) spec.initialSum());
        }
    }

    @Override
    void begin(double rate) {
        stepSize = (float) (rate / (1 + (steps.increment() - 1) * spec.learningRateDecay()));
    }

    @Override
    void update(int index, float[] value, float[] gradient) {
        update(value, gradient, sums[index], stepSize, (float) spec.epsilon());
    }

    private static void update(float[] value, float[] gradient, float[] sum, float stepSize, float epsilon) {
        for (int index = 0; index < value.length; index++) {
            float slope = gradient[index];
            float s = Math.fma(slope, slope, sum[index]);
            float root = (float) Math.sqrt(s);
            sum[index] = s;
            value[index] -= stepSize * slope / (root + epsilon);
        }
    }
}
