package org.lstm4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Passes everything on and remembers the first failure, so that it can be told
/// after a PrintStream has swallowed it.
final class RememberingStream extends OutputStream {

    private final OutputStream target;
    private volatile @Nullable IOException failure;

    RememberingStream(OutputStream target) {
        this.target = target;
    }

    /// The first failure, or null.
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[]{(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            }
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }
}
