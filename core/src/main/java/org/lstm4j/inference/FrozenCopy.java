package org.lstm4j.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepUse;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// A layer without a frozen form of its own, restored from its spec with copies of its parameters.
final class FrozenCopy implements FrozenLayer {

    private final Layer copy;

    /// @param place of the layer in its network, as its parameters are named
    /// @throws IllegalArgumentException when the layer's spec asks for a parameter that the layer does not list
    FrozenCopy(String place, Layer layer) {
        Map<String, Parameter> copies = new LinkedHashMap<>();
        for (Parameter parameter : layer.parameters()) {
            copies.put(parameter.name(), copyOf(parameter));
        }
        copy = layer.spec().restore(place, layer.inputShape(), new RandomStreams(0), (name, _) -> {
            Parameter stored = copies.get(name);
            if (stored == null) {
                throw new IllegalArgumentException("layer \"" + layer.name() + "\" restores the parameter '" + name
                        + "', but lists only " + copies.keySet() + "; let parameters() return all of them");
            }
            return stored;
        });
    }

    private static Parameter copyOf(Parameter parameter) {
        Parameter copy = new Parameter(parameter.name(), parameter.shape());
        System.arraycopy(parameter.value(), 0, copy.value(), 0, copy.value().length);
        return copy;
    }

    @Override
    public String name() {
        return copy.name();
    }

    @Override
    public StepUse stepUse() {
        return copy.spec().stepUse();
    }

    @Override
    public Shape outputShape(Shape sample) {
        return copy.outputShape(sample);
    }

    @Override
    public FrozenPass newPass(Shape batchShape, boolean keepsState, Compute compute) {
        LayerPass pass = copy.newPass(batchShape, PassMode.INFERENCE, compute);
        List<RecurrentPass> recurrent = StatefulCopiedPass.recurrentIn(pass);
        if (keepsState && !recurrent.isEmpty()) {
            return new StatefulCopiedPass(pass, recurrent);
        }
        if (pass instanceof RecurrentPass one) {
            one.keepState(false); // calls of a predictor do not depend on each other
        }
        return new CopiedPass(pass);
    }
}
