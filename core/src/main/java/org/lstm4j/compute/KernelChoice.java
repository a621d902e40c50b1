package org.lstm4j.compute;

import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.kernels.KernelProvider;
import org.lstm4j.kernels.LstmKernels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses the kernels, once per JVM: the vector kernels where they can work, else the scalar ones with a line that says how
/// to get the fast ones. `-Dlstm4j.kernels=scalar` or `vector` forces the choice; a forced choice that cannot work fails.
public final class KernelChoice {

    /// The system property that forces the choice.
    public static final String PROPERTY = "lstm4j.kernels";

    private static final Logger LOG = LoggerFactory.getLogger(KernelChoice.class);
    private static final String VECTOR = "vector";
    private static final String SCALAR = "scalar";

    private KernelChoice() {}

    /// The kernels of this JVM.
    ///
    /// @throws ConfigurationException when the forced kernels are unknown or cannot work here
    public static LstmKernels kernels() {
        return Chosen.OUTCOME.get();
    }

    /// Chooses by the property's value; empty means the best that works.
    static LstmKernels choose(String forced) {
        return switch (forced) {
            case SCALAR -> LstmKernels.scalar();
            case VECTOR -> forcedVector();
            case "" -> best();
            default -> throw new ConfigurationException(new Problem(
                    "no such kernels", "scalar or vector", forced,
                    "set -D" + PROPERTY + " to one of these, or leave it out"));
        };
    }

    private static LstmKernels best() {
        KernelProvider provider = vectorProvider();
        String missing = provider == null ? "put lstm4j-kernels-vector on the class path" : provider.missing();
        if (provider != null && missing.isEmpty()) {
            LstmKernels kernels = provider.create();
            LOG.info("kernels: {}", kernels.description());
            return Allocations.canBeSeen()
                    ? HandOver.whenWarm(LstmKernels.scalar(), provider.createStarter(), kernels)
                    : kernels;
        }
        LOG.warn("kernels: scalar; for several times the speed {}", missing);
        return LstmKernels.scalar();
    }

    private static LstmKernels forcedVector() {
        KernelProvider provider = vectorProvider();
        if (provider == null) {
            throw cannotLoad("lstm4j-kernels-vector is not on the class path",
                    "add it, or use -Dlstm4j.kernels=scalar");
        }
        if (!provider.missing().isEmpty()) {
            throw cannotLoad("the JVM lacks what they need", provider.missing());
        }
        return provider.create();
    }

    private static ConfigurationException cannotLoad(String why, String fix) {
        return new ConfigurationException(Problem.of("the vector kernels were asked for, but " + why, fix));
    }

    private static @Nullable KernelProvider vectorProvider() {
        return ServiceLoader.load(KernelProvider.class, KernelProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(VECTOR))
                .findFirst()
                .orElse(null);
    }

    /// What every call answers. A failure is remembered like a success: thrown while a class is initialised, it would reach
    /// the user wrapped in an error of the JVM.
    private static Supplier<LstmKernels> outcome(String forced) {
        try {
            LstmKernels kernels = choose(forced);
            warnOfSlowArithmetic();
            return () -> kernels;
        } catch (ConfigurationException e) {
            return () -> {
                throw new ConfigurationException(e.problem());
            };
        }
    }

    private static void warnOfSlowArithmetic() {
        if (FusedMultiplyAdd.isInSoftware()) {
            LOG.warn("this JVM computes fused multiply-add in software, thousands of times slower;"
                    + " use a processor that has it, and leave out -XX:-UseFMA and -XX:UseAVX=0");
        }
    }

    /// Initialised on first use, by one thread.
    private static final class Chosen {
        static final Supplier<LstmKernels> OUTCOME = outcome(System.getProperty(PROPERTY, ""));
    }
}
