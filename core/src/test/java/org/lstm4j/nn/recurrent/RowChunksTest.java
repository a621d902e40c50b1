package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The chunks of a batch hold every row of every step once, in order, and never more than 128.
class RowChunksTest {

    @ParameterizedTest
    @CsvSource({"1,1", "1,300", "32,10", "50,7", "64,3", "127,4", "128,2", "129,3", "256,2", "300,5"})
    void everyRowIsInOneChunk(int batch, int steps) {
        RowChunks chunks = new RowChunks(batch, steps);
        int next = 0;
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            assertThat(chunks.firstRow(chunk)).isEqualTo(next);
            assertThat(chunks.rows(chunk)).isBetween(1, Math.min(128, chunks.capacity()));
            next += chunks.rows(chunk);
        }
        assertThat(next).isEqualTo(batch * steps);
    }
}
