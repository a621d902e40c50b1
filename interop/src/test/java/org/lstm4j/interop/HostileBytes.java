package org.lstm4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Consumer;
import org.lstm4j.Lstm4jException;
import org.lstm4j.model.ByteSource;

/// Hands damaged files to a reader, which must read them or refuse them by an error of ours.
public final class HostileBytes {

    private HostileBytes() {}

    /// Every length that a file can be cut to.
    public static void truncations(byte[] file, Consumer<ByteSource> reader) {
        for (int length = 0; length < file.length; length++) {
            read(Arrays.copyOf(file, length), reader, "cut to " + length + " bytes");
        }
    }

    /// Every bit of a file turned over, or of a large one every bit of every so manieth byte.
    public static void bitFlips(byte[] file, int everyByte, Consumer<ByteSource> reader) {
        for (int at = 0; at < file.length; at += everyByte) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = file.clone();
                flipped[at] ^= (byte) (1 << bit);
                read(flipped, reader, "bit " + bit + " of byte " + at + " turned");
            }
        }
    }

    private static void read(byte[] bytes, Consumer<ByteSource> reader, String what) {
        try {
            reader.accept(ByteSource.of("hostile file", bytes));
        } catch (Lstm4jException refused) {
            assertThat(refused.problem().what()).as(what).isNotEmpty();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            throw new AssertionError(what, fault);
        }
    }
}
