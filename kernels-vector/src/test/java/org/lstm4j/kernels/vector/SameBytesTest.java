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
import org.lstm4j.kernels.CompressedPanels;
import org.lstm4j.kernels.LstmGates;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.LstmProducts;

/// The vector kernels, those for this machine and those for others, give the bytes of the specification, over row counts that
/// fill no tile, one tile and several, and sums shorter and longer than a slice.
class SameBytesTest {

    private static final int PAD = 7;

    private final LstmKernels specification = LstmKernels.scalar();
    private final LstmKernels vector = new VectorKernelProvider().create();
    private final List<LstmGates> allGates = List.of(
            new WideLstmGates(), new NarrowLstmGates(), new StarterLstmGates());
    private final List<LstmProducts> allProducts = List.of(
            new WideLstmProducts(), new NarrowLstmProducts(), new StarterLstmProducts());

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "1,3", "2,8", "3,58", "4,17", "5,48", "6,127", "7,66", "8,41", "9,257", "10,1", "11,600",
        "13,132", "14,5"})
    void preActivations(int rows, int count) {
        SplittableRandom random = new SplittableRandom(rows * 1000L + count);
        float[] panel = spread(random, PAD + (2 + count) * WIDTH, 1f);
        float[] read = spread(random, PAD + rows * (count + 3), 2f);

        assertSame(rows * WIDTH + 2 * PAD, random, (products, gates) -> products.preActivations(
                rows, panel, PAD, (2 + count) * UNITS, count, read, PAD, count + 3, gates, PAD));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "1,1", "2,3", "3,8", "4,16", "5,31", "6,64", "7,65", "9,600", "1,127"})
    void accumulate(int rows, int count) {
        SplittableRandom random = new SplittableRandom(rows * 1000L + count);
        float[] a = spread(random, PAD + rows * (count + 3), 2f);
        float[] panel = spread(random, PAD + count * WIDTH, 1f);
        int sumsStride = 2 * WIDTH;

        assertSame(rows * sumsStride + 2 * PAD, random, (products, sums) -> products.accumulate(
                rows, count, a, PAD, count + 3, panel, PAD, count * UNITS, sums, PAD, sumsStride));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "2,1", "3,2", "4,3", "5,4", "6,2", "9,1", "14,2"})
    void accumulateThroughWeights(int rows, int blocks) {
        SplittableRandom random = new SplittableRandom(rows * 1000L + blocks);
        int blockStride = rows * WIDTH + 11;
        float[] gradients = spread(random, PAD + blocks * blockStride, 1f);
        float[] panel = spread(random, PAD + blocks * WIDTH * WIDTH, 1f);
        int outStride = WIDTH + 4;

        assertSame(rows * outStride + 2 * PAD, random, (products, out) -> products.accumulateThroughWeights(
                rows, blocks, gradients, PAD, blockStride, panel, PAD, blocks * WIDTH * UNITS, out, PAD, outStride));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "2,15", "3,14", "4,128", "5,12", "6,4", "50,64", "7,0", "8,9", "9,8", "10,3", "11,5",
        "12,14"})
    void accumulateWeightGradient(int columns, int rows) {
        SplittableRandom random = new SplittableRandom(columns * 1000L + rows);
        int aStride = rows + 2;
        float[] a = spread(random, PAD + columns * aStride, 1f);
        float[] gradients = spread(random, PAD + rows * WIDTH, 1f);

        assertSame(columns * WIDTH + 2 * PAD, random,
                (products, out) -> products.accumulateWeightGradient(columns, rows, a, PAD, aStride, gradients, PAD,
                        rows * UNITS,
                        out, PAD, new float[WIDTH]));
    }

    /// As plain loops do it, as a widened panel gives it: the same.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64, 131})
    void compressedWeights(int count) {
        SplittableRandom random = new SplittableRandom(count);
        int quarter = count * UNITS;
        float[] panel = spread(random, 4 * quarter, 1f);
        float[] a = spread(random, PAD + count, 2f);
        float[] before = spread(random, PAD + WIDTH, 1f);
        int[] pairs = new int[PAD + 2 * quarter];
        int[] fours = new int[PAD + quarter];
        CompressedPanels.packBfloat16(count, panel, 0, quarter, pairs, PAD);
        CompressedPanels.packInt8(count, panel, 0, quarter, fours, PAD, new float[WIDTH], 0);

        float[] wide = new float[4 * quarter];
        CompressedPanels.widenBfloat16(count, pairs, PAD, quarter, wide, 0, quarter);
        float[] expected = before.clone();
        specification.products().accumulate(1, count, a, PAD, 0, wide, 0, quarter, expected, PAD, 0);
        for (LstmKernels kernels : List.of(specification, vector)) {
            float[] actual = before.clone();
            kernels.compressed().accumulateBfloat16(count, a, PAD, pairs, PAD, quarter, actual, PAD);
            assertThat(actual).as(kernels.name()).isEqualTo(expected);
        }
        CompressedPanels.widenInt8(count, fours, PAD, wide, 0, quarter);
        expected = before.clone();
        specification.products().accumulate(1, count, a, PAD, 0, wide, 0, quarter, expected, PAD, 0);
        for (LstmKernels kernels : List.of(specification, vector)) {
            float[] actual = before.clone();
            kernels.compressed().accumulateInt8(count, a, PAD, fours, PAD, actual, PAD);
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
        float[] awkward = {
            Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, 1e-40f, -1e-40f, 87f, -87f, 88.7f,
            1e30f,
            -1e30f, 9.02f, -9.02f, 0.3466f, Float.MIN_NORMAL};
        float[] expected = new float[WIDTH];
        for (int gate = 0; gate < 4; gate++) {
            System.arraycopy(awkward, 0, expected, gate * UNITS, UNITS);
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
        float[] hiddenGradient = spread(random, rows * 20, 1f);
        float[] cellGradient = spread(random, rows * UNITS, 1f);
        gates.backward(rows, preActivations, 0, before, 0, tanh, 0, hiddenGradient, 0, 20, cellGradient, 0);
        return new float[][]{activated, tanh, hidden, preActivations, cellGradient};
    }

    private static void forward(
            LstmGates gates, int rows, float[] preActivations, float[] before, float[] tanh, float[] hidden) {
        int hiddenStride = rows == 0 ? 0 : hidden.length / rows;
        gates.forward(rows, preActivations, 0, before, 0, new float[rows * UNITS], 0, tanh, 0, hidden, 0, hiddenStride);
    }

    private static float[] spread(SplittableRandom random, int length, float width) {
        float[] values = new float[length];
        for (int index = 0; index < length; index++) {
            values[index] = (float) (2 * random.nextDouble() - 1) * width;
        }
        return values;
    }
}
