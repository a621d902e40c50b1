package org.lstm4j.benchmarks.options;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.TrainingStep;

/// `lstm4j bench --options`: how many times as long as the plain LSTM layer each option of recurrent layers takes, to train a batch
/// and to run it forward.
///
/// All take turns in one JVM, so that a disturbance of the machine meets them all; medians of the turns' ratios to the plain
/// layer's time in the same turn.
public final class OptionCosts {

    /// Until kernels are compiled and inlined into every pass.
    private static final int WARM_UP_TURNS = 4;

    private final int turns;

    /// @param turns measured, of every option
    public OptionCosts(int turns) {
        this.turns = turns;
    }

    /// Measures on one thread and prints a table.
    public void print(Workload workload, PrintStream out) {
        List<LayerOption> options = LayerOption.of(workload);
        try (Compute compute = Compute.withThreads(1)) {
            List<Runnable> trainings = new ArrayList<>();
            List<Runnable> forwards = new ArrayList<>();
            for (LayerOption option : options) {
                Tensor inputs = inputs(option, workload);
                trainings.add(training(option, workload, inputs, compute));
                forwards.add(forward(option, workload, inputs, compute));
            }
            double[][] training = measure(trainings);
            double[][] forward = measure(forwards);
            out.printf(Locale.ROOT, "%s, one thread, %d turns, times the plain layer (median)%n%n", workload, turns);
            out.printf(Locale.ROOT, "%-36s %10s %10s %10s%n", "option", "training", "forward", "goal");
            for (int index = 0; index < options.size(); index++) {
                LayerOption option = options.get(index);
                String goal = Double.isNaN(option.allowed())
                        ? ""
                        : String.format(Locale.ROOT, "%.2f", option.allowed());
                out.printf(Locale.ROOT, "%-36s %10.2f %10.2f %10s%n", option.name(), ratio(training, index),
                        ratio(forward, index), goal);
            }
            out.printf(Locale.ROOT, "%nplain: training %.1f ms, forward %.1f ms (median)%n",
                    1e3 * median(training[0]), 1e3 * median(forward[0]));
        }
    }

    private static Runnable training(LayerOption option, Workload workload, Tensor inputs, Compute compute) {
        Sequential network = option.network(workload);
        Shape batch = network.inputShape().withBatch(workload.batch());
        TrainingStep step = new TrainingStep(network, batch, new MeanSquaredError(),
                new Adam(1e-4).create(network.parameters()), Double.POSITIVE_INFINITY, compute);
        Tensor targets = Tensor.zeros(network.outputShape().withBatch(workload.batch()));
        return () -> step.run(inputs, targets);
    }

    private static Runnable forward(LayerOption option, Workload workload, Tensor inputs, Compute compute) {
        Sequential network = option.network(workload);
        SequentialPass pass = network.newPass(inputs.shape(), PassMode.INFERENCE, compute);
        return () -> pass.forward(inputs);
    }

    /// Uniform numbers; padding is 0.
    private static Tensor inputs(LayerOption option, Workload workload) {
        Tensor inputs = Tensor.zeros(Shape.sequence(workload.steps(), workload.features()).withBatch(workload.batch()));
        RandomStream random = new RandomStreams(1).stream("inputs");
        int ofStep = workload.features();
        int ofRow = workload.steps() * ofStep;
        for (int row = 0; row < workload.batch(); row++) {
            int length = option.padded() ? 1 + row * workload.steps() / workload.batch() : workload.steps();
            for (int index = 0; index < length * ofStep; index++) {
                inputs.data()[row * ofRow + index] = random.nextFloat() - 0.5f;
            }
        }
        return inputs;
    }

    /// Seconds, [options][turns].
    private double[][] measure(List<Runnable> runs) {
        double[][] seconds = new double[runs.size()][turns];
        for (int turn = -WARM_UP_TURNS; turn < turns; turn++) {
            for (int option = 0; option < runs.size(); option++) {
                long start = System.nanoTime();
                runs.get(option).run();
                if (turn >= 0) {
                    seconds[option][turn] = (System.nanoTime() - start) / 1e9;
                }
            }
        }
        return seconds;
    }

    private static double ratio(double[][] seconds, int option) {
        double[] ratios = new double[seconds[option].length];
        Arrays.setAll(ratios, turn -> seconds[option][turn] / seconds[0][turn]);
        return median(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
