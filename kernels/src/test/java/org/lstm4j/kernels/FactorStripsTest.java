package org.lstm4j.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorStripsTest {

    private static final int PAD = 5;

    @ParameterizedTest
    @CsvSource({"0,3", "1,1", "5,4", "6,7", "7,2", "12,50", "16,3"})
    void rowsOfTheSourceBecomeRowsOfTheStrips(int rows, int length) {
        int sourceStride = length + 2;
        float[] source = counting(1 + rows * sourceStride);
        int stripStride = FactorStrips.stride(length + 1);
        float[] strips = new float[PAD + FactorStrips.count(rows) * stripStride];

        FactorStrips.packRows(rows, length, source, 1, sourceStride, strips, PAD, stripStride);

        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < length; k++) {
                assertThat(strips[PAD + row / 6 * stripStride + 8 * k + row % 6])
                        .isEqualTo(source[1 + row * sourceStride + k]);
            }
        }
        assertThat(numbersIn(strips)).isEqualTo(rows * length);
    }

    @ParameterizedTest
    @CsvSource({"0,3", "1,1", "5,4", "6,7", "7,2", "12,50", "16,3"})
    void columnsOfTheSourceBecomeRowsOfTheStrips(int columns, int length) {
        int sourceStride = columns + 2;
        float[] source = counting(1 + length * sourceStride);
        int stripStride = FactorStrips.stride(length + 1);
        float[] strips = new float[PAD + FactorStrips.count(columns) * stripStride];

        FactorStrips.packColumns(columns, length, source, 1, sourceStride, strips, PAD, stripStride);

        for (int column = 0; column < columns; column++) {
            for (int k = 0; k < length; k++) {
                assertThat(strips[PAD + FactorStrips.at(column, stripStride) + FactorStrips.STRIDE * k])
                        .isEqualTo(source[1 + k * sourceStride + column]);
            }
        }
        assertThat(numbersIn(strips)).isEqualTo(columns * length);
    }

    private static int numbersIn(float[] strips) {
        int count = 0;
        for (float value : strips) {
            count += value == 0 ? 0 : 1;
        }
        return count;
    }

    private static float[] counting(int length) {
        float[] values = new float[length];
        for (int index = 0; index < length; index++) {
            values[index] = 1 + index;
        }
        return values;
    }
}
