package org.lstm4j.interop.onnx;

import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.head.LikelihoodHead;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.interop.onnx.ForecasterWriter.Recursion;

/// Refuses forecasters that an ONNX model cannot say, each with what it has and what to do.
final class ForecasterRefusal {

    private ForecasterRefusal() {}

    /// @throws ConfigurationException when it cannot be written so, or was trained on several series of which this is none
    static void requireSayable(Forecaster forecaster, String series, Recursion recursion) {
        requireSeries(forecaster, series);
        if (forecaster.head() instanceof LikelihoodHead head) {
            DistributionExport.of(head);
        }
        switch (recursion) {
            case NONE -> {
            }
            case LOOP -> requireNothingUnknownAhead(forecaster.schema());
            case STATES -> requireTargetsAlone(forecaster);
        }
    }

    private static void requireSeries(Forecaster forecaster, String series) {
        try {
            forecaster.scalers(series);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    Problem.of(String.valueOf(e.getMessage()), "name one of them with --series"), e);
        }
    }

    private static void requireNothingUnknownAhead(FeatureSchema schema) {
        if (!schema.columns(Role.PAST).isEmpty()) {
            throw refusal("a loop goes on beyond what past columns are known of", "targets and columns known ahead",
                    String.join(", ", schema.columns(Role.PAST)),
                    "write it with --recursion none, or train it with these columns as --future or without them");
        }
    }

    /// A state goes on from step to step: what a step reads must not depend on where the window begins and ends.
    private static void requireTargetsAlone(Forecaster forecaster) {
        FeatureSchema schema = forecaster.schema();
        boolean targetsAlone = schema.allColumns().size() == schema.targets().size() && schema.calendar().isEmpty()
                && schema.lags().isEmpty();
        if (!targetsAlone || schema.masks()) {
            throw refusal("states go on from step to step, and channels beside the targets belong to a window",
                    "targets alone, without masks", "other columns, calendar, lags or masks",
                    "write it with --recursion loop or none");
        }
        if (forecaster.form().scaling() != WindowScaling.NONE) {
            throw refusal("states go on from step to step, and each window has a level of its own",
                    "window scaling none",
                    "window scaling " + forecaster.form().scaling().label(),
                    "write it with --recursion loop or none, or train it with --model direct");
        }
    }

    private static ConfigurationException refusal(String why, String expected, String received, String fix) {
        return new ConfigurationException(new Problem(
                "the forecaster cannot be written as an ONNX model: " + why, expected, received, fix));
    }
}
