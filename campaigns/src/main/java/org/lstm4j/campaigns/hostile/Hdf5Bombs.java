package org.lstm4j.campaigns.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lstm4j.campaigns.SoundFiles;

/// HDF5 files in which numbers are other than they should be, and files that the C library reads to its harm.
record Hdf5Bombs(SoundFiles sound) {

    private static final int EVERY = 40;

    void addTo(HostileFolder folder) {
        for (String name : new String[]{"bomb", "circle", "external", "external_link", "virtual", "soft", "hard"}) {
            folder.add("hdf5", name + ".h5", sound.bytes("hdf5/" + name + ".h5"));
        }
        for (String name : new String[]{"keras/simple_rnn.h5", "keras/gru.h5"}) {
            addShapes(folder, name);
            addForged(folder, name);
        }
    }

    /// The shapes of all weights of two dimensions, as they stand in the headers of their datasets.
    private void addShapes(HostileFolder folder, String name) {
        for (long[] shape : new long[][]{{1L << 31, 1L << 31}, {1L << 62, 4}, {Long.MAX_VALUE, 1}, {-1, -1},
            {0, Long.MAX_VALUE}, {1 << 13, 1 << 13}}) {
            byte[] file = sound.bytes(name);
            ByteBuffer bytes = little(file);
            int found = 0;
            for (int at = 0; at + 16 <= bytes.capacity(); at++) {
                long rows = bytes.getLong(at);
                long columns = bytes.getLong(at + 8);
                if (rows > 0 && rows < 100 && columns > 0 && columns < 100) {
                    bytes.putLong(at, shape[0]).putLong(at + 8, shape[1]);
                    found++;
                }
            }
            if (found == 0) {
                throw new IllegalStateException(name + " has no shape to forge");
            }
            folder.add("hdf5", name + ": every shape is " + shape[0] + " by " + shape[1], file);
        }
    }

    private void addForged(HostileFolder folder, String name) {
        byte[] file = sound.bytes(name);
        ByteBuffer bytes = little(file);
        int met = 0;
        for (int at = 0; at + 8 <= bytes.capacity(); at += 8) {
            long number = bytes.getLong(at);
            // an address, a length or a count: small, and neither zero nor undefined
            if (number > 0 && number < bytes.capacity() && met++ % EVERY == 0) {
                for (long forged : new long[]{Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40, bytes.capacity() - 8, at}) {
                    byte[] changed = file.clone();
                    little(changed).putLong(at, forged);
                    folder.addForged("hdf5", name + ": " + Long.toUnsignedString(forged) + " at " + at, changed);
                }
            }
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
