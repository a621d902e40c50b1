package org.lstm4j.report.content;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BandTest {

    @Test
    void isNamedByItsProbability() {
        Values one = Values.of(1);

        assertThat(new Band(0.8, one, one).name()).isEqualTo("80\u202f% interval");
        assertThat(new Band(0.95, one, one).name()).isEqualTo("95\u202f% interval");
        assertThat(new Band(0.995, one, one).name()).isEqualTo("99.5\u202f% interval");
    }

    @Test
    void saysWhatItSpansOrThatItIsMissing() {
        Band band = new Band(0.8, Values.of(-1.5, NaN), Values.of(12_345, NaN));

        assertThat(band.text(0)).isEqualTo("−1.500 to 12,345");
        assertThat(band.text(1)).isEqualTo("missing");
    }

    @Test
    void needsAProbability() {
        Values one = Values.of(1);

        for (double wrong : new double[]{0, 1, -0.1, 80, NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Band(wrong, one, one))
                    .withMessage("probability of a band must lie between 0 and 1, but was " + wrong);
        }
    }

    @Test
    void needsBothBoundsTheLowerOneFirst() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Band(0.8, Values.of(1, 2), Values.of(1)))
                .withMessage("upper bounds of the 80\u202f% interval: expected 2, but there are 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Band(0.8, Values.of(1, 3), Values.of(1, 2)))
                .withMessage("the 80\u202f% interval at index 1 goes from 3.0 to 2.0; give both bounds or neither, the"
                        + " lower one first");
        assertThatIllegalArgumentException().isThrownBy(() -> new Band(0.8, Values.of(1, NaN), Values.of(1, 2)))
                .withMessageContaining("at index 1 goes from NaN to 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Band(0.8, Values.of(1), Values.of(NaN)))
                .withMessageContaining("at index 0 goes from 1.0 to NaN");
    }
}
