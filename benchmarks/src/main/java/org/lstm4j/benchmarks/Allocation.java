package org.lstm4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.lstm4j.benchmarks.protocol.Measured;

/// How many bytes a call allocates on the calling thread and on the workers of the pool.
public final class Allocation {

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final double MOST_SECONDS = 1;

    private Allocation() {}

    /// Whether a call allocates nothing any more: vector kernels box every vector until they are compiled, which a busy machine
    /// may put off.
    public static boolean allocatesNothing(Measured measured) {
        return medianBytes(measured, 1) == 0;
    }

    /// The median over that many calls, or as many as fit into a second.
    static long medianBytes(Measured measured, int most) {
        long[] threads = computingThreads();
        long[] bytes = new long[most];
        int count = 0;
        long start = System.nanoTime();
        while (count < most && (count == 0 || System.nanoTime() - start < MOST_SECONDS * 1e9)) {
            long before = allocated(threads);
            measured.run();
            bytes[count++] = allocated(threads) - before;
        }
        Arrays.sort(bytes, 0, count);
        return bytes[count / 2];
    }

    private static long[] computingThreads() {
        Thread caller = Thread.currentThread();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread == caller || thread.getName().startsWith("lstm4j-worker-"))
                .mapToLong(Thread::threadId)
                .toArray();
    }

    private static long allocated(long[] threads) {
        long sum = 0;
        for (long thread : threads) {
            sum += THREADS.getThreadAllocatedBytes(thread);
        }
        return sum;
    }
}
