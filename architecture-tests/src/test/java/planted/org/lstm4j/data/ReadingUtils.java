package planted.org.lstm4j.data;

/// Offends on purpose: an empty name, and state that all callers share.
public final class ReadingUtils {

    static int reads;

    void count() {
        reads++;
    }
}
