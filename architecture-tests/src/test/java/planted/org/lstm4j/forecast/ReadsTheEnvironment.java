package planted.org.lstm4j.forecast;

/// Offends on purpose: settings are arguments.
public final class ReadsTheEnvironment {

    String home() {
        return System.getenv("LSTM4J_HOME") + System.getProperty("user.home");
    }

    boolean fast() {
        return Boolean.getBoolean("lstm4j.fast");
    }
}
