package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// The state of [Adam]: two averages for every weight, and the powers of the decays.
///
/// The update is a plain loop that the just-in-time compiler turns into SIMD; powers are kept as running products, so no pow
/// is needed and a resumed run goes on with the same bits.
final class AdamOptimizer implements Optimizer {

    private final Adam spec;
    private final List<Parameter> parameters;
    private final float[][] means;
    private final float[][] squares;
    private double learningRate;
    private double beta1Power = 1;
    private double beta2Power = 1;

    AdamOptimizer(Adam spec, List<Parameter> parameters) {
        this.spec = spec;
        this.parameters = List.copyOf(parameters);
        means = Settings.likeParameters(parameters);
        squares = Settings.likeParameters(parameters);
        learningRate = spec.learningRate();
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public void setLearningRate(double other) {
        Settings.requirePositive("learning rate", other);
        learningRate = other;
    }

    @Override
    public void step() {
        beta1Power *= spec.beta1();
        beta2Power *= spec.beta2();
        float stepSize = (float) (learningRate / (1 - beta1Power));
        float squareScale = (float) (1 / Math.sqrt(1 - beta2Power));
        for (int index = 0; index < means.length; index++) {
            Parameter parameter = parameters.get(index);
            update(parameter.value(), parameter.gradient(), means[index], squares[index], stepSize, squareScale);
        }
    }

    private void update(
            float[] value, float[] gradient, float[] mean, float[] square, float stepSize, float squareScale) {
        float beta1 = (float) spec.beta1();
        float beta2 = (float) spec.beta2();
        float oneMinusBeta1 = (float) (1 - spec.beta1());
        float oneMinusBeta2 = (float) (1 - spec.beta2());
        float epsilon = (float) spec.epsilon();
        for (int index = 0; index < value.length; index++) {
            float slope = gradient[index];
            float m = Math.fma(beta1, mean[index], oneMinusBeta1 * slope);
            float v = Math.fma(beta2, square[index], oneMinusBeta2 * slope * slope);
            mean[index] = m;
            square[index] = v;
            float root = (float) Math.sqrt(v);
            value[index] -= stepSize * m / Math.fma(root, squareScale, epsilon);
        }
    }
}
