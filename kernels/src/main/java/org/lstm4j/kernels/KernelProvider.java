package org.lstm4j.kernels;

/// Offers a set of kernels; found by `java.util.ServiceLoader`.
///
/// A provider must load on every machine and every set of JVM flags, and say in [#missing] what it lacks.
public interface KernelProvider {

    /// How it is called: `vector`.
    String name();

    /// What the provider lacks to work here, as an instruction to the user; empty when it is usable.
    String missing();

    /// The kernels. Called only when [#missing] is empty.
    LstmKernels create();

    /// Kernels with the same results that are compiled sooner and run slower: for the first second of a program.
    ///
    /// A call of their products with no rows, or of their gates with no rows, reaches all that is to be compiled and
    /// takes next to no time. Called only when [#missing] is empty.
    LstmKernels createStarter();
}
