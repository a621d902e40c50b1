package org.lstm4j.interop.hdf5;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A group with a symbol table in a file that is being written: object header, tree of one node, heap of names, leaves. Specification III.A.1,
/// B, C and D. Mutable.
final class WrittenGroup implements WrittenNode {

    /// Leaves that the one node of a tree has room for.
    static final int TREE_ENTRIES = 32;
    private static final int LEAST_LEAF = 8;

    private static final int HEADER = 16 + 8 + 16;
    private static final int TREE = 24 + TREE_ENTRIES * 8 + (TREE_ENTRIES + 1) * 8;
    private static final int HEAP = 32;
    private static final int LEAF_HEAD = 8;
    private static final int LEAF_ENTRY = 40;
    private static final long NONE_FREE = 1;

    /// Names are ASCII, whose order is that of their bytes.
    private final Map<String, WrittenNode> children = new TreeMap<>();
    private int address;

    boolean isEmpty() {
        return children.isEmpty();
    }

    /// @throws IllegalArgumentException when a name is taken, or can be none
    void put(List<String> path, WrittenDataset dataset) {
        String name = path.getFirst();
        if (name.isEmpty() || !name.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new IllegalArgumentException("'" + name + "' cannot be a name in the file; take ASCII letters");
        }
        if (path.size() == 1) {
            if (children.putIfAbsent(name, dataset) != null) {
                throw new IllegalArgumentException("there are two '" + name + "' in one group");
            }
        } else if (children.computeIfAbsent(name, _ -> new WrittenGroup()) instanceof WrittenGroup group) {
            group.put(path.subList(1, path.size()), dataset);
        } else {
            throw new IllegalArgumentException("'" + name + "' is to be a group, but is a dataset");
        }
    }

    /// Entries that each leaf needs room for, so that the largest group down from here has no more leaves than the node of its tree: even.
    int largest() {
        int needed = Math.max(LEAST_LEAF, (children.size() + TREE_ENTRIES - 1) / TREE_ENTRIES);
        for (WrittenNode child : children.values()) {
            needed = child instanceof WrittenGroup group ? Math.max(needed, group.largest()) : needed;
        }
        return (needed + 1) / 2 * 2;
    }

    @Override
    public int place(int start, int leafEntries) {
        address = start;
        int end = leaves() + leafCount(leafEntries) * leafBytes(leafEntries);
        for (WrittenNode child : children.values()) {
            end = child.place(end, leafEntries);
        }
        return end;
    }

    private int leafCount(int leafEntries) {
        return (children.size() + leafEntries - 1) / leafEntries;
    }

    private static int leafBytes(int leafEntries) {
        return LEAF_HEAD + leafEntries * LEAF_ENTRY;
    }

    @Override
    public int address() {
        return address;
    }

    int tree() {
        return address + HEADER;
    }

    int heap() {
        return tree() + TREE;
    }

    private int leaves() {
        return heap() + HEAP + names().length;
    }

    @Override
    public void collect(List<WrittenDataset> datasets) {
        children.values().forEach(child -> child.collect(datasets));
    }

    @Override
    public void write(ByteBuffer file, int leafEntries) {
        WrittenNode.header(file, address, 1, HEADER - 16);
        WrittenNode.message(file, 0x11, 16);
        file.putLong(tree()).putLong(heap());
        writeTree(file, leafEntries);
        byte[] names = names();
        file.position(heap());
        file.put(ascii("HEAP")).putInt(0).putLong(names.length).putLong(NONE_FREE).putLong(heap() + HEAP);
        file.put(names);
        writeLeaves(file, leafEntries);
        children.values().forEach(child -> child.write(file, leafEntries));
    }

    /// Between the leaves stands the last name of the one before.
    private void writeTree(ByteBuffer file, int leafEntries) {
        List<Integer> places = namePlaces();
        int leafCount = leafCount(leafEntries);
        file.position(tree());
        file.put(ascii("TREE")).put((byte) 0).put((byte) 0).putShort((short) leafCount).putLong(-1).putLong(-1);
        file.putLong(0);
        for (int leaf = 0; leaf < leafCount; leaf++) {
            int last = Math.min((leaf + 1) * leafEntries, places.size()) - 1;
            file.putLong(leaves() + leaf * leafBytes(leafEntries)).putLong(places.get(last));
        }
    }

    private void writeLeaves(ByteBuffer file, int leafEntries) {
        List<Integer> places = namePlaces();
        List<WrittenNode> nodes = new ArrayList<>(children.values());
        for (int leaf = 0; leaf < leafCount(leafEntries); leaf++) {
            int count = Math.min(leafEntries, nodes.size() - leaf * leafEntries);
            file.position(leaves() + leaf * leafBytes(leafEntries));
            file.put(ascii("SNOD")).put((byte) 1).put((byte) 0).putShort((short) count);
            for (int entry = leaf * leafEntries; entry < leaf * leafEntries + count; entry++) {
                file.putLong(places.get(entry)).putLong(nodes.get(entry).address());
                file.putLong(0).putLong(0).putLong(0); // nothing is cached
            }
        }
    }

    /// Where each name begins in the heap; the empty name is at 0.
    private List<Integer> namePlaces() {
        List<Integer> places = new ArrayList<>();
        int place = 8;
        for (String name : children.keySet()) {
            places.add(place);
            place += paddedLength(name);
        }
        return places;
    }

    private byte[] names() {
        int length = 8 + children.keySet().stream().mapToInt(WrittenGroup::paddedLength).sum();
        ByteBuffer names = ByteBuffer.allocate(length);
        int place = 8;
        for (String name : children.keySet()) {
            names.put(place, ascii(name));
            place += paddedLength(name);
        }
        return names.array();
    }

    /// With at least one zero behind, to a multiple of 8.
    private static int paddedLength(String name) {
        return name.length() / 8 * 8 + 8;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
