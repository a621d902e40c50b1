package org.lstm4j.benchmarks.protocol;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// Named float32 arrays in a file, read one at a time, so that what is only checked does not count as memory.
///
/// All numbers are big-endian:
///
/// | what | type |
/// |---|---|
/// | `LSTM4JRF` | 8 bytes |
/// | number of arrays | int32 |
/// | for each: length of the name in bytes, the name in UTF-8 | int32, bytes |
/// | rank, then the sizes | int32, int32 … |
/// | the elements, row-major | float32 … |
/// | at the end: CRC-32 of all bytes before | int64 |
public final class ArrayFile {

    private static final byte[] MAGIC = "LSTM4JRF".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 1 << 20;
    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final Map<String, Place> places;

    /// Where an array stands.
    private record Place(List<Integer> shape, long offset, int elements) {}

    private ArrayFile(Path path, Map<String, Place> places) {
        this.path = path;
        this.places = places;
    }

    public static void write(Path path, List<NamedArray> arrays) throws IOException {
        CRC32 sum = new CRC32();
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(path), CHUNK);
                DataOutputStream out = new DataOutputStream(new CheckedOutputStream(file, sum))) {
            out.write(MAGIC);
            out.writeInt(arrays.size());
            for (NamedArray array : arrays) {
                byte[] name = array.name().getBytes(StandardCharsets.UTF_8);
                out.writeInt(name.length);
                out.write(name);
                out.writeInt(array.shape().size());
                for (int size : array.shape()) {
                    out.writeInt(size);
                }
                writeElements(out, array.data());
            }
            out.writeLong(sum.getValue());
        }
    }

    private static void writeElements(DataOutputStream out, float[] data) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (int from = 0; from < data.length; from += CHUNK / Float.BYTES) {
            int count = Math.min(CHUNK / Float.BYTES, data.length - from);
            chunk.clear();
            chunk.asFloatBuffer().put(data, from, count);
            out.write(chunk.array(), 0, count * Float.BYTES);
        }
    }

    /// Opens a file and checks that it is whole.
    ///
    /// @throws IOException when it cannot be read or is damaged
    public static ArrayFile open(Path path) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path), CHUNK);
                DataInputStream in = new DataInputStream(new CheckedInputStream(file, sum))) {
            require(java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC), path, "does not begin with LSTM4JRF");
            int count = in.readInt();
            require(count >= 0 && count <= MOST, path, "claims " + count + " arrays");
            Map<String, Place> places = new LinkedHashMap<>();
            long offset = (long) MAGIC.length + Integer.BYTES;
            for (int index = 0; index < count; index++) {
                int length = in.readInt();
                require(length >= 0 && length <= MOST, path, "has a name of " + length + " bytes");
                String name = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                List<Integer> shape = readShape(in, path);
                offset += (2L + shape.size()) * Integer.BYTES + length;
                int elements = elements(shape, path);
                places.put(name, new Place(shape, offset, elements));
                in.skipNBytes((long) elements * Float.BYTES);
                offset += (long) elements * Float.BYTES;
            }
            long expected = sum.getValue();
            require(in.readLong() == expected, path, "has another checksum than its bytes");
            return new ArrayFile(path, places);
        } catch (java.io.EOFException e) {
            throw new IOException(path + " ends too early", e);
        }
    }

    private static List<Integer> readShape(DataInputStream in, Path path) throws IOException {
        int rank = in.readInt();
        require(rank >= 0 && rank <= 8, path, "has an array of rank " + rank);
        List<Integer> shape = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            shape.add(in.readInt());
        }
        return shape;
    }

    private static int elements(List<Integer> shape, Path path) throws IOException {
        long elements = 1;
        for (int size : shape) {
            require(size >= 0, path, "has an axis of " + size);
            elements *= size;
            require(elements <= Integer.MAX_VALUE, path, "has an array of shape " + shape);
        }
        return (int) elements;
    }

    private static void require(boolean right, Path path, String fault) throws IOException {
        if (!right) {
            throw new IOException(path + " is no whole reference file: it " + fault);
        }
    }

    /// The names, in the order of the file.
    public List<String> names() {
        return List.copyOf(places.keySet());
    }

    /// @throws IllegalArgumentException when there is no such array
    public List<Integer> shape(String name) {
        return place(name).shape();
    }

    /// A copy of an array.
    ///
    /// @throws IllegalArgumentException when there is no such array
    /// @throws IOException when the file cannot be read any more
    public float[] read(String name) throws IOException {
        Place place = place(name);
        float[] data = new float[place.elements()];
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try (FileChannel channel = FileChannel.open(path)) {
            channel.position(place.offset());
            for (int from = 0; from < data.length; from += CHUNK / Float.BYTES) {
                int count = Math.min(CHUNK / Float.BYTES, data.length - from);
                chunk.clear().limit(count * Float.BYTES);
                while (chunk.hasRemaining() && channel.read(chunk) >= 0) {
                    // a read may end early
                }
                require(!chunk.hasRemaining(), path, "ends inside " + name);
                chunk.flip().asFloatBuffer().get(data, from, count);
            }
        }
        return data;
    }

    private Place place(String name) {
        Place place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(path + " has no array " + name + " but " + places.keySet());
        }
        return place;
    }
}
