package org.lstm4j.interop.hdf5;

import org.lstm4j.model.ByteSource;

/// Reads HDF5 files.
///
/// {@snippet :
/// try (ByteSource source = ByteSource.open(Path.of("model.weights.h5"))) {
///     Hdf5Group root = Hdf5File.read(source);
///     float[] kernel = root.dataset("layers/lstm/cell/vars/0").orElseThrow().tensor().floats();
/// }
/// }
///
/// | read | refused, by name |
/// |---|---|
/// | superblocks 0 to 3, offsets and lengths of 8 bytes | a user block; offsets of another size |
/// | old groups, and new ones with their links in the header | new groups of many links, soft and external links |
/// | whole and floating-point numbers of either byte order, texts in attributes | all other types in datasets |
/// | contiguous, compact and chunked data; deflate, shuffle, fletcher32 | external storage, virtual datasets, other filters, the chunk indices of `libver="latest"` |
///
/// A sound file is a tree whose parts do not overlap. So all that is read of a file, counted together, is never more than it has bytes, and a
/// file that needs more is damaged: that alone ends every circle and every bomb of parts that share their bytes. Nothing is allocated before
/// its bytes are known to be there, and an inflated chunk is never larger than deflate can make of its bytes.
///
/// Source: The HDF Group, HDF5 File Format Specification version 3.0.
public final class Hdf5File {

    private static final long SIGNATURE = 0x0a1a0a0d46444889L;

    private Hdf5File() {}

    /// Whether bytes begin as such a file does.
    public static boolean isOne(ByteSource source) {
        return source.size() >= Long.BYTES && new FileBlock(source, 0, Long.BYTES).int64() == SIGNATURE;
    }

    /// Reads the tree of groups, datasets and attributes; elements of datasets are read when they are asked for.
    ///
    /// @throws org.lstm4j.ModelFileException when it is no such file, damaged, or uses what is not read
    public static Hdf5Group read(ByteSource source) {
        if (!isOne(source)) {
            throw source.faults().damagedAt(0, "not an HDF5 file", "the signature \\x89HDF", "something else");
        }
        FileSpace space = new FileSpace(source);
        return new TreeReader(space).read(Superblock.rootAddress(space));
    }
}
