package org.lstm4j.interop.hdf5;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The superblock of a file that is being written, version 0. Specification II.A.
final class WrittenSuperblock {

    static final int BYTES = 96;
    private static final long UNDEFINED = -1;

    private WrittenSuperblock() {}

    /// @param leafEntries that each leaf of a group has room for, even
    /// @param end of the file
    static void write(ByteBuffer file, int leafEntries, long end, WrittenGroup root) {
        file.position(0);
        file.put((byte) 0x89).put("HDF\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        file.put(new byte[5]); // versions of the parts, and one that is reserved
        file.put((byte) Long.BYTES).put((byte) Long.BYTES).put((byte) 0);
        file.putShort((short) (leafEntries / 2)).putShort((short) (WrittenGroup.TREE_ENTRIES / 2));
        file.putInt(0); // flags
        file.putLong(0).putLong(UNDEFINED).putLong(end).putLong(UNDEFINED);
        file.putLong(0).putLong(root.address()); // the root has no name
        file.putInt(1).putInt(0); // its tree and heap follow
        file.putLong(root.tree()).putLong(root.heap());
    }
}
