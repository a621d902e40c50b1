package org.lstm4j.report.content;

/// All that a report says.
///
/// @param title what the report is about: `Bike rentals, 24 hours ahead`
/// @param target what is forecast
/// @param data what the model was made from
/// @param learning how training went, or [LearningCurve#none]
/// @param evaluation how good the model is
/// @param reproduction how to make it again
public record ReportModel(String title, Target target, DataSummary data, LearningCurve learning,
        Evaluation evaluation, Reproduction reproduction) {}
