package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.inference.Predictor;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.segment.SegmentSamples;
import org.lstm4j.nn.segment.SegmentWindow;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;

/// The segment LSTM alone in a network, through training and a file.
class SegmentLstmFileTest {

    private static final int SAMPLES = 96;
    private static final SegmentWindow WAVE = new SegmentWindow(24, 12, 6);

    @TempDir
    Path folder;

    @Test
    void comesBackFromAFileWithAllItsParts() {
        Sequential network = SegmentSamples.network(new SegmentLstmSpec(SegmentSamples.RICH, 6).withLayers(2)
                .withDropout(0.1f).withOutputs(2));
        Sequential loaded = throughFile(network);
        assertThat(NetworkSpec.of(loaded)).isEqualTo(NetworkSpec.of(network));
        Tensor inputs = SegmentSamples.inputs(SegmentSamples.RICH, 5);
        assertThat(Predictor.of(loaded).predict(inputs).data()).isEqualTo(Predictor.of(network).predict(inputs).data());
    }

    /// Waves of a period of eleven steps, which no segment of six repeats: from any phase the next twelve steps.
    @Test
    void learnsAWave() {
        SegmentLstmSpec spec = new SegmentLstmSpec(WAVE, 16).withInitialization(Initialization.PYTORCH);
        Sequential network = Sequential.input(WAVE.sample()).add(spec).build(3);
        Model model = Model.compile(network, new Adam(0.01), new MeanSquaredError(),
                new Compute(LstmKernels.scalar(), new WorkerPool(1)));
        Tensor inputs = Tensor.zeros(WAVE.sample().withBatch(SAMPLES));
        Tensor targets = Tensor.zeros(Shape.of(new Axis("outputs", WAVE.horizon())).withBatch(SAMPLES));
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int step = 0; step < WAVE.steps(); step++) {
                float value = (float) StrictMath.sin(2 * Math.PI * (sample + step) / 11);
                if (step < WAVE.lookback()) {
                    inputs.set(value, sample, step, 0);
                } else {
                    targets.set(value, sample, step - WAVE.lookback());
                }
            }
        }
        double before = model.evaluate(inputs, targets); // the variance of a sine is 0.5
        model.fit(inputs, targets, FitOptions.epochs(30).withBatchSize(16));
        assertThat(model.evaluate(inputs, targets)).isLessThan(0.01).isLessThan(before / 20);
        assertThat(Predictor.of(throughFile(network)).predict(inputs).data())
                .isEqualTo(model.predict(inputs).data());
    }

    private Sequential throughFile(Sequential network) {
        Path file = folder.resolve("segment.lstm4j");
        ModelFile.of(network).write(file);
        return ModelFile.read(file).network();
    }
}
