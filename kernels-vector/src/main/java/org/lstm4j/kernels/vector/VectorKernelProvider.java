package org.lstm4j.kernels.vector;

import org.lstm4j.kernels.KernelProvider;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.LstmProducts;

/// Offers the Vector API kernels where the JVM was started with the incubating module.
///
/// No class that mentions the Vector API is loaded before [#missing] has said that the module is there.
public final class VectorKernelProvider implements KernelProvider {

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public String missing() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return present ? "" : "start java with --add-modules jdk.incubator.vector";
    }

    @Override
    public LstmKernels create() {
        String description = "vector, " + Species.FLOATS.length() + " lanes of 32 bits";
        return new LstmKernels(name(), description, products(), new VectorLstmGates(),
                new VectorCompressedProducts());
    }

    /// 256 bits mean AVX2, which has 16 registers; AVX-512 and NEON have 32.
    private static LstmProducts products() {
        return Species.FLOATS.equals(NarrowLstmProducts.SPECIES) ? new NarrowLstmProducts() : new WideLstmProducts();
    }
}
