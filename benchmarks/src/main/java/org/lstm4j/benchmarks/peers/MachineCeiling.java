package org.lstm4j.benchmarks.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lstm4j.benchmarks.Implementation;

/// What the machine can do at this moment; measured before and after a comparison, since a shared one changes its pace.
///
/// Two virtual processors may be halves of one core: then the sum over all threads is that of one.
///
/// @param fmaOne GFLOP/s of fused multiply-adds in registers on one thread; NaN where it cannot be measured
/// @param fmaAll likewise on all processors at once, added up
/// @param sgemmOne GFLOP/s of OpenBLAS' product of two matrices of 1024 × 1024 on one thread; NaN where it is not built
/// @param sgemmAll likewise on all processors
/// @param memoryCopy GB/s of a copy between arrays far larger than any cache
/// @param cacheCopy GB/s of a copy that stays in the last-level cache
/// @param load load average; negative where the system does not say
record MachineCeiling(double fmaOne, double fmaAll, double sgemmOne, double sgemmAll, double memoryCopy,
        double cacheCopy, double load) {

    private static final Path LAST_LEVEL_CACHE = Path.of("/sys/devices/system/cpu/cpu0/cache/index3/size");
    private static final int USUAL_CACHE = 8 << 20;
    private static final int LARGE = 256 << 20;
    private static final double COPY_SECONDS = 0.3;

    /// @param sgemm the command that prints OpenBLAS' GFLOP/s, without the number of threads; empty when it is not built
    static MachineCeiling measure(List<String> sgemm) {
        double load = java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        int processors = Runtime.getRuntime().availableProcessors();
        int large = Runtime.getRuntime().maxMemory() > 4L * LARGE ? LARGE : LARGE / 8;
        return new MachineCeiling(Implementation.ceiling(), onAll(processors), sgemm(sgemm, 1),
                sgemm(sgemm, processors), copy(large), copy(cacheBytes() / 4), load);
    }

    private static double onAll(int processors) {
        try (ExecutorService threads = Executors.newFixedThreadPool(processors)) {
            List<Future<Double>> ceilings = new ArrayList<>();
            for (int thread = 0; thread < processors; thread++) {
                ceilings.add(threads.submit(Implementation::ceiling));
            }
            double sum = 0;
            for (Future<Double> ceiling : ceilings) {
                sum += ceiling.get();
            }
            return sum;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static double sgemm(List<String> command, int threads) {
        if (command.isEmpty()) {
            return Double.NaN;
        }
        List<String> words = new ArrayList<>(command);
        words.add(Integer.toString(threads));
        try {
            Process process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Double.parseDouble(said) : Double.NaN;
        } catch (IOException | NumberFormatException _) {
            return Double.NaN; // a peer that does not run is reported where it is measured
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }

    /// Bytes copied in a second, in GB; each is read and written.
    private static double copy(int bytes) {
        float[] source = new float[bytes / Float.BYTES];
        float[] target = new float[source.length];
        double best = 0;
        long end = System.nanoTime() + (long) (COPY_SECONDS * 1e9);
        int repeats = Math.max(1, (16 << 20) / bytes);
        do {
            long start = System.nanoTime();
            for (int repeat = 0; repeat < repeats; repeat++) {
                System.arraycopy(source, 0, target, 0, source.length);
            }
            best = Math.max(best, (double) bytes * repeats / (System.nanoTime() - start));
        } while (System.nanoTime() < end);
        return best;
    }

    private static int cacheBytes() {
        try {
            String size = Files.readString(LAST_LEVEL_CACHE).strip();
            return size.endsWith("K") ? Integer.parseInt(size.substring(0, size.length() - 1)) * 1024 : USUAL_CACHE;
        } catch (IOException | NumberFormatException _) {
            return USUAL_CACHE; // not Linux, or a cache that nobody describes
        }
    }

    /// On one line.
    String text() {
        return String.format(Locale.ROOT,
                "fma %s GFLOP/s on one thread, %s on all; OpenBLAS sgemm %s, %s; copy %.1f GB/s in memory, %.1f in cache;"
                        + " load %.2f",
                number(fmaOne), number(fmaAll), number(sgemmOne), number(sgemmAll), memoryCopy, cacheCopy, load);
    }

    private static String number(double gigaflops) {
        return Double.isNaN(gigaflops) ? "n/a" : String.format(Locale.ROOT, "%.1f", gigaflops);
    }
}
