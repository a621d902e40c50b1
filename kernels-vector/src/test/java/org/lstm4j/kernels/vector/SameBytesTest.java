package org.lstm4j.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.kernels.Activations;
import org.lstm4j.kernels.CompressedPanels;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.LstmGates;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.LstmProducts;

/// The vector kernels, those for this machine and those for others, give the bytes of the specification, over row counts that
/// fill no tile, one tile and several, and sums shorter and longer than a slice.
class SameBytesTest {

    private static final int PAD = 7;
    /// What no pre-activation should be, or where activations change over.
    private static final float[] AWKWARD = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, 1e-40f, -1e-40f, 87f, -87f, 88.7f,
        1e30f,
        -1e30f, 9.02f, -9.02f, 0.3466f, Float.MIN_NORMAL};

    private final LstmKernels specification = LstmKernels.scalar();
    private final LstmKernels vector = new VectorKernelProvider().create();
    private final List<LstmGates> allGates = List.of(
            new VectorLstmGates(), new StarterLstmGates());
    private final List<LstmProducts> allProducts = List.of(
            new VectorLstmProducts(), new StarterLstmProducts());

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "1,3", "2,8", "3,58", "4,17", "5,48", "6,127", "7,66", "8,41", "9,257", "10,1", "11,600",
        "12,256", "13,132", "14,5", "18,513"})
    void preActivations(int rows, int count) {
        SplittableRandom random = new SplittableRandom(rows * 1000L + count);
        float[] panel = spread(random, PAD + (2 + count) * WIDTH, 1f);
        int stripStride = FactorStrips.stride(count + 1);
        float[] factors = spread(random, PAD + FactorStrips.count(rows) * stripStride, 2f);
        int gatesQuarter = rows * UNITS + 3;

        assertSame(4 * gatesQuarter + 2 * PAD, random, (products, gates) -> products.preActivations(
                rows, count, factors, PAD, stripStride, panel, PAD, (2 + count) * UNITS, gates, PAD, gatesQuarter));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "1,1", "2,3", "3,8", "4,16", "5,31", "6,64", "7,65", "9,600", "1,127", "14,128"})
    void accumulate(int rows, int count) {
        SplittableRandom random = new SplittableRandom(rows * 1000L + count);
        int stripStride = FactorStrips.stride(count + 1);
        float[] factors = spread(random, PAD + FactorStrips.count(rows) * stripStride, 2f);
        float[] panel = spread(random, PAD + count * WIDTH, 1f);
        int sumsQuarter = (rows + 1) * UNITS;

        assertSame(4 * sumsQuarter + 2 * PAD, random, (products, sums) -> products.accumulate(
                rows, count, factors, PAD, stripStride, panel, PAD, count * UNITS, sums, PAD, sumsQuarter));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 16, 65, 600})
    void addRow(int count) {
        SplittableRandom random = new SplittableRandom(count);
        float[] row = spread(random, PAD + count, 2f);
        float[] panel = spread(random, PAD + count * WIDTH, 1f);
        float[] start = spread(random, PAD + 4 * 2 * UNITS, 1f);
        int sumsQuarter = 3 * UNITS;

        assertSame(4 * sumsQuarter + 2 * PAD, random, (products, sums) -> products.addRow(
                count, row, PAD, panel, PAD, count * UNITS, start, PAD, 2 * UNITS, sums, PAD, sumsQuarter));
        assertSame(4 * sumsQuarter + 2 * PAD, random, (products, sums) -> products.addRow(
                count, row, PAD, panel, PAD, count * UNITS, sums, PAD, sumsQuarter, sums, PAD, sumsQuarter));
    }

    /// Only some machines take this tile, but all can run it.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 16, 65})
    void oneRowWithVectorsOfSixteen(int count) {
        SplittableRandom random = new SplittableRandom(count);
        float[] row = spread(random, PAD + count, 2f);
        float[] panel = spread(random, PAD + count * WIDTH, 1f);
        float[] start = spread(random, PAD + 4 * 2 * UNITS, 1f);
        int sumsQuarter = 3 * UNITS;
        float[] expected = spread(random, 4 * sumsQuarter + 2 * PAD, 1f);
        float[] actual = expected.clone();

        specification.products().addRow(count, row, PAD, panel, PAD, count * UNITS, start, PAD, 2 * UNITS, expected,
                PAD,
                sumsQuarter);
        RowTiles.oneRowOfSixteens(count, row, PAD, panel, PAD, count * UNITS, start, PAD, 2 * UNITS, actual, PAD,
                sumsQuarter);

        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "2,15", "3,14", "4,128", "5,12", "6,4", "50,64", "7,0", "8,9", "9,8", "10,3", "11,5",
        "12,14"})
    void accumulateWeightGradient(int columns, int rows) {
        SplittableRandom random = new SplittableRandom(columns * 1000L + rows);
        int stripStride = FactorStrips.stride(rows + 2);
        float[] factors = spread(random, PAD + FactorStrips.count(columns) * stripStride, 1f);
        float[] gradients = spread(random, PAD + rows * WIDTH, 1f);
        int outQuarter = columns * UNITS + 5;

        assertSame(4 * outQuarter + 2 * PAD, random, (products, out) -> products.accumulateWeightGradient(
                columns, rows, factors, PAD, stripStride, gradients, PAD, rows * UNITS, out, PAD, outQuarter,
                new float[LstmProducts.WEIGHT_GRADIENT_SCRATCH]));
    }

    /// As plain loops do it, as a widened panel gives it: the same.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64, 131})
    void compressedWeights(int count) {
        SplittableRandom random = new SplittableRandom(count);
        int quarter = count * UNITS;
        float[] panel = spread(random, 4 * quarter, 1f);
        float[] a = spread(random, PAD + count, 2f);
        float[] start = spread(random, PAD + WIDTH, 1f);
        int outQuarter = UNITS + PAD;
        float[] before = spread(random, PAD + 4 * outQuarter, 1f);
        int[] pairs = new int[PAD + 2 * quarter];
        int[] fours = new int[PAD + quarter];
        CompressedPanels.packBfloat16(count, panel, 0, quarter, pairs, PAD);
        CompressedPanels.packInt8(count, panel, 0, quarter, fours, PAD, new float[WIDTH], 0);

        float[] wide = new float[4 * quarter];
        CompressedPanels.widenBfloat16(count, pairs, PAD, quarter, wide, 0, quarter);
        float[] expected = before.clone();
        specification.products().addRow(count, a, PAD, wide, 0, quarter, start, PAD, UNITS, expected, PAD, outQuarter);
        for (LstmKernels kernels : List.of(specification, vector)) {
            float[] actual = before.clone();
            kernels.compressed().addRowBfloat16(count, a, PAD, pairs, PAD, quarter, start, PAD, UNITS, actual, PAD,
                    outQuarter);
            assertThat(actual).as(kernels.name()).isEqualTo(expected);
        }
        CompressedPanels.widenInt8(count, fours, PAD, wide, 0, quarter);
        expected = before.clone();
        specification.products().addRow(count, a, PAD, wide, 0, quarter, start, PAD, UNITS, expected, PAD, outQuarter);
        for (LstmKernels kernels : List.of(specification, vector)) {
            float[] actual = before.clone();
            kernels.compressed().addRowInt8(count, a, PAD, fours, PAD, start, PAD, UNITS, actual, PAD, outQuarter);
            assertThat(actual).as(kernels.name()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    void gatesForwardAndBackward(int rows) {
        float[][] expected = runGates(specification.gates(), rows);
        for (LstmGates gates : allGates) {
            float[][] actual = runGates(gates, rows);
            for (int array = 0; array < expected.length; array++) {
                assertThat(actual[array]).as(gates.getClass().getSimpleName()).isEqualTo(expected[array]);
            }
        }
    }

    @Test
    void gatesAgreeOnNaNInfinityAndHugePreActivations() {
        float[] expected = new float[WIDTH];
        for (int gate = 0; gate < 4; gate++) {
            System.arraycopy(AWKWARD, 0, expected, gate * UNITS, UNITS);
        }
        float[] preActivations = expected.clone();
        float[] expectedHidden = new float[UNITS];
        forward(specification.gates(), 1, expected, new float[UNITS], new float[UNITS], expectedHidden);

        for (LstmGates gates : allGates) {
            float[] actual = preActivations.clone();
            float[] hidden = new float[UNITS];
            forward(gates, 1, actual, new float[UNITS], new float[UNITS], hidden);
            assertThat(actual).isEqualTo(expected);
            assertThat(hidden).isEqualTo(expectedHidden);
            assertThat(hidden[0]).isNaN();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    void activationsOfManyNumbers(int rows) {
        int count = rows * UNITS;
        float[] values = spread(new SplittableRandom(rows), PAD + count + PAD, 8f);
        for (int index = 0; index < Math.min(count, AWKWARD.length); index++) {
            values[PAD + index] = AWKWARD[index];
        }
        float[] sigmoids = values.clone();
        float[] tanhs = values.clone();
        for (int index = PAD; index < PAD + count; index++) {
            sigmoids[index] = Activations.sigmoid(values[index]);
            tanhs[index] = Activations.tanh(values[index]);
        }

        for (LstmKernels kernels : List.of(specification, vector)) {
            float[] actual = values.clone();
            kernels.activations().sigmoid(count, actual, PAD);
            assertThat(actual).as("sigmoid, " + kernels.name()).isEqualTo(sigmoids);
            actual = values.clone();
            kernels.activations().tanh(count, actual, PAD);
            assertThat(actual).as("tanh, " + kernels.name()).isEqualTo(tanhs);
        }
    }

    /// Gradients around [LstmGates#FADED], on both sides of it, and what no gradient should be.
    @Test
    void gatesAgreeOnGradientsThatFade() {
        float faded = LstmGates.FADED;
        float[] awkward = {
            Float.NaN, Float.POSITIVE_INFINITY, 0f, -0f, faded, -faded, Math.nextDown(faded), Math.nextUp(-faded),
            1e-40f,
            -1e-40f, Float.MIN_VALUE, 1e-30f, 1f, -1f, 1e30f, Float.MIN_NORMAL};
        float[] activated = spread(new SplittableRandom(3), WIDTH, 1f);
        float[] before = spread(new SplittableRandom(4), UNITS, 1f);
        float[] tanh = spread(new SplittableRandom(5), UNITS, 1f);
        float[] expected = activated.clone();
        float[] expectedCell = new float[UNITS];
        specification.gates().backward(1, expected, 0, UNITS, before, 0, tanh, 0, awkward, 0, expectedCell, 0);

        for (LstmGates gates : allGates) {
            float[] actual = activated.clone();
            float[] cell = new float[UNITS];
            gates.backward(1, actual, 0, UNITS, before, 0, tanh, 0, awkward, 0, cell, 0);
            assertThat(actual).as(gates.getClass().getSimpleName()).isEqualTo(expected);
            assertThat(cell).as(gates.getClass().getSimpleName()).isEqualTo(expectedCell);
        }
        assertThat(expected[3 * UNITS + 4]).as("of the smallest that counts").isNotZero();
        assertThat(expected[3 * UNITS + 6]).as("of the largest that does not").isZero();
    }

    @FunctionalInterface
    private interface Product {
        void run(LstmProducts products, float[] out);
    }

    private void assertSame(int length, SplittableRandom random, Product product) {
        float[] before = spread(random, length, 1f);
        float[] expected = before.clone();
        product.run(specification.products(), expected);
        for (LstmProducts products : allProducts) {
            float[] actual = before.clone();
            product.run(products, actual);
            assertThat(actual).as(products.getClass().getSimpleName()).isEqualTo(expected);
        }
    }

    private static float[][] runGates(LstmGates gates, int rows) {
        SplittableRandom random = new SplittableRandom(42);
        float[] preActivations = spread(random, rows * WIDTH, 12f);
        float[] before = spread(random, rows * UNITS, 2f);
        float[] tanh = new float[rows * UNITS];
        float[] hidden = new float[rows * 20];
        forward(gates, rows, preActivations, before, tanh, hidden);
        float[] activated = preActivations.clone();
        float[] hiddenGradient = spread(random, rows * UNITS, 1f);
        float[] cellGradient = spread(random, rows * UNITS, 1f);
        gates.backward(rows, preActivations, 0, rows * UNITS, before, 0, tanh, 0, hiddenGradient, 0, cellGradient, 0);
        return new float[][]{activated, tanh, hidden, preActivations, cellGradient};
    }

    private static void forward(
            LstmGates gates, int rows, float[] preActivations, float[] before, float[] tanh, float[] hidden) {
        int hiddenStride = rows == 0 ? 0 : hidden.length / rows;
        gates.forward(rows, preActivations, 0, rows * UNITS, before, 0, new float[rows * UNITS], 0, tanh, 0, hidden, 0,
                hiddenStride);
    }

    private static float[] spread(SplittableRandom random, int length, float width) {
        float[] values = new float[length];
        for (int index = 0; index < length; index++) {
            values[index] = (float) (2 * random.nextDouble() - 1) * width;
        }
        return values;
    }
}
