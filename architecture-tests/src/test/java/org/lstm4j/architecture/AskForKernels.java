package org.lstm4j.architecture;

import org.lstm4j.ConfigurationException;
import org.lstm4j.compute.Compute;

/// A program that uses the library twice and says which kernels it got, or why none.
final class AskForKernels {

    private AskForKernels() {}

    public static void main(String[] arguments) {
        say(Compute::shared);
        say(() -> Compute.withThreads(1));
    }

    private static void say(java.util.function.Supplier<Compute> compute) {
        try {
            IO.println(compute.get().kernels().name());
        } catch (ConfigurationException e) {
            IO.println(e.getMessage());
        }
    }
}
