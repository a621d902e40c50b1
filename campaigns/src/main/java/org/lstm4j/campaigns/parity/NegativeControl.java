package org.lstm4j.campaigns.parity;

import java.util.Arrays;
import java.util.Optional;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;

/// A mistake of the kind that importers make, made on purpose in a network that was imported rightly: verification must notice it.
enum NegativeControl {
    /// The blocks of f and g are taken for each other.
    SWAPPED_GATES {
        @Override
        boolean plant(Sequential network) {
            Optional<Parameter> found = recurrent(network, 4);
            found.ifPresent(parameter -> {
                int block = parameter.value().length / 4;
                float[] f = Arrays.copyOfRange(parameter.value(), block, 2 * block);
                System.arraycopy(parameter.value(), 2 * block, parameter.value(), block, block);
                System.arraycopy(f, 0, parameter.value(), 2 * block, block);
            });
            return found.isPresent();
        }
    },
    /// A recurrent layer's bias is left out.
    DROPPED_BIAS {
        @Override
        boolean plant(Sequential network) {
            Optional<Parameter> found = network.parameters().stream()
                    .filter(parameter -> parameter.name().contains("bias_l0")).findFirst();
            found.ifPresent(parameter -> Arrays.fill(parameter.value(), 0f));
            return found.isPresent();
        }
    },
    /// Each gate's square of recurrent weights is turned about its diagonal.
    TRANSPOSED_KERNEL {
        @Override
        boolean plant(Sequential network) {
            Optional<Parameter> found = recurrent(network, 4);
            found.ifPresent(parameter -> {
                int units = parameter.shape().last();
                for (int gate = 0; gate < 4; gate++) {
                    transpose(parameter.value(), gate * units * units, units);
                }
            });
            return found.isPresent();
        }
    };

    /// Makes the mistake.
    ///
    /// @return whether the network has what it takes
    abstract boolean plant(Sequential network);

    private static Optional<Parameter> recurrent(Sequential network, int gates) {
        return network.parameters().stream().filter(parameter -> parameter.name().contains("weight_hh")
                && parameter.shape().size(0) == gates * parameter.shape().last()).findFirst();
    }

    private static void transpose(float[] values, int from, int units) {
        for (int row = 0; row < units; row++) {
            for (int column = 0; column < row; column++) {
                int at = from + row * units + column;
                int other = from + column * units + row;
                float kept = values[at];
                values[at] = values[other];
                values[other] = kept;
            }
        }
    }
}
