package planted.org.lstm4j.model;

import java.io.IOException;

/// Offends on purpose: a library starts no programs.
public final class StartsProcesses {

    Process start(String program) throws IOException {
        return new ProcessBuilder(program).start();
    }

    Process exec(String[] program) throws IOException {
        return Runtime.getRuntime().exec(program);
    }
}
