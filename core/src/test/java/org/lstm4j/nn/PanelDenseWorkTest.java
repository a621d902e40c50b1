package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The products through panels are those of plain loops, byte for byte.
class PanelDenseWorkTest {

    private static final Compute ONE = new Compute(LstmKernels.scalar(), new WorkerPool(1));

    /// Rows about a chunk of 128 and a block of 96, inputs about a tile of 96 with its bias, outputs about pieces and panels.
    @ParameterizedTest
    @CsvSource({"1,1,1", "32,8,8", "5,95,16", "128,96,17", "129,97,64", "97,24,65", "300,191,24", "257,192,130",
        "1024,40,96"})
    void givesTheBytesOfPlainLoops(int rows, int inputs, int outputs) {
        float[][] expected = run(new PlainDenseWork(layer(inputs, outputs), rows, PassMode.TRAINING), rows, inputs,
                outputs);
        Stream.of(ONE, new Compute(LstmKernels.scalar(), new WorkerPool(3)), Compute.withThreads(2))
                .forEach(compute -> {
                    Dense layer = layer(inputs, outputs);
                    DenseWork work = new PanelDenseWork(layer, rows, PassMode.TRAINING, compute);
                    assertThat(run(work, rows, inputs, outputs)).isDeepEqualTo(expected);
                });
    }

    private Dense current = layer(1, 1);

    private Dense layer(int inputs, int outputs) {
        current = new DenseSpec(outputs).build("0", Shape.vector(inputs), new RandomStreams(3));
        fill(current.bias().value(), 1);
        return current;
    }

    /// Two turns, so that gradients add up.
    private float[][] run(DenseWork work, int rows, int inputs, int outputs) {
        float[] x = new float[rows * inputs];
        float[] dy = new float[rows * outputs];
        float[] y = new float[rows * outputs];
        float[] dx = new float[rows * inputs];
        for (int turn = 0; turn < 2; turn++) {
            fill(x, 10 + turn);
            fill(dy, 20 + turn);
            work.forward(x, y);
            work.addWeightGradients(x, dy);
            work.inputGradient(dy, dx);
        }
        return new float[][]{y, dx, current.weights().gradient(), current.bias().gradient()};
    }

    private static void fill(float[] values, long seed) {
        RandomStream random = new RandomStreams(seed).stream("numbers");
        for (int index = 0; index < values.length; index++) {
            values[index] = 2 * random.nextFloat() - 1;
        }
    }

    @Test
    void packsWhereThatPays() {
        assertThat(DenseWork.of(layer(8, 8), 32, PassMode.TRAINING, ONE)).isInstanceOf(PanelDenseWork.class);
        assertThat(DenseWork.of(layer(8, 8), 31, PassMode.TRAINING, ONE)).isInstanceOf(PlainDenseWork.class);
        assertThat(DenseWork.of(layer(50, 1), 256, PassMode.TRAINING, ONE)).isInstanceOf(PlainDenseWork.class);
        assertThat(DenseWork.of(layer(1, 50), 256, PassMode.TRAINING, ONE)).isInstanceOf(PlainDenseWork.class);
    }
}
