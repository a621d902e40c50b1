package org.lstm4j.report.content;

import java.util.List;

/// All that the page about the inside of a model says. What is empty is left out.
///
/// @param title `Why 312 rentals at 2012-12-30 08:00?`
/// @param model the network
/// @param window the stretch of data behind one forecast
/// @param attributions which inputs the forecast came from
/// @param gates a part a recurrent layer
/// @param gradients gradients by step, one chart a question
/// @param reproduction how to make the page again
public record ExplainContent(String title, ModelSummary model, WindowView window, Attributions attributions,
        List<GateMaps> gates, List<CurvesContent> gradients, Reproduction reproduction) {

    public ExplainContent {
        gates = List.copyOf(gates);
        gradients = List.copyOf(gradients);
    }
}
