package org.lstm4j.kernels;

/// One complete set of kernels.
///
/// @param name how it is called in logs, benchmarks and `-Dlstm4j.kernels`: `scalar` or `vector`
/// @param description one line for logs: `vector, 16 lanes of 32 bits`
public record LstmKernels(String name, String description, LstmProducts products, LstmGates gates,
        GateActivations activations, CompressedProducts compressed) {

    /// The specification, which is always there.
    public static LstmKernels scalar() {
        return new LstmKernels(
                "scalar", "scalar, plain loops", new ScalarLstmProducts(), new ScalarLstmGates(),
                new ScalarGateActivations(), new ScalarCompressedProducts());
    }
}
