package org.lstm4j.tune.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.random.RandomStream;

class ParzenDensityTest {

    private static final int PLACES = 2000;

    @Test
    void normalIsAsTabulated() {
        assertThat(Normal.atMost(0)).isCloseTo(0.5, within(2e-7));
        assertThat(Normal.atMost(1)).isCloseTo(0.841344746, within(2e-7));
        assertThat(Normal.atMost(-1.96)).isCloseTo(0.024997895, within(2e-7));
        assertThat(Normal.atMost(9)).isCloseTo(1, within(1e-9));
        assertThat(Normal.density(1)).isCloseTo(0.241970725, within(1e-9));
    }

    @Test
    void everyKernelHasTheMeanOne() {
        for (double centre : new double[]{0, 0.1, 0.5, 0.999}) {
            for (Kernel kernel : List.of(new CutGaussian(0.05), new CutGaussian(0.3), new CutGaussian(1),
                    new CategoryKernel(4, 0.2))) {
                double sum = 0;
                for (int place = 0; place < PLACES; place++) {
                    sum += kernel.density(centre, (place + 0.5) / PLACES) / PLACES;
                }
                assertThat(sum).isCloseTo(1, within(1e-4));
            }
        }
    }

    @Test
    void categoriesShareAsCounted() {
        CategoryKernel kernel = new CategoryKernel(3, 0.5);
        // Counts 1.5, 0.5, 0.5 of 2.5, over parts of a third each.
        assertThat(kernel.density(0.1, 0.2)).isCloseTo(3 * 1.5 / 2.5, within(1e-12));
        assertThat(kernel.density(0.1, 0.9)).isCloseTo(3 * 0.5 / 2.5, within(1e-12));
    }

    @Test
    void densityOfOneObservationIsHalfEven() {
        ParzenDensity density = new ParzenDensity(List.of(new CategoryKernel(2, 1)), List.of(new double[]{0.25}));
        // Counts 2 and 1 of 3: densities 4/3 and 2/3, and 1 for the even one.
        assertThat(density.at(new double[]{0.3})).isCloseTo((4.0 / 3 + 1) / 2, within(1e-12));
        assertThat(density.at(new double[]{0.8})).isCloseTo((2.0 / 3 + 1) / 2, within(1e-12));
        assertThat(new ParzenDensity(List.of(new CategoryKernel(2, 1)), List.of()).at(new double[]{0.8})).isEqualTo(1);
    }

    @Test
    void drawsAsDensely() {
        List<double[]> centres = List.of(new double[]{0.05, 0.1}, new double[]{0.7, 0.9});
        ParzenDensity density = new ParzenDensity(List.of(new CutGaussian(0.2), new CategoryKernel(2, 0.3)), centres);
        RandomStream random = RandomStream.at(5, 0);
        int draws = 200_000;
        int[][] counts = new int[10][2];
        for (int draw = 0; draw < draws; draw++) {
            double[] point = density.draw(random);
            counts[(int) (10 * point[0])][(int) (2 * point[1])]++;
        }
        for (int tenth = 0; tenth < 10; tenth++) {
            for (int half = 0; half < 2; half++) {
                assertThat(counts[tenth][half] / (double) draws).isCloseTo(mass(density, tenth, half), within(0.004));
            }
        }
    }

    private static double mass(ParzenDensity density, int tenth, int half) {
        double sum = 0;
        for (int part = 0; part < 100; part++) {
            sum += density.at(new double[]{(tenth + (part + 0.5) / 100) / 10, (half + 0.5) / 2}) / 100 / 10 / 2;
        }
        return sum;
    }

    @Test
    void refusesWhatHasNoDensity() {
        assertThatThrownBy(() -> new CutGaussian(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the width of a kernel lies between 0 and 1, but this one is 0.0");
        assertThatThrownBy(() -> new CategoryKernel(2, 0)).isInstanceOf(IllegalArgumentException.class);
        ParzenDensity density = new ParzenDensity(List.of(new CutGaussian(0.1)), List.of());
        assertThatThrownBy(() -> density.at(new double[2]))
                .hasMessage("a point here has 1 coordinates, but this one has 2");
    }
}
