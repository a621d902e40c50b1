package org.lstm4j.forecast.explain;

/// The ways in which the weight of a column is told.
public enum ExplanationMethod {
    SALIENCY("saliency"), GRADIENT_TIMES_INPUT("gradient_times_input"), INTEGRATED_GRADIENTS(
            "integrated_gradients"), OCCLUSION("occlusion"), ERROR_RISE("error_rise");

    private final String label;

    ExplanationMethod(String label) {
        this.label = label;
    }

    /// Its name in tables and JSON.
    public String label() {
        return label;
    }
}
