package org.lstm4j.peers.libtorch;

import java.util.Locale;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/// What OpenBLAS makes of the machine: a product of two square matrices.
public final class Sgemm {

    private static final int SIZE = 1024;
    private static final int WARM_UP = 3;
    private static final int RUNS = 9;

    private Sgemm() {}

    /// Prints GFLOP/s, the best of a few runs.
    ///
    /// @param arguments the number of threads
    public static void main(String[] arguments) {
        openblas.blas_set_num_threads(Integer.parseInt(arguments[0]));
        try (FloatPointer a = filled(); FloatPointer b = filled(); FloatPointer c = filled()) {
            double best = 0;
            for (int run = -WARM_UP; run < RUNS; run++) {
                long start = System.nanoTime();
                openblas.cblas_sgemm(openblas.CblasRowMajor, openblas.CblasNoTrans, openblas.CblasNoTrans, SIZE, SIZE,
                        SIZE, 1f, a, SIZE, b, SIZE, 0f, c, SIZE);
                double gigaflops = 2.0 * SIZE * SIZE * SIZE / (System.nanoTime() - start);
                best = run < 0 ? 0 : Math.max(best, gigaflops);
            }
            System.out.println(String.format(Locale.ROOT, "%.1f", best));
        }
    }

    private static FloatPointer filled() {
        float[] data = new float[SIZE * SIZE];
        for (int index = 0; index < data.length; index++) {
            data[index] = index % 7 / 7f;
        }
        return new FloatPointer(data);
    }
}
