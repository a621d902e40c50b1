package org.lstm4j.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Consumer;
import org.lstm4j.Lstm4jException;
import org.lstm4j.ModelFileException;
import org.lstm4j.model.ByteSource;

/// Reads a file damaged in every way that one bit or one cut can damage it: each time it must be read or refused, with little memory.
/// A refusal says what to do, and is of ours.
public final class Damage {

    /// Bytes that one reading may allocate, all together.
    private static final long MOST_ALLOCATED = 4 << 20;

    private final byte[] file;
    private final Consumer<ByteSource> reading;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// @param reading of a file that is whole
    public Damage(byte[] file, Consumer<ByteSource> reading) {
        this.file = file;
        this.reading = reading;
        reading.accept(ByteSource.of("whole", file)); // loads classes, which takes memory too
        assertThatThrownBy(() -> reading.accept(ByteSource.of("none", new byte[0]))).isInstanceOf(
                ModelFileException.class);
    }

    /// Every shorter file.
    ///
    /// @param step 1 for all of them
    public void cuts(int step) {
        for (int length = 0; length < file.length; length += step) {
            read("cut at " + length, Arrays.copyOf(file, length));
        }
    }

    /// Every file in which one bit is another.
    ///
    /// @param step 1 for all of them
    public void flips(int step) {
        byte[] damaged = file.clone();
        for (int bit = 0; bit < file.length * 8; bit += step) {
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            read("bit " + bit, damaged);
            damaged[bit / 8] = file[bit / 8];
        }
    }

    private void read(String damage, byte[] bytes) {
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            reading.accept(ByteSource.of("damaged", bytes));
        } catch (Lstm4jException e) {
            assertThat(e.problem().what()).as(damage).isNotEmpty();
            assertThat(e.problem().fix()).as(damage).isNotEmpty();
        } catch (RuntimeException | Error e) {
            fail(damage, e);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).as(damage).isLessThan(MOST_ALLOCATED);
    }
}
