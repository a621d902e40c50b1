package org.lstm4j.interop.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.model.Quoted;

/// The members of an old-style group: names in a local heap, entries in the leaves of a tree. Specification III.A.1, B, C and D.
final class SymbolTable {

    private static final int LONGEST_NAME = 1 << 10;
    private static final int ENTRY = 40;
    private static final int SOFT_LINK = 2;

    private final FileSpace space;

    SymbolTable(FileSpace space) {
        this.space = space;
    }

    /// Addresses of members by name.
    Map<String, Long> read(FileBlock message) {
        long tree = message.address();
        byte[] names = names(message.address());
        Map<String, Long> members = new LinkedHashMap<>();
        NodeTree.walk(space, tree, 0, Long.BYTES, (_, leaf) -> entries(leaf, names, members));
        return members;
    }

    private byte[] names(long address) {
        FileBlock heap = space.take(address, 32);
        heap.require("HEAP");
        heap.requireVersion("a local heap", 0);
        heap.skip(3);
        long length = heap.length();
        heap.skip(Long.BYTES); // what is free
        FileBlock names = space.take(heap.address(), length);
        return names.array(names.remaining());
    }

    private void entries(long address, byte[] names, Map<String, Long> members) {
        FileBlock head = space.take(address, 8);
        head.require("SNOD");
        head.requireVersion("a symbol table node", 1);
        head.skip(1);
        int count = head.uint16();
        FileBlock entries = space.take(address + 8, (long) count * ENTRY);
        for (int entry = 0; entry < count; entry++) {
            String name = name(entries, names);
            long object = entries.address();
            requireHard(entries, name, entries.uint32());
            entries.skip(4 + 16); // reserved, what is cached
            LinkMessages.put(entries, members, name, object);
        }
    }

    private static String name(FileBlock entries, byte[] names) {
        long from = entries.length();
        long to = from;
        while (to < names.length && names[(int) to] != 0) {
            to++;
        }
        if (to >= names.length || to - from > LONGEST_NAME) {
            throw entries.damaged("a name is not in the heap of names, or too long",
                    "at most " + LONGEST_NAME + " bytes within " + names.length, "a name at " + from);
        }
        return new String(names, (int) from, (int) (to - from), StandardCharsets.UTF_8);
    }

    private static void requireHard(FileBlock entries, String name, long cached) {
        if (cached == SOFT_LINK) {
            throw entries.refused(Quoted.of(name) + " is a soft link, which is not followed",
                    "a member of the file itself", "write the file anew without links");
        }
    }
}
