package org.lstm4j.forecast.significance;

/// What an error costs, when two forecasts are compared.
public enum ForecastLoss {
    /// abs(e), the loss behind MAE and MASE.
    ABSOLUTE {
        @Override
        public double of(double error) {
            return Math.abs(error);
        }
    },
    /// e², the loss behind MSE and RMSE.
    SQUARED {
        @Override
        public double of(double error) {
            return error * error;
        }
    };

    /// The loss of an error.
    public abstract double of(double error);
}
