package org.lstm4j.nn.recurrent;

/// Random disturbances of a recurrent layer in training that keep it from learning by heart; rates in [0, 1), 0 for none.
///
/// @param inputDropout share of the inputs dropped, the same in all steps of a sequence (Gal and Ghahramani 2016); Keras'
///        `dropout`
/// @param recurrentDropout share of the hidden state dropped on its way to the next step, the same in all steps; Keras'
///        `recurrent_dropout`
/// @param hiddenZoneout share of the hidden state that stays as it was a step before, anew in every step (Krueger et al. 2017)
/// @param cellZoneout the same of the cell state
public record RecurrentNoise(
        float inputDropout, float recurrentDropout, float hiddenZoneout, float cellZoneout) {

    /// No disturbance.
    public static final RecurrentNoise NONE = new RecurrentNoise(0f, 0f, 0f, 0f);

    public RecurrentNoise {
        requireRate("input dropout", inputDropout);
        requireRate("recurrent dropout", recurrentDropout);
        requireRate("zoneout of the hidden state", hiddenZoneout);
        requireRate("zoneout of the cell state", cellZoneout);
    }

    public RecurrentNoise withInputDropout(float rate) {
        return new RecurrentNoise(rate, recurrentDropout, hiddenZoneout, cellZoneout);
    }

    public RecurrentNoise withRecurrentDropout(float rate) {
        return new RecurrentNoise(inputDropout, rate, hiddenZoneout, cellZoneout);
    }

    public RecurrentNoise withZoneout(float hidden, float cell) {
        return new RecurrentNoise(inputDropout, recurrentDropout, hidden, cell);
    }

    /// Whether anything is drawn in training.
    boolean draws() {
        return drops() || zonesOut();
    }

    boolean drops() {
        return inputDropout > 0f || recurrentDropout > 0f;
    }

    boolean zonesOut() {
        return hiddenZoneout > 0f || cellZoneout > 0f;
    }

    private static void requireRate(String name, float rate) {
        if (!(rate >= 0f && rate < 1f)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), but was " + rate);
        }
    }
}
