package org.lstm4j.interop.hdf5;

/// The start of a file: how long addresses are, and where the root group is. Specification II.A.
final class Superblock {

    private static final int OLD = 96;
    private static final int RECENT = 48;
    private static final int SIGNATURE = 8;

    private Superblock() {}

    /// The address of the object header of the root group.
    static long rootAddress(FileSpace space) {
        int known = space.source().bytes(SIGNATURE, 1)[0];
        FileBlock start = space.take(0, known == 0 ? OLD : known == 1 ? OLD + 4 : RECENT);
        start.skip(SIGNATURE);
        int version = start.uint8();
        return switch (version) {
            case 0, 1 -> old(start, version);
            case 2, 3 -> recent(start);
            default -> throw start.damaged("the superblock has an unknown version", "0 to 3", version + "");
        };
    }

    private static long old(FileBlock start, int version) {
        start.skip(4); // versions of parts
        requireSizes(start);
        start.skip(1 + 2 + 2 + 4); // reserved, sizes of tree nodes, flags
        if (version == 1) {
            start.skip(4);
        }
        requireBase(start);
        start.skip(3 * Long.BYTES); // free space, end of file, driver
        start.skip(Long.BYTES); // the root has no name
        return start.address();
    }

    private static long recent(FileBlock start) {
        requireSizes(start);
        start.skip(1); // flags
        requireBase(start);
        start.skip(2 * Long.BYTES); // extension, end of file
        long root = start.address();
        return root;
    }

    private static void requireSizes(FileBlock start) {
        int offsets = start.uint8();
        int lengths = start.uint8();
        if (offsets != Long.BYTES || lengths != Long.BYTES) {
            throw start.damaged("the sizes of offsets and lengths are not read", "8 and 8",
                    offsets + " and " + lengths);
        }
    }

    private static void requireBase(FileBlock start) {
        long base = start.address();
        if (base != 0) {
            throw start.refused("the addresses of the file begin at byte " + base + ", after a user block",
                    "addresses from 0", "copy the file with h5repack, without a user block");
        }
    }
}
