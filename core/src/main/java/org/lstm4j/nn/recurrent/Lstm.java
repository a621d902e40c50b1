package org.lstm4j.nn.recurrent;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.tensor.Shape;

/// A long short-term memory layer.
///
/// ```
/// i, f, o = σ(W x_t + U h_{t−1} + b)        g = tanh(W x_t + U h_{t−1} + b)       (each with its own rows of W, U, b)
/// c_t = f·c_{t−1} + i·g                     h_t = o·tanh(c_t)
/// ```
///
/// Source: Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000. In: [batch, steps, features]. Out:
/// [batch, units] of the last step, or [batch, steps, units].
///
/// As in PyTorch, hidden and cell state can be handed in and read out: see [RecurrentPass].
public final class Lstm implements Layer {

    private final String name;
    private final LstmSpec spec;
    private final Shape inputShape;
    private final LstmWeights weights;

    Lstm(String name, LstmSpec spec, Shape inputShape, LstmWeights weights) {
        this.name = name;
        this.spec = spec;
        this.inputShape = inputShape;
        this.weights = weights;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LstmSpec spec() {
        return spec;
    }

    public LstmWeights weights() {
        return weights;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        if (sample.rank() != 2 || sample.last() != weights.inputs()) {
            throw new IllegalArgumentException("layer \"" + name + "\" was built for [steps, features "
                    + weights.inputs()
                    + "], but the input has " + sample + "; re-create the windows with the columns used in training");
        }
        return spec.outputShape(sample);
    }

    @Override
    public List<Parameter> parameters() {
        return weights.list();
    }

    @Override
    public RecurrentPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        Shape output = outputShape(batchShape.withoutBatch()).withBatch(batchShape.size(0));
        return new RecurrentPass(this, batchShape, output, mode, compute);
    }
}
