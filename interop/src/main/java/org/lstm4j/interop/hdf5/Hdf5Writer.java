package org.lstm4j.interop.hdf5;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Writes HDF5 files of float32 datasets in groups, the same bytes for the same datasets.
///
/// {@snippet :
/// Hdf5Writer writer = new Hdf5Writer();
/// writer.put("layers/dense/vars/0", List.of(50, 1), kernel);
/// writer.writeTo(out);
/// }
///
/// The old format, which every reader knows: superblock 0, symbol tables, object headers 1, contiguous data. First comes all structure, then the
/// datasets, end to end, in the order of their names. Source: HDF5 File Format Specification version 3.0.
public final class Hdf5Writer {

    private static final int BLOCK = 1 << 14;

    private final WrittenGroup root = new WrittenGroup();

    /// Adds a dataset, and the groups that lead to it.
    ///
    /// @param path names from the root, with `/` between them
    /// @param sizes outermost first; empty for a single number
    /// @param values row-major; shared until they are written
    /// @throws IllegalArgumentException when there is something of that name, or the values are more or fewer than the sizes say
    public void put(String path, List<Integer> sizes, float[] values) {
        if (values.length == 0 || values.length != sizes.stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b)) {
            throw new IllegalArgumentException(
                    "'" + path + "' has " + values.length + " values for the sizes " + sizes);
        }
        root.put(List.of(path.split("/", -1)), new WrittenDataset(sizes, values));
    }

    /// Writes the file; any number of times.
    ///
    /// @throws IllegalStateException when there is no dataset: an empty group is none that readers can open
    public void writeTo(OutputStream out) throws IOException {
        if (root.isEmpty()) {
            throw new IllegalStateException("a file without datasets cannot be read; put one first");
        }
        List<WrittenDataset> datasets = new ArrayList<>();
        root.collect(datasets);
        out.write(structure(datasets));
        for (WrittenDataset dataset : datasets) {
            write(dataset.values(), out);
        }
    }

    private byte[] structure(List<WrittenDataset> datasets) {
        int leafEntries = root.largest();
        int start = root.place(WrittenSuperblock.BYTES, leafEntries);
        long end = start;
        for (WrittenDataset dataset : datasets) {
            dataset.placeData(end);
            end += dataset.bytes();
        }
        byte[] bytes = new byte[start];
        ByteBuffer structure = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        WrittenSuperblock.write(structure, leafEntries, end, root);
        root.write(structure, leafEntries);
        return bytes;
    }

    private static void write(float[] values, OutputStream out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += BLOCK) {
            int count = Math.min(BLOCK, values.length - from);
            block.asFloatBuffer().put(values, from, count);
            out.write(block.array(), 0, count * Float.BYTES);
        }
    }
}
