package org.lstm4j.forecast.baseline;

import java.util.ArrayList;
import java.util.List;

/// A form of exponential smoothing in the taxonomy of Hyndman et al.: how errors, trend and season act.
///
/// @param noise whether it has a fixed size or is a share of the forecast; decides the likelihood, not the recursion
/// @param trend none, a line, or a line that levels off
/// @param season none, added, or a factor
record SmoothingForm(Noise noise, Trend trend, Season season) {

    enum Noise {
        ADDITIVE, MULTIPLICATIVE
    }

    enum Trend {
        NONE, ADDITIVE, DAMPED
    }

    enum Season {
        NONE, ADDITIVE, MULTIPLICATIVE
    }

    /// The forms to choose from: ANN, AAN, AAdN, and where the values allow it ANA, AAA, AAdA, MNN, MAN, MAdN, MNM, MAdM.
    ///
    /// Other combinations are unstable or say the same. MAM is left out on purpose: factors can shrink as fast as an undamped
    /// line climbs, which fits the history well and leads its forecasts away; MAdM takes its place.
    ///
    /// @param positive whether all values are, as factors and errors that are shares need
    /// @param seasonal whether the values have at least two seasons
    static List<SmoothingForm> candidates(boolean positive, boolean seasonal) {
        List<SmoothingForm> forms = new ArrayList<>();
        for (Trend trend : Trend.values()) {
            forms.add(new SmoothingForm(Noise.ADDITIVE, trend, Season.NONE));
            if (seasonal) {
                forms.add(new SmoothingForm(Noise.ADDITIVE, trend, Season.ADDITIVE));
            }
            if (positive) {
                forms.add(new SmoothingForm(Noise.MULTIPLICATIVE, trend, Season.NONE));
            }
            if (positive && seasonal && trend != Trend.ADDITIVE) {
                forms.add(new SmoothingForm(Noise.MULTIPLICATIVE, trend, Season.MULTIPLICATIVE));
            }
        }
        return forms;
    }

    boolean isSeasonal() {
        return season != Season.NONE;
    }

    /// Variables of the search: α, the first level, and as the form has them β, the first slope, φ, γ.
    int variables() {
        return 2 + (trend == Trend.NONE ? 0 : 2) + (trend == Trend.DAMPED ? 1 : 0) + (isSeasonal() ? 1 : 0);
    }

    /// Numbers estimated from the values: the variables, the seasonal indices that are free, the variance of the noise.
    int estimated(int seasonLength) {
        return variables() + (isSeasonal() ? seasonLength - 1 : 0) + 1;
    }

    /// As in the literature: `AAdM`.
    @Override
    public String toString() {
        return (noise == Noise.ADDITIVE ? "A" : "M") + switch (trend) {
            case NONE -> "N";
            case ADDITIVE -> "A";
            case DAMPED -> "Ad";
        } + switch (season) {
            case NONE -> "N";
            case ADDITIVE -> "A";
            case MULTIPLICATIVE -> "M";
        };
    }
}
