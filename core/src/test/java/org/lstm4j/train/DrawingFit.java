package org.lstm4j.train;

import java.util.List;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.SequenceOptions;
import org.lstm4j.optim.OptimizerSpec;

/// A model whose network draws in all the ways there are, for tests of runs that go on.
public final class DrawingFit {

    /// Training samples: 50 in batches of 16, so that the last one is smaller.
    public static final Samples SAMPLES = samples();

    private DrawingFit() {}

    /// Built anew.
    ///
    /// @param seed of initial weights and dropout
    public static Model model(OptimizerSpec optimizer, long seed) {
        LstmSpec inner = new LstmSpec(3).withSequence(SequenceOptions.LAST_STEP.withReturnSequences(true))
                .withRecurrentDropout(0.2f).withInputDropout(0.1f);
        Sequential network = Sequential.input(SAMPLES.inputShape())
                .add(new GaussianNoiseSpec(0.02f))
                .add(new BidirectionalSpec(inner))
                .add(new SpatialDropoutSpec(0.2f))
                .add(new ResidualSpec(List.of(new DropoutSpec(0.2f)), false))
                .add(new LstmSpec(4).withSequence(SequenceOptions.LAST_STEP.withReturnSequences(true))
                        .withZoneout(0.1f, 0.1f))
                .add(new GruSpec(4).withNoise(RecurrentNoise.NONE.withRecurrentDropout(0.2f)))
                .add(new DropoutSpec(0.1f))
                .add(new DenseSpec(1))
                .build(seed);
        return Model.compile(network, optimizer, new MeanSquaredError());
    }

    /// Up to an epoch.
    public static FitOptions epochs(int last) {
        return FitOptions.epochs(last).withBatchSize(16).withClipNorm(1)
                .withSchedule((step, initial) -> initial / (1 + 0.1 * step));
    }

    public static String hash(Model model) {
        return WeightsHash.sha256(model.network().parameters());
    }

    private static Samples samples() {
        SequenceSums sums = SequenceSums.draw(50, 4, 0, 3);
        return Samples.of(sums.trainInputs(), sums.trainTargets());
    }
}
