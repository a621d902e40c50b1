package org.lstm4j.forecast.prepare;

/// A linear forecast inside a window, beside which a network learns the rest: each step of the horizon as a weighted sum of the values
/// looked back on, as the model reads them. A seasonal naive forecast is one, with one weight of 1 for each step.
///
/// @param weights `[horizon][lookback]`; shared, not copied
@SuppressWarnings("ArrayRecordComponent") // large, and never written to
public record SkipPath(float[][] weights) {

    /// The value one season earlier, or as many seasons as it takes to be within the lookback.
    ///
    /// @param season steps, from 1 to the lookback
    public static SkipPath seasonal(WindowSpec window, int season) {
        if (season < 1 || season > window.lookback()) {
            throw new IllegalArgumentException("a season of " + season + " steps is not within the lookback of "
                    + window.lookback());
        }
        float[][] weights = new float[window.horizon()][window.lookback()];
        for (int step = 0; step < window.horizon(); step++) {
            weights[step][window.lookback() - season + step % season] = 1f;
        }
        return new SkipPath(weights);
    }

    public int horizon() {
        return weights.length;
    }

    public int lookback() {
        return weights[0].length;
    }

    /// One step of the forecast, summed in the order of time.
    ///
    /// @param values those looked back on begin at `from`, `stride` apart
    public float forecast(int step, float[] values, int from, int stride) {
        float[] row = weights[step];
        float sum = 0f;
        for (int index = 0; index < row.length; index++) {
            sum = Math.fma(row[index], values[from + index * stride], sum);
        }
        return sum;
    }
}
