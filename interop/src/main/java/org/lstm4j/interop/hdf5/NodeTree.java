package org.lstm4j.interop.hdf5;

/// A tree of nodes that leads to the leaves of a group or to the chunks of a dataset. Specification III.A.1, version 1 B-trees.
final class NodeTree {

    private static final int HEAD = 24;

    private NodeTree() {}

    /// Walks through the tree in order.
    ///
    /// @param type 0 for a group, 1 for chunks
    /// @param keyBytes of the key before each child
    static void walk(FileSpace space, long address, int type, int keyBytes, LeafUse use) {
        walk(space, address, new Node(type, -1, keyBytes), use);
    }

    /// @param expected what the node must be; of any level for -1
    private static void walk(FileSpace space, long address, Node expected, LeafUse use) {
        FileBlock head = space.take(address, HEAD);
        head.require("TREE");
        int type = head.uint8();
        int level = head.uint8();
        int count = head.uint16();
        if (type != expected.type || level > Node.HIGHEST || (expected.level >= 0 && level != expected.level)) {
            throw head.damaged("a node of a tree is not where it should be", expected.toString(),
                    "type " + type + ", level " + level);
        }
        FileBlock entries = space.take(address + HEAD, (long) count * (expected.keyBytes + Long.BYTES));
        for (int entry = 0; entry < count; entry++) {
            FileBlock key = entries.block(expected.keyBytes);
            long child = entries.address();
            if (level == 0) {
                use.accept(key, child);
            } else {
                walk(space, child, new Node(type, level - 1, expected.keyBytes), use);
            }
        }
    }

    private record Node(int type, int level, int keyBytes) {

        /// A tree of that many levels has more leaves than any file.
        static final int HIGHEST = 32;
    }

    /// Takes what the lowest nodes point to.
    interface LeafUse {
        void accept(FileBlock key, long address);
    }
}
