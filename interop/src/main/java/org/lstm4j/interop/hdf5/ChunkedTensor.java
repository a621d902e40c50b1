package org.lstm4j.interop.hdf5;

import java.util.List;
import org.lstm4j.interop.tensor.RawTensor;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.TensorType;

/// A dataset whose elements stand in chunks of one size, each filtered by itself; chunks at the far ends may reach beyond the dataset.
///
/// @param dataset what the chunks are of
/// @param sizes of a chunk
/// @param chunkBytes of a chunk without filters
/// @param chunks all, in order
record ChunkedTensor(Elements dataset, Filters filters, List<Long> sizes, long chunkBytes, List<Chunk> chunks)
        implements
            StoredTensor {

    private static final int MOST = Integer.MAX_VALUE - 8;

    ChunkedTensor {
        chunks = List.copyOf(chunks);
        sizes = List.copyOf(sizes);
    }

    /// A chunk.
    ///
    /// @param address of its first byte
    /// @param stored bytes in the file
    /// @param skipped a bit for each filter that was not used
    /// @param from the place of its first element
    record Chunk(long address, int stored, int skipped, List<Long> from) {}

    @Override
    public String name() {
        return dataset.path();
    }

    @Override
    public TensorType type() {
        return dataset.type().type();
    }

    @Override
    public List<Long> shape() {
        return dataset.sizes();
    }

    @Override
    public void read(float[] target) {
        whole().read(target);
    }

    @Override
    public void read(double[] target) {
        whole().read(target);
    }

    /// All elements in a row.
    private RawTensor whole() {
        if (dataset.bytes() > MOST) {
            throw dataset.space().faults().unusable("dataset '" + name() + "' is larger than can be put together",
                    "at most " + MOST + " bytes", dataset.bytes() + " bytes", "save it without compression");
        }
        byte[] all = new byte[(int) dataset.bytes()];
        for (Chunk chunk : chunks) {
            byte[] stored = dataset.space().source().bytes(chunk.address(), chunk.stored());
            byte[] bytes = filters.undo(new Filters.Chunk(name(), chunk.address(), chunk.skipped(), (int) chunkBytes,
                    dataset.space().faults()), stored);
            copy(chunk, bytes, all, 0, 0, 0);
        }
        ByteSource source = ByteSource.of(dataset.space().faults().of(name()).file(), all);
        return new RawTensor(name(), type(), shape(), source, 0, dataset.type().order());
    }

    /// Copies what of a chunk is within the dataset, row by row of its innermost axis.
    ///
    /// @param axis whose rows are copied
    /// @param fromRow of all rows of the chunk down to that axis, the first that is meant
    /// @param toRow of all rows of the dataset
    private void copy(Chunk chunk, byte[] bytes, byte[] all, int axis, long fromRow, long toRow) {
        long start = chunk.from().get(axis);
        long count = Math.min(sizes.get(axis), shape().get(axis) - start);
        long from = fromRow * sizes.get(axis);
        long to = toRow * shape().get(axis) + start;
        if (axis == sizes.size() - 1) {
            int size = Math.toIntExact(dataset.type().size());
            System.arraycopy(bytes, Math.toIntExact(from * size), all, Math.toIntExact(to * size),
                    Math.toIntExact(count * size));
            return;
        }
        for (long row = 0; row < count; row++) {
            copy(chunk, bytes, all, axis + 1, from + row, to + row);
        }
    }
}
