package org.lstm4j.reference;

import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.vector.VectorKernelProvider;

/// The shipped sets of kernels.
enum ShippedKernels {
    SCALAR, VECTOR;

    /// On the caller's thread alone.
    Compute compute() {
        return compute(1);
    }

    Compute compute(int threads) {
        LstmKernels kernels = switch (this) {
            case SCALAR -> LstmKernels.scalar();
            case VECTOR -> new VectorKernelProvider().create();
        };
        return new Compute(kernels, new WorkerPool(threads));
    }
}
