package org.lstm4j.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;

/// The process through which the launcher leads stderr, to keep the JVM's own
/// notice about incubator modules from the reader.
///
/// The filter outlives the JVM by a moment, so the last message could appear
/// after the shell's next prompt, or after a script has read the log. Therefore
/// the JVM, before it ends, closes stderr and waits until the filter has written
/// everything: the launcher leaves a file descriptor at which the filter's end
/// can be seen.
final class LauncherFilter {

    /// The system property with the path of that descriptor.
    private static final String PROPERTY = "lstm4j.stderr.end";

    /// A reader of stderr who does not read must not keep the process from ending.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private LauncherFilter() {}

    /// Closes stderr and waits until all that was written to it has arrived;
    /// returns at once where there is no filter.
    static void drain() {
        String end = System.getProperty(PROPERTY);
        if (end == null) {
            return;
        }
        Thread reader = Thread.ofPlatform().daemon().name("stderr-end").start(() -> awaitEnd(end));
        try {
            reader.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(String path) {
        try (var end = new FileInputStream(path)) {
            new FileOutputStream(FileDescriptor.err).close();
            end.read();
        } catch (IOException _) {
            // nobody is left to tell
        }
    }
}
