package planted.org.lstm4j.compute;

/// Offends on purpose: even the kernels are chosen by a property alone.
public final class ReadsTheEnvironment {

    String kernels() {
        return System.getenv("LSTM4J_KERNELS");
    }
}
