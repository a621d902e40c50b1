package org.lstm4j.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    /// SciPy 1.17; the columns 0.9, 0.975 and 0.995 are those of printed tables.
    @ParameterizedTest
    @CsvSource({"2, 0.2886751345948128, 1.8856180831641272, 4.302652729749462, 9.924843200918287, 70.70007107496818",
        "3, 0.2766706623326898, 1.637744353696209, 3.1824463052837078, 5.840909309733355, 22.203742273205",
        "5, 0.2671808657041451, 1.4758840488244815, 2.5705818356363146, 4.032142983555228, 9.677566300882814",
        "10, 0.2601848294920803, 1.372183641110336, 2.228138851986274, 3.16927267261695, 5.693820101457592",
        "30, 0.2556053649519128, 1.3104150253913955, 2.0422724563012378, 2.7499956535672254, 4.23398595727206",
        "120, 0.25390952321492877, 1.288646233656378, 1.9799304050824402, 2.6174211451068654, 3.837170749032837",
        "1e6, 0.25334717053784184, 1.281552412129939, 1.959966356814107, 2.5758342201053344, 3.719030274762571",
        "1e7, 0.25334710987600284, 1.2815516502030833, 1.959964221767205, 2.5758297952037488, 3.7190178643822778"})
    void quantilesOfTables(double degrees, double at60, double at90, double at975, double at995, double at9999) {
        double[] levels = {0.6, 0.9, 0.975, 0.995, 0.9999};
        double[] expected = {at60, at90, at975, at995, at9999};
        for (int index = 0; index < levels.length; index++) {
            double close = 1e-9 * expected[index];
            assertThat(StudentT.quantile(levels[index], degrees)).isCloseTo(expected[index], within(close));
            assertThat(StudentT.quantile(1 - levels[index], degrees)).isCloseTo(-expected[index], within(close));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 0.04773298313335456, 0.2113248654051871, 0.6666666666666666",
        "5, 0.015049623948731293, 0.18160873382456144, 0.6808505641795355",
        "30, 0.0026949820328259727, 0.1626543077130151, 0.6896384975574363",
        "1e7, 0.0013499013555185817, 0.15865526602999303, 0.6914624557729926"})
    void cumulativeOfSciPy(double degrees, double atMinus3, double atMinus1, double atHalf) {
        assertThat(StudentT.cumulative(-3, degrees)).isCloseTo(atMinus3, within(1e-12));
        assertThat(StudentT.cumulative(-1, degrees)).isCloseTo(atMinus1, within(1e-12));
        assertThat(StudentT.cumulative(0.5, degrees)).isCloseTo(atHalf, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1e-12, 4.5, -670.942702505106", "1e-8, 500, -5.70447255518459"})
    void farTailsOfSciPy(double level, double degrees, double expected) {
        assertThat(StudentT.quantile(level, degrees)).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
    }

    @Test
    void cumulativeUndoesQuantile() {
        for (double degrees = 0.5; degrees < 3e8; degrees *= 3.3) {
            for (double level = 0.001; level < 1; level += 0.0137) {
                double undone = StudentT.cumulative(StudentT.quantile(level, degrees), degrees);
                assertThat(undone).as("%s, %s", level, degrees).isCloseTo(level, within(2e-12));
            }
        }
    }

    /// With one degree of freedom it is Cauchy's: ½ + arctan(t)/π.
    @Test
    void isCauchyWithOneDegree() {
        assertThat(StudentT.cumulative(1, 1)).isCloseTo(0.75, within(1e-14));
        assertThat(StudentT.quantile(0.75, 1)).isCloseTo(1, within(1e-14));
        assertThat(StudentT.logDensity(0, 1)).isCloseTo(-StrictMath.log(Math.PI), within(1e-14));
    }

    @Test
    void densityIsTheSlopeOfTheProbability() {
        for (double t = -6; t < 6; t += 0.83) {
            double slope = (StudentT.cumulative(t + 1e-4, 3.5) - StudentT.cumulative(t - 1e-4, 3.5)) / 2e-4;
            assertThat(StrictMath.exp(StudentT.logDensity(t, 3.5))).isCloseTo(slope, within(1e-8));
        }
    }

    @Test
    void endsAndNoNumbers() {
        assertThat(StudentT.cumulative(Double.NEGATIVE_INFINITY, 3)).isZero();
        assertThat(StudentT.cumulative(Double.POSITIVE_INFINITY, 3)).isOne();
        assertThat(StudentT.cumulative(0, 3)).isEqualTo(0.5);
        assertThat(StudentT.cumulative(Double.NaN, 3)).isNaN();
        assertThatThrownBy(() -> StudentT.quantile(1, 3)).hasMessageContaining("above 0 and below 1, but was 1.0");
    }
}
