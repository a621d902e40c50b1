package org.lstm4j.train;

import org.lstm4j.model.WeightsHash;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.OptimizerSpec;

/// A small network and data that tests of training share: 80 sequences to train on, 20 to validate with.
public record SmallFit(SequenceSums data, Sequential network) {

    public SmallFit() {
        SequenceSums sums = SequenceSums.draw(100, 4, 0.2, 3);
        this(sums, Sequential.input(sums.trainInputs().shape().withoutBatch()).add(new LstmSpec(6))
                .add(new DenseSpec(1)).build(3));
    }

    public Samples training() {
        return Samples.of(data.trainInputs(), data.trainTargets());
    }

    public Samples validation() {
        return Samples.of(data.testInputs(), data.testTargets());
    }

    public Model model() {
        return model(new Adam(0.01));
    }

    public Model model(OptimizerSpec optimizer) {
        return Model.compile(network, optimizer, new MeanSquaredError());
    }

    public String hash() {
        return WeightsHash.sha256(network.parameters());
    }
}
