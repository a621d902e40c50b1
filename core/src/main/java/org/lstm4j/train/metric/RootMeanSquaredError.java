package org.lstm4j.train.metric;

/// √ mean (f − y)², over all outputs and steps alike: [ErrorMetrics#RMSE].
record RootMeanSquaredError() implements ElementwiseMetric {

    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public double of(double prediction, double target) {
        return ErrorMetrics.square(prediction - target);
    }

    @Override
    public double ofMean(double mean) {
        return Math.sqrt(mean);
    }
}
