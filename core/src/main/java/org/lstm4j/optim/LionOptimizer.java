package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [Lion]: an average gradient for every weight.
final class LionOptimizer extends ParameterOptimizer {

    private final Lion spec;
    private final float[][] means;
    private float stepSize;
    private float kept;

    LionOptimizer(Lion spec, List<Parameter> parameters) {
        super(spec.learningRate(), 0, parameters);
        this.spec = spec;
        means = memory.zeros("mean");
    }

    @Override
    void begin(double rate) {
        stepSize = (float) rate;
        kept = (float) (1 - rate * spec.weightDecay());
    }

    @Override
    void update(int index, float[] value, float[] gradient) {
        update(value, gradient, means[index]);
    }

    private void update(float[] value, float[] gradient, float[] mean) {
        float beta1 = (float) spec.beta1();
        float oneMinusBeta1 = (float) (1 - spec.beta1());
        float beta2 = (float) spec.beta2();
        float oneMinusBeta2 = (float) (1 - spec.beta2());
        float size = stepSize;
        float left = kept;
        for (int index = 0; index < value.length; index++) {
            float slope = gradient[index];
            float m = mean[index];
            float direction = Math.signum(Math.fma(beta1, m, oneMinusBeta1 * slope));
            mean[index] = Math.fma(beta2, m, oneMinusBeta2 * slope);
            value[index] = left * value[index] - size * direction;
        }
    }
}
