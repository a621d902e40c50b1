package planted.org.lstm4j.forecast;

/// Offends on purpose: the end belongs to the program.
@SuppressWarnings("SystemExitOutsideMain")
public final class Exits {

    void now() {
        System.exit(1);
    }

    void atOnce() {
        Runtime.getRuntime().halt(1);
    }

    void later(Thread last) {
        Runtime.getRuntime().addShutdownHook(last);
    }
}
