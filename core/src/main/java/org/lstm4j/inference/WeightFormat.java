package org.lstm4j.inference;

import org.lstm4j.nn.recurrent.LstmWeights;

/// How a [Predictor] keeps the weights of LSTM layers. What is not an LSTM's weight stays float32, and so does all arithmetic.
///
/// The errors of single weights hold for any network. How far answers move depends on the network and its inputs; stated is the
/// largest move in standard deviations of the answers, over single LSTM layers of 50 to 256 units with initial weights and 10
/// to 96 steps of uniform inputs (`WeightFormatTest`). Compare a trained network's own answers before relying on it.
///
/// | format | a weight is off by at most | answers moved by |
/// |---|---|---|
/// | FLOAT32 | 0 | 0 |
/// | BFLOAT16 | 2⁻⁸ of itself | 0.92 % at most seen, 2 % allowed |
/// | INT8 | 1/254 of the largest weight into the same gate of the same unit | 2.8 % at most seen, 5 % allowed |
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
