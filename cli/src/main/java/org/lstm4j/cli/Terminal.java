package org.lstm4j.cli;

import java.util.Map;
import java.util.Properties;

/// What stands behind stdout and stderr: a terminal so many columns wide, or not
/// a terminal (0 columns).
///
/// Java cannot ask this for stderr, so the launcher does and passes the answer as
/// system properties. Started without the launcher nothing counts as a terminal,
/// which is always safe.
///
/// @param outColumns width of the terminal on stdout, 0 when stdout is a pipe or a file
/// @param errColumns the same for stderr
/// @param controls whether control characters (colours, going back in the line) are welcome
record Terminal(int outColumns, int errColumns, boolean controls) {

    /// Neither stream is a terminal.
    static final Terminal NONE = new Terminal(0, 0, false);

    static Terminal of(Properties properties, Map<String, String> environment) {
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(columns(properties, "lstm4j.stdout.columns"), columns(properties, "lstm4j.stderr.columns"),
                !plain);
    }

    /// Whether text on stdout may carry control characters.
    boolean controlsOut() {
        return controls && outColumns > 0;
    }

    /// Whether text on stderr may, and a line there be drawn again.
    boolean controlsErr() {
        return controls && errColumns > 0;
    }

    private static int columns(Properties properties, String name) {
        try {
            return Math.max(0, Integer.parseInt(properties.getProperty(name, "0")));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
