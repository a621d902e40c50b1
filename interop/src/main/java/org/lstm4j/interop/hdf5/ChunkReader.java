package org.lstm4j.interop.hdf5;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.interop.hdf5.ChunkedTensor.Chunk;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.Quoted;

/// Finds the chunks of a dataset. Specification III.A.1, node type 1.
record ChunkReader(Elements elements, Filters filters) {

    /// Deflate makes at most 1032 bytes of one, and some of its own.
    private static final long MOST_INFLATED = 1040;

    /// @param layout from the sizes of a chunk on: four bytes each, then those of an element
    /// @param count of these sizes, that of an element included
    StoredTensor read(long address, FileBlock layout, int count) {
        int rank = elements.sizes().size();
        if (count != rank + 1 || rank == 0) {
            throw layout.damaged("the chunks of " + name() + " have other axes than it", (rank + 1) + " sizes",
                    count + "");
        }
        List<Long> sizes = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            sizes.add(layout.uint32());
        }
        long bytes = bytes(layout, sizes);
        List<Chunk> chunks = elements.count() == 0 ? List.of() : chunks(address, rank);
        requireAll(layout, sizes, chunks);
        requirePossible(layout, bytes, chunks);
        elements.space().inflate(elements.path(), elements.bytes());
        return new ChunkedTensor(elements, filters, sizes, bytes, chunks);
    }

    private long bytes(FileBlock layout, List<Long> sizes) {
        long bytes = layout.uint32();
        for (long size : sizes) {
            bytes = size == 0 || bytes > Integer.MAX_VALUE ? -1 : bytes * size;
            if (bytes < 0 || bytes > Integer.MAX_VALUE - 64) {
                throw layout.damaged("the chunks of " + name() + " have an impossible size", "1 to 2³¹ bytes",
                        sizes.toString());
            }
        }
        return bytes;
    }

    private List<Chunk> chunks(long address, int rank) {
        elements.requireWritten(address);
        List<Chunk> chunks = new ArrayList<>();
        FileSpace space = elements.space();
        NodeTree.walk(space, address, 1, 8 + 8 * (rank + 1), (key, place) -> {
            long stored = key.uint32();
            int skipped = (int) key.uint32();
            List<Long> from = new ArrayList<>();
            for (int axis = 0; axis < rank; axis++) {
                from.add(key.length());
            }
            space.claim(place, stored);
            chunks.add(new Chunk(place, (int) Math.min(stored, Integer.MAX_VALUE), skipped, from));
        });
        return chunks;
    }

    /// Every chunk once, in order, so that each element is in one.
    private void requireAll(FileBlock layout, List<Long> sizes, List<Chunk> chunks) {
        List<Long> from = new ArrayList<>(java.util.Collections.nCopies(sizes.size(), 0L));
        for (int place = 0; elements.count() > 0; place++) {
            if (place >= chunks.size() || !chunks.get(place).from().equals(from)) {
                throw layout.damaged("a chunk of " + name() + " is missing, or not where it should be",
                        "a chunk at " + from, place < chunks.size() ? chunks.get(place).from().toString() : "none");
            }
            if (!next(from, sizes)) {
                requireNoMore(layout, place + 1, chunks);
                return;
            }
        }
    }

    private void requireNoMore(FileBlock layout, int expected, List<Chunk> chunks) {
        if (chunks.size() != expected) {
            throw layout.damaged(name() + " has too many chunks", expected + "", chunks.size() + "");
        }
    }

    /// Goes on to the next chunk; false after the last.
    private boolean next(List<Long> from, List<Long> sizes) {
        for (int axis = sizes.size() - 1; axis >= 0; axis--) {
            long further = from.get(axis) + sizes.get(axis);
            if (further < elements.sizes().get(axis)) {
                from.set(axis, further);
                return true;
            }
            from.set(axis, 0L);
        }
        return false;
    }

    private void requirePossible(FileBlock layout, long bytes, List<Chunk> chunks) {
        for (Chunk chunk : chunks) {
            if (bytes > filters.most(chunk.stored(), MOST_INFLATED)) {
                throw layout.damaged("a chunk of " + name() + " cannot have so many elements", bytes + " bytes",
                        chunk.stored() + " bytes");
            }
        }
    }

    private String name() {
        return "dataset " + Quoted.of(elements.path());
    }
}
