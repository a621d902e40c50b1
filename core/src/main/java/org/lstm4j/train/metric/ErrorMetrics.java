package org.lstm4j.train.metric;

import org.lstm4j.nn.loss.LogCosh;

/// The usual measures of error, over all outputs and steps alike. f is the prediction, y the target:
///
/// | metric | formula | unit | undefined (NaN) when |
/// |---|---|---|---|
/// | `mse` | mean (f − y)² | the target's, squared | |
/// | `mae` | mean abs(f − y) | the target's | |
/// | `rmse` | √mse | the target's | |
/// | `bias` | mean (f − y): above 0 when predictions are too high | the target's | |
/// | `mape` | 100 · mean abs(f − y) / abs(y) | percent | a target is 0 |
/// | `smape` | 200 · mean abs(f − y) / (abs(f) + abs(y)), with 0/0 = 0 | percent, 0 to 200 | |
/// | `msle` | mean (ln(1 + f) − ln(1 + y))² | none | a value is −1 or below |
/// | `log_cosh` | mean ln(cosh(f − y)) | none | |
///
/// Formulas are those of Keras' metrics, but that Keras divides by 1e-7 where a target is 0, takes negative values of `msle`
/// for 0, and has no `smape` and `bias`. Where a loss refuses what it is not defined for, a metric is NaN and lets training go on.
public final class ErrorMetrics {

    private static final LogCosh LOG_COSH_LOSS = new LogCosh();

    public static final ElementwiseMetric MSE = ElementwiseMetric.of("mse",
            (prediction, target) -> square(prediction - target));
    public static final ElementwiseMetric MAE = ElementwiseMetric.of("mae",
            (prediction, target) -> Math.abs(prediction - target));
    public static final ElementwiseMetric RMSE = new RootMeanSquaredError();
    public static final ElementwiseMetric BIAS = ElementwiseMetric.of("bias",
            (prediction, target) -> prediction - target);
    public static final ElementwiseMetric MAPE = ElementwiseMetric.of("mape", ErrorMetrics::percentage);
    public static final ElementwiseMetric SMAPE = ElementwiseMetric.of("smape", ErrorMetrics::symmetricPercentage);
    public static final ElementwiseMetric MSLE = ElementwiseMetric.of("msle",
            (prediction, target) -> square(logOfOneMore(prediction) - logOfOneMore(target)));
    public static final ElementwiseMetric LOG_COSH = ElementwiseMetric.of("log_cosh",
            (prediction, target) -> LOG_COSH_LOSS.of(prediction - target));

    private ErrorMetrics() {}

    static double square(double value) {
        return value * value;
    }

    private static double percentage(double prediction, double target) {
        return target == 0 ? Double.NaN : 100 * Math.abs(prediction - target) / Math.abs(target);
    }

    private static double symmetricPercentage(double prediction, double target) {
        double error = Math.abs(prediction - target);
        return error == 0 ? 0 : 200 * error / (Math.abs(prediction) + Math.abs(target));
    }

    private static double logOfOneMore(double value) {
        return value > -1 ? StrictMath.log1p(value) : Double.NaN;
    }
}
