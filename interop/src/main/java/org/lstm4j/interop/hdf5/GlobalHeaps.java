package org.lstm4j.interop.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Texts of variable length, each in a heap that several objects share. Specification III.E. Heaps that were read are kept. Mutable.
final class GlobalHeaps {

    private final FileSpace space;
    /// Objects of a heap by their index, by the address of the heap.
    private final Map<Long, Map<Integer, byte[]>> heaps = new LinkedHashMap<>();
    /// Bytes of texts that may still be made of the heaps; a heap may be pointed at more than once.
    private long left;

    GlobalHeaps(FileSpace space) {
        this.space = space;
        left = 2 * space.source().size();
    }

    /// The text that a field of [Datatype.HeapText] points to; empty for one that points nowhere.
    String text(FileBlock field) {
        long length = field.uint32();
        long address = field.address();
        int index = (int) field.uint32();
        if (address == 0 || address == FileBlock.UNDEFINED || length == 0) {
            return "";
        }
        byte[] object = heap(address).get(index);
        if (object == null || length > object.length) {
            throw field.damaged("a text is not in its heap", length + " bytes", object == null
                    ? "no object " + index
                    : object.length + " bytes");
        }
        left -= length;
        if (left < 0) {
            throw field.damaged("the texts of the file are larger together than it", "texts of its own each", "more");
        }
        return new String(object, 0, (int) length, StandardCharsets.UTF_8);
    }

    private Map<Integer, byte[]> heap(long address) {
        Map<Integer, byte[]> known = heaps.get(address);
        if (known == null) {
            known = read(address);
            heaps.put(address, known);
        }
        return known;
    }

    private Map<Integer, byte[]> read(long address) {
        FileBlock prefix = space.take(address, 16);
        prefix.require("GCOL");
        prefix.requireVersion("a global heap", 1);
        prefix.skip(3);
        FileBlock objects = space.take(address + 16, Math.max(0, prefix.length() - 16));
        Map<Integer, byte[]> heap = new LinkedHashMap<>();
        while (objects.remaining() >= 16) {
            int index = objects.uint16();
            objects.skip(2 + 4); // references, reserved
            long length = objects.length();
            if (index == 0) {
                break; // what is free comes last
            }
            heap.put(index, objects.array((int) Math.min(length, Integer.MAX_VALUE)));
            objects.skipTo8();
        }
        return heap;
    }
}
