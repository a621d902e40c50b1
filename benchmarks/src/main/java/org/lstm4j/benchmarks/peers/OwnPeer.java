package org.lstm4j.benchmarks.peers;

import java.util.Locale;
import org.lstm4j.benchmarks.Allocation;
import org.lstm4j.benchmarks.Implementation;
import org.lstm4j.benchmarks.protocol.ChapterData;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Measured;
import org.lstm4j.benchmarks.protocol.Peer;
import org.lstm4j.benchmarks.protocol.PeerProcess;
import org.lstm4j.benchmarks.protocol.Training;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;

/// The process that measures lstm4j, by its public API and with the kernels that it would choose.
public final class OwnPeer implements Peer {

    /// The property that names the format of the weights for inference, as in [WeightFormat]; float32 without it.
    static final String WEIGHTS = "lstm4j.bench.weights";

    private static final long SEED = 42;
    /// Outputs of the workloads' networks are within ±0.5; bfloat16 moves them by less than this.
    private static final double BFLOAT16_TOLERANCE = 5e-3;

    private final WeightFormat format;
    private int threads = 1;

    OwnPeer(WeightFormat format) {
        this.format = format;
    }

    public static void main(String[] arguments) {
        String format = System.getProperty(WEIGHTS, WeightFormat.FLOAT32.name());
        PeerProcess.run(new OwnPeer(WeightFormat.valueOf(format)), arguments);
    }

    @Override
    public String version() {
        String weights = format == WeightFormat.FLOAT32 ? "" : "; weights " + format.name().toLowerCase(Locale.ROOT);
        return "kernels " + implementation().kernels().name() + "; Java " + Runtime.version().feature() + weights;
    }

    @Override
    public double outputTolerance() {
        return format == WeightFormat.FLOAT32 ? Peer.super.outputTolerance() : BFLOAT16_TOLERANCE;
    }

    private static Implementation implementation() {
        return Implementation.available().getFirst();
    }

    @Override
    public void useThreads(int count) {
        threads = count;
    }

    private Compute compute() {
        return new Compute(implementation().kernels(), new WorkerPool(threads));
    }

    @Override
    public Training training(Workload workload, Weights weights, int batch) {
        return new OwnTraining(OwnNetwork.of(workload, weights), batch, compute());
    }

    @Override
    public Inference inference(Workload workload, Weights weights, int sequences) {
        return new OwnInference(OwnNetwork.of(workload, weights), format, sequences, compute());
    }

    @Override
    public Inference streaming(Workload workload, Weights weights) {
        return new OwnStreaming(OwnNetwork.of(workload, weights), format, compute());
    }

    @Override
    public boolean settled(Measured call) {
        return Allocation.allocatesNothing(call);
    }

    /// As a user writes it: [Model#fit], which begins on the plain kernels until the others are compiled.
    @Override
    public double chapter(ChapterData data) {
        Sequential network = Sequential.input(Shape.sequence(ChapterData.STEPS, 1))
                .add(new LstmSpec(50))
                .add(new DenseSpec(1))
                .build(SEED);
        try (Compute compute = Compute.withThreads(threads)) {
            Model model = Model.compile(network, new Adam(0.001), new MeanSquaredError(), compute);
            model.fit(inputs(data.trainInputs()), targets(data.trainTargets()),
                    FitOptions.epochs(ChapterData.EPOCHS).withBatchSize(ChapterData.BATCH));
            return model.evaluate(inputs(data.testInputs()), targets(data.testTargets()));
        }
    }

    private static Tensor inputs(float[] numbers) {
        return Tensor.of(Shape.sequence(ChapterData.STEPS, 1).withBatch(numbers.length / ChapterData.STEPS), numbers);
    }

    private static Tensor targets(float[] sums) {
        return Tensor.of(Shape.of(new Axis("outputs", 1)).withBatch(sums.length), sums);
    }
}
