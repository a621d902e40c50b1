package org.lstm4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A stream of messages that can end in one line which is drawn again and again,
/// such as progress on a terminal.
///
/// Whatever is written while such a line stands removes it first; the next
/// [#show] brings it back below. Only for terminals: it writes control characters
/// as soon as `show` is called.
final class StatusStream extends OutputStream {

    /// To the start of the line, and erase to its end (ECMA-48: CR, CSI K).
    private static final byte[] ERASE = "\r\u001b[K".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream target;
    private boolean standing;
    private boolean ended;

    StatusStream(OutputStream target) {
        this.target = target;
    }

    /// Draws the line in place of the one that stands.
    synchronized void show(String line) {
        if (ended) {
            return;
        }
        try {
            target.write(ERASE);
            target.write(line.getBytes(StandardCharsets.UTF_8));
            target.flush();
            standing = true;
        } catch (IOException _) {
            // messages have no other way to the reader than this one
        }
    }

    /// Leaves the line that stands where it is and goes below it.
    synchronized void keep() {
        if (!standing) {
            return;
        }
        standing = false;
        try {
            target.write('\n');
            target.flush();
        } catch (IOException _) {
            // as above
        }
    }

    /// Leaves the line that stands where it is, and never draws another one.
    synchronized void end() {
        keep();
        ended = true;
    }

    /// Removes the line that stands, to make room for something that comes another
    /// way.
    synchronized void clear() {
        try {
            erase();
            target.flush();
        } catch (IOException _) {
            // as above
        }
    }

    @Override
    public synchronized void write(int value) throws IOException {
        erase();
        target.write(value);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        erase();
        target.write(bytes, offset, length);
    }

    @Override
    public synchronized void flush() throws IOException {
        target.flush();
    }

    private void erase() throws IOException {
        if (standing) {
            standing = false;
            target.write(ERASE);
        }
    }
}
