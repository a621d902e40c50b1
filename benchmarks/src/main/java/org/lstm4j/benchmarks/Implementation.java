package org.lstm4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.vector.FmaCeiling;
import org.lstm4j.kernels.vector.VectorKernelProvider;

/// A set of kernels under its name in the CSV lines.
///
/// @param name `lstm4j` with the vector kernels, `lstm4j-scalar` with the specification's plain loops
/// @param kernels what it computes with
public record Implementation(String name, LstmKernels kernels) {

    static final String SCALAR = "lstm4j-scalar";

    /// Those that work in this JVM; the vector kernels need the incubating module.
    public static List<Implementation> available() {
        List<Implementation> all = new ArrayList<>();
        VectorKernelProvider vector = new VectorKernelProvider();
        if (vector.missing().isEmpty()) {
            all.add(new Implementation("lstm4j", vector.create()));
        }
        all.add(new Implementation(SCALAR, LstmKernels.scalar()));
        return all;
    }

    public static boolean vectorModulePresent() {
        return new VectorKernelProvider().missing().isEmpty();
    }

    /// What one core of this machine can do at most, in GFLOP/s; NaN where the module that could measure it is missing.
    public static double ceiling() {
        return vectorModulePresent() ? FmaCeiling.gigaflops() : Double.NaN;
    }

    /// Whether this is the plain-loops row.
    boolean scalar() {
        return name.equals(SCALAR);
    }
}
