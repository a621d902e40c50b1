package org.lstm4j.forecast.deepar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepColumnsTest {

    private static final DeepArSchema SCHEMA = new DeepArSchema(2, ContextScaling.MEAN_ABSOLUTE, List.of(1, 3), true,
            new Standardization(1, 2),
            List.of(new Standardization(10, 5)), List.of(new Standardization(0, 1)), List.of(List.of(7, 9)));
    private static final DeepArSeries SERIES = DeepArSeries.of("a", 4, Double.NaN, 8, 6)
            .withKnown(new double[]{0, 5, 10, 20, 25}).withStatics(3).withCategories(9);

    private final StepColumns columns = new StepColumns(SCHEMA);

    @Test
    void writesLagsMasksScaleAgeAndWhatIsKnown() {
        float[] row = new float[10];
        columns.write(SERIES, 3, new WindowScale(0, StrictMath.exp(1)), row, 1);
        float scale = (float) StrictMath.exp(1);
        assertThat(columns.count()).isEqualTo(9);
        // lags 1 and 3, their masks, log scale (1 − 1) / 2, log₁₀(2 + 3), (20 − 10) / 5, 3, place of 9
        assertThat(row[1]).isEqualTo((float) (8 / StrictMath.exp(1)));
        assertThat(row[2]).isEqualTo((float) (4 / StrictMath.exp(1)));
        assertThat(row).containsExactly(0, row[1], row[2], 1, 1, 0, (float) StrictMath.log10(5), 2, 3, 1);
        assertThat(scale).isBetween(2.71f, 2.72f);
    }

    @Test
    void aLagThatIsMissingOrBeforeTheSeriesIsZeroWithMaskZero() {
        float[] row = new float[9];
        columns.write(SERIES, 2, new WindowScale(0, 2), row, 0);
        assertThat(row).startsWith(0, 0, 0, 0); // step 1 was not observed, step −1 is none
        columns.write(SERIES, 1, new WindowScale(0, 2), row, 0);
        assertThat(row).startsWith(2, 0, 1, 0);
    }

    @Test
    void readsWhatWasDrawnFromTheOriginOn() {
        float[] row = new float[9];
        StepColumns.Past past = new StepColumns.Past(SERIES.target(), 3, new double[]{12});
        columns.write(SERIES, 4, new WindowScale(0, 2), past, row, 0);
        assertThat(row).startsWith(6, 0, 1, 0); // the drawn 12 in place of the observed 6
    }

    @Test
    void holdsDrawnValuesThatRunAway() {
        float[] row = new float[9];
        columns.write(SERIES, 3, new WindowScale(0, 1), new StepColumns.Past(SERIES.target(), 2, new double[]{1e30}),
                row, 0);
        assertThat(row).startsWith(1e4f, 4, 1, 1);
    }
}
