package org.lstm4j.interop.hdf5;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.ModelFileException;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;

/// What was done to every chunk of a dataset before it was written, in order. Specification IV.A.2.l, data storage filter pipeline.
///
/// @param filters in the order in which they were done
record Filters(List<Filter> filters) {

    static final Filters NONE = new Filters(List.of());

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER32 = 3;
    private static final int MOST = 32;

    Filters {
        filters = List.copyOf(filters);
    }

    /// A chunk that is being read, for messages.
    ///
    /// @param bytes of it without filters
    record Chunk(String path, long address, int skipped, int bytes, FileFaults faults) {

        ModelFileException damaged(String what, String expected, String received) {
            return faults.damagedAt(address, "a chunk of dataset " + Quoted.of(path) + " " + what, expected, received);
        }
    }

    static Filters read(String path, FileBlock message) {
        int version = message.uint8();
        int count = message.uint8();
        if (version < 1 || version > 2 || count > MOST) {
            throw message.damaged("a filter pipeline has an unknown version, or too many filters",
                    "version 1 or 2, at most " + MOST, "version " + version + ", " + count);
        }
        message.skip(version == 1 ? 6 : 0);
        List<Filter> filters = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            filters.add(filter(path, message, version));
        }
        return new Filters(filters);
    }

    private static Filter filter(String path, FileBlock message, int version) {
        int id = message.uint16();
        int nameLength = version == 1 || id >= 256 ? message.uint16() : 0;
        message.skip(2); // whether it is optional
        int count = message.uint16();
        String name = new String(message.array(version == 1 ? (nameLength + 7) / 8 * 8 : nameLength),
                java.nio.charset.StandardCharsets.ISO_8859_1).replace("\0", "");
        List<Integer> values = new ArrayList<>();
        for (int value = 0; value < count; value++) {
            values.add((int) message.uint32());
        }
        message.skip(version == 1 && count % 2 != 0 ? 4 : 0);
        return switch (id) {
            case DEFLATE -> new Filter.Deflate();
            case SHUFFLE -> new Filter.Shuffle(values.isEmpty() ? 1 : values.getFirst());
            case FLETCHER32 -> new Filter.Fletcher32();
            default -> throw message.refused("dataset " + Quoted.of(path) + " is compressed by filter " + id + " "
                    + Quoted.of(name) + ", which is not read", "deflate (gzip), shuffle or fletcher32",
                    "save it without compression");
        };
    }

    /// How large a chunk without filters can be at most, for so many bytes of it in the file.
    ///
    /// @param inflated bytes that deflate makes of one, at most
    long most(int stored, long inflated) {
        return filters.contains(new Filter.Deflate()) ? stored * inflated : stored;
    }

    /// The chunk without filters.
    ///
    /// @throws ModelFileException when its bytes are damaged
    byte[] undo(Chunk chunk, byte[] stored) {
        byte[] bytes = stored;
        for (int place = filters.size() - 1; place >= 0; place--) {
            if ((chunk.skipped() >> place & 1) == 0) {
                bytes = filters.get(place).undo(chunk, bytes, chunk.bytes() + added(place, chunk.skipped()));
            }
        }
        if (bytes.length != chunk.bytes()) {
            throw chunk.damaged("has another size than its shape", chunk.bytes() + " bytes", bytes.length + " bytes");
        }
        return bytes;
    }

    /// Bytes that filters before one have added.
    private int added(int before, int skipped) {
        int bytes = 0;
        for (int place = 0; place < before; place++) {
            boolean adds = filters.get(place) instanceof Filter.Fletcher32 && (skipped >> place & 1) == 0;
            bytes += adds ? Integer.BYTES : 0;
        }
        return bytes;
    }
}
