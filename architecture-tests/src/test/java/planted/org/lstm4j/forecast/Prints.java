package planted.org.lstm4j.forecast;

import java.io.PrintStream;

/// Offends on purpose: the streams belong to the program.
public final class Prints {

    void hello() {
        System.out.println("hello");
        IO.println("hello");
    }

    void fail(Exception e) {
        e.printStackTrace();
    }

    PrintStream errors() {
        return System.err;
    }
}
