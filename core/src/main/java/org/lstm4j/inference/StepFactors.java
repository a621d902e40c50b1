package org.lstm4j.inference;

import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.tensor.ArrayLength;

/// Rows that the weights of a layer are multiplied with: as they stand somewhere, and packed for the products. Made once and
/// filled again for every step.
final class StepFactors {

    private final int stripStride;
    private final float[] strips;
    private float[] rows = {};
    private int offset;
    private int stride;

    /// @param mostRows to be packed at a time
    /// @param mostNumbers of a row
    StepFactors(int mostRows, int mostNumbers) {
        stripStride = FactorStrips.stride(mostNumbers);
        strips = new float[ArrayLength.of(FactorStrips.count(mostRows), stripStride)];
    }

    /// Points at rows and packs them.
    ///
    /// @param source row r at `sourceOffset + r·sourceStride`
    void pack(int count, int numbers, float[] source, int sourceOffset, int sourceStride) {
        rows = source;
        offset = sourceOffset;
        stride = sourceStride;
        FactorStrips.packRows(count, numbers, source, sourceOffset, sourceStride, strips, 0, stripStride);
    }

    /// Where the rows stand; row r at [#rowAt].
    float[] rows() {
        return rows;
    }

    int rowAt(int row) {
        return offset + row * stride;
    }

    /// The rows in the layout of [FactorStrips], from 0.
    float[] strips() {
        return strips;
    }

    int stripStride() {
        return stripStride;
    }
}
