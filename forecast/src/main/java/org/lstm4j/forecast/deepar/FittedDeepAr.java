package org.lstm4j.forecast.deepar;

import org.lstm4j.train.History;

/// A DeepAR, and how its training went.
///
/// @param history epoch by epoch; the model has the weights of the best one, where there was something to validate on
public record FittedDeepAr(DeepAr model, History history) {}
