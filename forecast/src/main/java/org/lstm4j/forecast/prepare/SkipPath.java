package org.lstm4j.forecast.prepare;

import java.util.Arrays;

/// A linear forecast inside a window, beside which a network learns the rest: each step of the horizon as a weighted sum of the values
/// looked back on, as the model reads them. A seasonal naive forecast is one, with one weight of 1 for each step. Immutable.
public final class SkipPath {

    /// `[horizon][lookback]`
    private final float[][] weights;
    /// The same, `[lookback][horizon]`: all steps take a value looked back on at once.
    private final float[][] byValue;

    /// @param weights `[horizon][lookback]`; not copied, never to be changed
    public SkipPath(float[][] weights) {
        this.weights = weights;
        byValue = new float[weights[0].length][weights.length];
        for (int step = 0; step < weights.length; step++) {
            for (int index = 0; index < byValue.length; index++) {
                byValue[index][step] = weights[step][index];
            }
        }
    }

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

    /// `[horizon][lookback]`; shared, never to be changed.
    public float[][] weights() {
        return weights;
    }

    public int horizon() {
        return weights.length;
    }

    public int lookback() {
        return byValue.length;
    }

    /// The forecast of all steps, each summed in the order of time.
    ///
    /// @param values those looked back on begin at `from`, `stride` apart
    /// @param out `[horizon]`
    public void forecast(float[] values, int from, int stride, float[] out) {
        Arrays.fill(out, 0f);
        for (int index = 0; index < byValue.length; index++) {
            add(byValue[index], values[from + index * stride], out);
        }
    }

    /// Apart from the loop around it, so that it is compiled to vector instructions.
    private static void add(float[] ofSteps, float value, float[] out) {
        for (int step = 0; step < ofSteps.length; step++) {
            out[step] = Math.fma(ofSteps[step], value, out[step]);
        }
    }
}
