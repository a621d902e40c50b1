package org.lstm4j.inference;

import org.lstm4j.nn.LstmWeights;

/// How a [Predictor] keeps the weights of LSTM layers. What is not an LSTM's weight stays float32.
public enum WeightFormat {
    /// As trained, 4 bytes a weight: the network's own results, byte for byte.
    FLOAT32 {
        @Override
        LstmPanels pack(LstmWeights weights) {
            return new Float32Panels(weights);
        }
    },

    /// Rounded to bfloat16, 2 bytes a weight: every weight is off by at most 2⁻⁸ of itself.
    BFLOAT16 {
        @Override
        LstmPanels pack(LstmWeights weights) {
            return Bfloat16Blocks.pack(weights);
        }
    },

    /// Rounded to 8 bits, 1 byte a weight: every weight is off by at most 1/254 of the largest one that goes into the same
    /// gate of the same unit.
    INT8 {
        @Override
        LstmPanels pack(LstmWeights weights) {
            return Int8Blocks.pack(weights);
        }
    };

    /// A packed copy.
    abstract LstmPanels pack(LstmWeights weights);
}
