package org.lstm4j.benchmarks.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierRowsTest {

    @Test
    void aRowThatIsASeriesLosesItsLastFifth() {
        assertThat(earlier(List.of("--target", "value", "--wide"),
                List.of("id,V1,V2,V3,V4,V5,V6", "a,1,2,3,4,5,6", "b,1,2,3,4,5")))
                .containsExactly("id,V1,V2,V3,V4,V5,V6", "a,1,2,3,4", "b,1,2,3,4");
    }

    @Test
    void eachSeriesOfALongTableLosesItsLastFifth() {
        assertThat(earlier(List.of("--target", "price", "--series", "symbol"), List.of("symbol,price", "a,1", "a,2",
                "a,3", "a,4", "a,5", "b,1", "b,2", "b,3", "b,4", "b,5")))
                .containsExactly("symbol,price", "a,1", "a,2", "a,3", "a,4", "b,1", "b,2", "b,3", "b,4");
    }

    @Test
    void aFileWithoutAHeaderHasRowsAlone() {
        assertThat(earlier(List.of("--target", "c0", "--no-header"), List.of("1", "2", "3", "4", "5")))
                .containsExactly("1", "2", "3", "4");
    }

    private static List<String> earlier(List<String> reading, List<String> lines) {
        return new EarlierRows(new TrainedFile("sales", 1, true, reading)).earlier(lines);
    }
}
