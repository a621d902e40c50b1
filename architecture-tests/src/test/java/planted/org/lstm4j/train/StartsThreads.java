package planted.org.lstm4j.train;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Offends on purpose: work is the pool's, and sums are never split.
public final class StartsThreads {

    Thread own() {
        return new Thread(this::work);
    }

    ExecutorService pool() {
        return Executors.newCachedThreadPool();
    }

    double sum(List<Double> values) {
        return values.parallelStream().mapToDouble(value -> value).sum();
    }

    double sum(double[] values) {
        return Arrays.stream(values).parallel().sum();
    }

    private void work() {}
}
