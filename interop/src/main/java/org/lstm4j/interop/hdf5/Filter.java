package org.lstm4j.interop.hdf5;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Undoes what was done to a chunk.
sealed interface Filter {

    /// @param expected bytes that come out, unless the filter cannot say
    /// @throws org.lstm4j.ModelFileException when the bytes are damaged
    byte[] undo(Filters.Chunk chunk, byte[] bytes, int expected);

    /// zlib's compression.
    record Deflate() implements Filter {

        @Override
        public byte[] undo(Filters.Chunk chunk, byte[] bytes, int expected) {
            byte[] inflated = new byte[expected];
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(bytes);
                int count = inflate(inflater, inflated);
                if (count != expected || !inflater.finished()) {
                    throw chunk.damaged("does not inflate to its size", expected + " bytes",
                            inflater.finished() ? count + " bytes" : "another size");
                }
            } catch (DataFormatException e) {
                throw chunk.damaged("cannot be inflated", "zlib's format", String.valueOf(e.getMessage()));
            } finally {
                inflater.end();
            }
            return inflated;
        }

        private static int inflate(Inflater inflater, byte[] target) throws DataFormatException {
            int count = 0;
            int more = 1;
            while (more > 0 && count < target.length) {
                more = inflater.inflate(target, count, target.length - count);
                count += more;
            }
            inflater.inflate(new byte[1]); // lets it see the end
            return count;
        }
    }

    /// The first bytes of all elements, then all second ones and so on.
    ///
    /// @param size of an element
    record Shuffle(int size) implements Filter {

        @Override
        public byte[] undo(Filters.Chunk chunk, byte[] bytes, int expected) {
            if (size < 1) {
                throw chunk.damaged("is shuffled by an impossible size", "at least 1", size + "");
            }
            byte[] elements = bytes.clone(); // what is left of the last element stays where it is
            int count = bytes.length / size;
            for (int element = 0; element < count; element++) {
                for (int part = 0; part < size; part++) {
                    elements[element * size + part] = bytes[part * count + element];
                }
            }
            return elements;
        }
    }

    /// A checksum behind the bytes: Fletcher's over 16-bit words, as the HDF5 library computes it
    /// that each begin with their higher byte.
    record Fletcher32() implements Filter {

        private static final int MODULUS = 65535;

        @Override
        public byte[] undo(Filters.Chunk chunk, byte[] bytes, int expected) {
            int length = bytes.length - Integer.BYTES;
            if (length < 0) {
                throw chunk.damaged("ends before its checksum", "4 bytes", bytes.length + "");
            }
            int low = (bytes[length] & 0xff) | (bytes[length + 1] & 0xff) << 8;
            int high = (bytes[length + 2] & 0xff) | (bytes[length + 3] & 0xff) << 8;
            long stored = (long) (high % MODULUS) << 16 | low % MODULUS; // the library writes 65535 for 0
            long computed = of(bytes, length);
            if (stored != computed) {
                throw chunk.damaged("has a wrong checksum", Long.toHexString(stored), Long.toHexString(computed));
            }
            return Arrays.copyOf(bytes, length);
        }

        private static long of(byte[] bytes, int length) {
            long low = 0;
            long high = 0;
            for (int place = 0; place < length; place += 2) {
                int next = place + 1 < length ? bytes[place + 1] & 0xff : 0;
                low = (low + ((bytes[place] & 0xff) << 8 | next)) % MODULUS;
                high = (high + low) % MODULUS;
            }
            return high << 16 | low;
        }
    }
}
