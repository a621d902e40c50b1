package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTableTest {

    @ParameterizedTest
    @CsvSource({"NaN,n/a", "0,0", "1.9654321,1.965", "-0.0123456,-0.0123", "0.0078140,7.81e-3",
        "0.00012345,1.23e-4",
        "85.0514,85.05", "999.96,1000.0", "4983.6,4984", "200381,200381", "17593452,1.76e7", "-8.1642,-8.164",
        "5.3e59,5.30e59", "1.2941e-14,1.3e-14", "-1.2941e-14,-1.3e-14"})
    void writesNumbersThatFitTheTable(double value, String text) {
        assertThat(MetricsTable.number(value)).isEqualTo(text).hasSizeLessThanOrEqualTo(8);
    }
}
