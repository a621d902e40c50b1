package org.lstm4j.benchmarks.profile;

import java.io.PrintStream;
import java.util.Locale;
import org.lstm4j.benchmarks.Allocation;
import org.lstm4j.benchmarks.Implementation;
import org.lstm4j.benchmarks.Inputs;
import org.lstm4j.benchmarks.Networks;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.PredictorPass;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// `lstm4j bench --profile`: a table for each workload of where the time of a step goes, on one thread.
///
/// The kernels keep time themselves ([TimedKernels]); what forward and backward take beyond their kernels is packing weights,
/// laying out hidden states and copying.
public final class Profile {

    private static final double NANOSECONDS = 1e9;
    private static final int LARGE_BATCH = 64;
    /// How many times as long as measuring the warm-up may take.
    private static final int MOST_WARM_UP = 20;

    private final PhaseTimes times = new PhaseTimes();
    private final double seconds;

    /// @param seconds how long to measure a workload, after a warm-up of at least that length
    public Profile(double seconds) {
        this.seconds = seconds;
    }

    /// Whether a mode can be told apart by phases: those that are measured inside a JVM, but for single steps.
    public static boolean suits(Mode mode) {
        return mode == Mode.TRAIN_STEP || mode == Mode.INF1 || mode == Mode.INF64;
    }

    /// Measures one workload and prints its table.
    public void print(Workload workload, Mode mode, PrintStream out) {
        Implementation implementation = Implementation.available().getFirst();
        Compute compute = new Compute(TimedKernels.of(implementation.kernels(), times), new WorkerPool(1));
        Runnable step = mode == Mode.TRAIN_STEP
                ? training(workload, compute)
                : inference(workload, mode == Mode.INF1 ? 1 : LARGE_BATCH, compute);
        warmUp(step);
        times.clear();
        double before = Implementation.ceiling();
        long steps = run(step);
        double ceiling = (before + Implementation.ceiling()) / 2;
        int sequences = mode == Mode.TRAIN_STEP ? workload.batch() : mode == Mode.INF1 ? 1 : LARGE_BATCH;
        out.print(table(workload, mode, times, steps, workload.forwardWork(sequences), ceiling));
        out.println();
    }

    /// Until a step allocates nothing any more: before the kernels are compiled every vector is an object.
    private void warmUp(Runnable step) {
        long start = System.nanoTime();
        do {
            run(step);
        } while (!Allocation.allocatesNothing(() -> {
            step.run();
            return 0;
        }) && System.nanoTime() - start < MOST_WARM_UP * seconds * NANOSECONDS);
    }

    private long run(Runnable step) {
        long start = System.nanoTime();
        long steps = 0;
        while (steps == 0 || System.nanoTime() - start < seconds * NANOSECONDS) {
            step.run();
            steps++;
        }
        return steps;
    }

    private Runnable training(Workload workload, Compute compute) {
        Sequential network = Networks.of(workload);
        Shape batch = network.inputShape().withBatch(workload.batch());
        Tensor inputs = Inputs.random(batch);
        Tensor targets = Inputs.random(network.outputShape().withBatch(workload.batch()));
        SequentialPass pass = network.newPass(batch, PassMode.TRAINING_ON_DATA, compute);
        Tensor lossGradient = Tensor.zeros(pass.outputShape());
        MeanSquaredError loss = new MeanSquaredError();
        Optimizer adam = new Adam(0.001).create(network.parameters());
        return () -> {
            long forward = System.nanoTime();
            long kernels = inKernels();
            Tensor prediction = pass.forward(inputs);
            long losing = System.nanoTime();
            times.add(Phase.REST_OF_FORWARD, losing - forward - (inKernels() - kernels));
            loss.value(prediction, targets);
            loss.gradient(prediction, targets, lossGradient);
            adam.zeroGradients();
            long backward = System.nanoTime();
            times.add(Phase.LOSS, backward - losing);
            kernels = inKernels();
            pass.backward(lossGradient);
            long update = System.nanoTime();
            times.add(Phase.REST_OF_BACKWARD, update - backward - (inKernels() - kernels));
            adam.step();
            times.end(Phase.OPTIMIZER, update);
        };
    }

    private Runnable inference(Workload workload, int sequences, Compute compute) {
        Predictor predictor = Predictor.of(Networks.of(workload), WeightFormat.FLOAT32, compute);
        Tensor inputs = Inputs.random(predictor.inputShape().withBatch(sequences));
        PredictorPass pass = predictor.newPass(inputs.shape());
        return () -> {
            long start = System.nanoTime();
            long kernels = inKernels();
            pass.forward(inputs);
            times.add(Phase.REST_OF_FORWARD, System.nanoTime() - start - (inKernels() - kernels));
        };
    }

    private long inKernels() {
        return times.nanoseconds(Phase.PRE_ACTIVATIONS) + times.nanoseconds(Phase.GATES)
                + times.nanoseconds(Phase.THROUGH_WEIGHTS) + times.nanoseconds(Phase.GATE_GRADIENTS)
                + times.nanoseconds(Phase.WEIGHT_GRADIENT);
    }

    /// @param work nominal floating-point operations of one forward
    /// @param ceiling GFLOP/s of one core; NaN when it is not known
    static String table(
            Workload workload, Mode mode, PhaseTimes times, long steps, double work, double ceiling) {
        double stepNanoseconds = (double) times.total() / steps;
        double stepWork = mode == Mode.TRAIN_STEP ? 3 * work : work;
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
                "%s %s: %.4f ms, %.1f GFLOP/s, %.2f of the ceiling of %.1f%n", workload.name(), mode.label(),
                stepNanoseconds / 1e6, stepWork / stepNanoseconds, stepWork / stepNanoseconds / ceiling, ceiling));
        table.append(String.format(Locale.ROOT, "  %-32s %12s %7s %9s %10s %9s%n", "phase", "ms a step", "share",
                "GFLOP/s", "of ceiling", "calls"));
        for (Phase phase : Phase.values()) {
            if (times.calls(phase) > 0) {
                table.append(row(phase, times, steps, work, ceiling));
            }
        }
        return table.toString();
    }

    private static String row(Phase phase, PhaseTimes times, long steps, double work, double ceiling) {
        double nanoseconds = (double) times.nanoseconds(phase) / steps;
        double share = 100.0 * times.nanoseconds(phase) / times.total();
        double pace = work / nanoseconds;
        String gigaflops = phase.isProduct() ? String.format(Locale.ROOT, "%.1f", pace) : "-";
        String ofCeiling = phase.isProduct() ? String.format(Locale.ROOT, "%.2f", pace / ceiling) : "-";
        return String.format(Locale.ROOT, "  %-32s %12.4f %6.1f%% %9s %10s %9d%n", phase.label(), nanoseconds / 1e6,
                share, gigaflops, ofCeiling, times.calls(phase) / steps);
    }
}
