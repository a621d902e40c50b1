package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [Adamax]: an average and a fading maximum for every weight.
final class AdamaxOptimizer extends ParameterOptimizer {

    private final Adamax spec;
    private final float[][] means;
    private final float[][] largest;
    private final RunningNumber beta1Power;
    private float stepSize;

    AdamaxOptimizer(Adamax spec, List<Parameter> parameters) {
        super(spec.learningRate(), spec.weightDecay(), parameters);
        this.spec = spec;
        means = memory.zeros("mean");
        largest = memory.zeros("largest");
        beta1Power = memory.number("beta1_power", 1);
    }

    @Override
    void begin(double rate) {
        stepSize = (float) (rate / (1 - beta1Power.multiply(spec.beta1())));
    }

    @Override
    void update(int index, float[] value, float[] gradient) {
        update(value, gradient, means[index], largest[index]);
    }

    private void update(float[] value, float[] gradient, float[] mean, float[] fading) {
        float beta1 = (float) spec.beta1();
        float oneMinusBeta1 = (float) (1 - spec.beta1());
        float beta2 = (float) spec.beta2();
        float epsilon = (float) spec.epsilon();
        float size = stepSize;
        for (int index = 0; index < value.length; index++) {
            float slope = gradient[index];
            float m = Math.fma(beta1, mean[index], oneMinusBeta1 * slope);
            float u = Math.max(beta2 * fading[index], Math.abs(slope) + epsilon);
            mean[index] = m;
            fading[index] = u;
            value[index] -= size * m / u;
        }
    }
}
