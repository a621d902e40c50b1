package org.lstm4j.nn.weight;

/// A penalty on weights, added to the loss that is minimised. Immutable.
///
/// Unlike an optimizer's weight decay it belongs to one parameter, so that biases can go without.
public interface WeightRegularizer {

    /// Its name in model files and settings: `l1_l2`.
    String name();

    /// What these weights add to the loss, at least 0; summed in double in index order.
    double penalty(float[] weights);

    /// Adds the slope of the penalty to a gradient.
    ///
    /// @param weights only read
    /// @param gradient of the same length
    void addGradient(float[] weights, float[] gradient);

    /// l1·Σ|w|, which draws small weights to 0 exactly.
    ///
    /// @param l1 at least 0, finite
    static WeightRegularizer l1(double l1) {
        return new L1L2(l1, 0);
    }

    /// l2·Σw², which keeps weights small. PyTorch's weight decay λ is l2 = λ / 2.
    ///
    /// @param l2 at least 0, finite
    static WeightRegularizer l2(double l2) {
        return new L1L2(0, l2);
    }
}
