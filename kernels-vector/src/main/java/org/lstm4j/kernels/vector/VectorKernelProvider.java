package org.lstm4j.kernels.vector;

import org.lstm4j.kernels.KernelProvider;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.ScalarCompressedProducts;
import org.lstm4j.kernels.ScalarGateActivations;

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
        return new LstmKernels(name(), description, new VectorLstmProducts(), new VectorLstmGates(),
                new VectorGateActivations(), new VectorCompressedProducts());
    }

    @Override
    public LstmKernels createStarter() {
        return new LstmKernels(name(), "vector, little code", new StarterLstmProducts(), new StarterLstmGates(),
                new ScalarGateActivations(), new ScalarCompressedProducts());
    }
}
