package org.lstm4j.nn.recurrent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Parameter;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// A long short-term memory layer.
///
/// ```
/// i, f, o = σ(W x_t + U h_{t−1} + b)        g = tanh(W x_t + U h_{t−1} + b)       (each with its own rows of W, U, b)
/// c_t = f·c_{t−1} + i·g                     h_t = o·tanh(c_t)
/// ```
///
/// Source: Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000. [LstmSpec] has what it can do beyond this.
public final class Lstm extends RecurrentLayer {

    private final LstmSpec spec;
    private final LstmWeights weights;

    Lstm(String name, LstmSpec spec, Shape inputShape, LstmWeights weights, RandomStream random) {
        super(name, inputShape, random);
        this.spec = spec;
        this.weights = weights;
    }

    @Override
    public LstmSpec spec() {
        return spec;
    }

    public LstmWeights weights() {
        return weights;
    }

    @Override
    public List<Parameter> parameters() {
        return weights.list();
    }

    /// Whether it computes what the plain cell does, in inference: then it can be packed once for all callers.
    public boolean isPlainInInference() {
        return spec.cell().hasPlainGates() && weights.projection() == null && !spec.noise().zonesOut()
                && !spec.sequence().goBackwards();
    }

    @Override
    boolean looksAtWholeRows() {
        return spec.cell().layerNormalization();
    }

    @Override
    public List<CellSignal> gates() {
        return List.of(CellSignal.INPUT_GATE, CellSignal.FORGET_GATE, CellSignal.CANDIDATE, CellSignal.OUTPUT_GATE);
    }

    @Override
    CellRun newCell(Compute compute, RecurrentBuffers buffers, boolean training) {
        LstmNormalizationWeights normalization = weights.normalization();
        if (normalization != null) {
            return new NormalizedLstmCell(
                    weights, normalization, spec.cell(), compute.kernels(), buffers, training);
        }
        return spec.cell().hasPlainGates()
                ? new PlainLstmCell(weights, compute.kernels())
                : new VariantLstmCell(weights, spec.cell(), new ActivationLoops(compute.kernels().activations()));
    }

    @Override
    @Nullable
    Parameter projection() {
        return weights.projection();
    }
}
