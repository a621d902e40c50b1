package org.lstm4j.train;

import org.jspecify.annotations.Nullable;

/// Which samples judge a fit, and when.
///
/// @param samples they are not trained on; null for none, or for a share of the training samples
/// @param split the share of the training samples, from their end, that judges instead of training, in [0, 1); 0 for none
/// @param frequency epochs from one validation to the next, at least 1
public record ValidationPlan(@Nullable Samples samples, double split, int frequency) {

    /// No validation.
    public static final ValidationPlan NONE = new ValidationPlan(null, 0, 1);

    public ValidationPlan {
        if (samples != null && samples.count() == 0) {
            throw new IllegalArgumentException(
                    "there are no validation samples; give some, or leave withValidation out");
        }
        if (!(split >= 0 && split < 1)) {
            throw new IllegalArgumentException("validation split must be in [0, 1), but was " + split);
        }
        if (samples != null && split > 0) {
            throw new IllegalArgumentException("there are validation samples and a validation split of " + split
                    + "; give one of withValidation(…) and withValidationSplit(…)");
        }
        Settings.requireAtLeast("validation frequency", 1, frequency);
    }

    ValidationPlan withSamples(Samples other) {
        return new ValidationPlan(other, split, frequency);
    }

    ValidationPlan withSplit(double other) {
        return new ValidationPlan(samples, other, frequency);
    }

    ValidationPlan withFrequency(int other) {
        return new ValidationPlan(samples, split, other);
    }

    /// Whether there is anything to judge by.
    public boolean isWanted() {
        return samples != null || split > 0;
    }

    boolean isDueAfter(int epoch) {
        return isWanted() && epoch % frequency == 0;
    }

    /// The samples to train on.
    ///
    /// @throws IllegalArgumentException when the split leaves none for one of the parts
    Samples training(Samples all) {
        return split > 0 ? new SampleRange(all, 0, trainingCount(all)) : all;
    }

    /// The samples to judge by; null for none.
    ///
    /// @throws IllegalArgumentException when the split leaves none for one of the parts
    @Nullable
    Samples validation(Samples all) {
        return split > 0 ? new SampleRange(all, trainingCount(all), all.count()) : samples;
    }

    private int trainingCount(Samples all) {
        int training = (int) Math.floor(all.count() * (1 - split));
        if (training == 0 || training == all.count()) {
            throw new IllegalArgumentException("a validation split of " + split + " of " + all.count()
                    + " samples leaves none to " + (training == 0 ? "train on" : "validate with")
                    + "; give more samples or another split");
        }
        return training;
    }
}
