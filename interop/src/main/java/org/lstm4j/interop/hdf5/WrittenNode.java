package org.lstm4j.interop.hdf5;

import java.nio.ByteBuffer;
import java.util.List;

/// What a name stands for in a file that is being written. First [#place] gives it an address, then [#write] writes it there. Mutable.
sealed interface WrittenNode permits WrittenGroup, WrittenDataset {

    /// Takes the place of its structure.
    ///
    /// @param start where it begins
    /// @param leafEntries that each leaf of a group has room for
    /// @return where it ends, a multiple of 8
    int place(int start, int leafEntries);

    /// Where its object header is.
    int address();

    /// Adds its datasets in the order of their names.
    void collect(List<WrittenDataset> datasets);

    /// Writes its structure.
    void write(ByteBuffer file, int leafEntries);

    /// Begins an object header, version 1. Specification IV.A.1.a.
    ///
    /// @param bytes of the messages
    static void header(ByteBuffer file, int address, int messages, int bytes) {
        file.position(address);
        file.putShort((short) 1).putShort((short) messages).putInt(1).putInt(bytes).putInt(0);
    }

    /// Begins a message.
    ///
    /// @param bytes of it, a multiple of 8
    static void message(ByteBuffer file, int kind, int bytes) {
        file.putShort((short) kind).putShort((short) bytes).putInt(0);
    }
}
