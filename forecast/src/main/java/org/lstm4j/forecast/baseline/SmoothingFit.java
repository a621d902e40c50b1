package org.lstm4j.forecast.baseline;

/// A form of exponential smoothing fitted to a series by maximum likelihood.
///
/// @param aicc Akaike's criterion, corrected for short series: −2·log likelihood + 2k + 2k(k + 1)/(n − k − 1) with k numbers
///        estimated; infinite where the series is too short for the form
record SmoothingFit(SmoothingForm form, SmoothingStates states, double aicc) {

    /// Searches the weights: two runs of [NelderMead], the second from where the first ended.
    ///
    /// @param values without missing values
    /// @param evaluations passes over the values
    static SmoothingFit of(double[] values, SmoothingForm form, int season, int evaluations) {
        SmoothingStart start = SmoothingStart.of(values, form, season);
        double[] variables = NelderMead.minimise(point -> states(point, form, start).run(values),
                SmoothingWeights.start(form), 1, evaluations / 2);
        variables = NelderMead.minimise(point -> states(point, form, start).run(values), variables, 0.5,
                evaluations / 2);
        SmoothingStates states = states(variables, form, start);
        double likelihood = states.run(values);
        return new SmoothingFit(form, states, likelihood + penalty(values.length, form.estimated(season)));
    }

    /// The numbers a form estimates cost so much; infinitely much where there are not more values than these.
    static double penalty(int steps, int estimated) {
        int free = steps - estimated - 1;
        return free < 1 ? Double.POSITIVE_INFINITY : 2.0 * estimated * (1 + (estimated + 1.0) / free);
    }

    private static SmoothingStates states(double[] variables, SmoothingForm form, SmoothingStart start) {
        return new SmoothingStates(form, SmoothingWeights.of(variables, form, start), start.indices());
    }
}
